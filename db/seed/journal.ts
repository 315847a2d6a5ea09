import { sql } from "drizzle-orm";
import type { Tx } from "../client";
import type { roles } from "../states";
import { canonical } from "./canonical";
import type { Dice } from "./random";

export type Acteur = {
  t: "user" | "guest" | "job";
  id: number | null;
  role: (typeof roles)[number] | "guest" | "system";
};

/** One fact to write; `data` holds ids, codes and civil values only. */
export type Fait = {
  ts: Date;
  acteur: Acteur;
  action: string;
  type: string;
  id: number | string;
  ver?: number;
  agenceId: number | null;
  data?: Record<string, unknown>;
  refus?: { flux: string };
};

export const tache: Acteur = { t: "job", id: null, role: "system" };

/** Appends the facts, oldest first, through the database's own function, which chains them. */
export async function appendFaits(tx: Tx, faits: readonly Fait[], random: Dice): Promise<void> {
  const ordered = faits.toSorted((a, b) => a.ts.getTime() - b.ts.getTime());
  const rows = ordered.map((fait, ord) => ({ ord, ...parts(fait, random) }));
  await tx.execute(sql`
    select count(audit_append(e.flux, e.debut, e.milieu, e.fin, e.uid, e.horodatage, e.acteur_type, e.acteur_id, e.role,
      e.action, e.objet_type, e.objet_id, e.resultat, e.requete, e.agence_id))
    from (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as r(ord int, flux text, debut text,
        milieu text, fin text, uid uuid, horodatage timestamptz, acteur_type text, acteur_id int, role text, action text,
        objet_type text, objet_id text, resultat text, requete text, agence_id int)
      order by ord offset 0
    ) e`);
}

/** The canonical text in the three parts that the database completes: keys in RFC 8785 order. */
function parts({ ts, acteur, action, type, id, ver, agenceId, data, refus }: Fait, random: Dice) {
  const uid = uuid(random);
  const requete = acteur.t === "job" ? `job-${random.hex(12)}` : uuid(random);
  const objetId = String(id);
  const flux = refus?.flux ?? `${type}:${objetId}`;
  const horodatage = ts.toISOString().replace("Z", "000Z");
  const facts = { ...data, ...(refus ? { refused: true } : {}) };
  const debut = `{"act":${canonical(action)},"actor":${canonical(acteur)},"data":${canonical(facts)},"id":"${uid}","pd":null,"prev":"`;
  const res = canonical({ t: type, id: objetId, ver: ver ?? null });
  return {
    flux,
    debut,
    milieu: `","req":${canonical(requete)},"res":${res},"seq":`,
    fin: `,"stream":${canonical(flux)},"ts":"${horodatage}","v":1}`,
    uid,
    horodatage,
    acteur_type: acteur.t,
    acteur_id: acteur.id,
    role: acteur.role,
    action,
    objet_type: type,
    objet_id: objetId,
    resultat: refus ? "refused" : "ok",
    requete,
    agence_id: agenceId,
  };
}

function uuid(random: Dice): string {
  return `${random.hex(8)}-${random.hex(4)}-4${random.hex(3)}-a${random.hex(3)}-${random.hex(12)}`;
}
