import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { logKey, readLogKey, signCheckpoint } from "@/lib/foundation/audit/checkpoint";
import { leafOf } from "@/lib/foundation/audit/tree";
import { newTokenKey } from "@/lib/foundation/tokens";

type Row = { id: number; flux: string; seq: number; canon: string };
/** Draws a whole number below `most`. */
export type Draw = (most: number) => number;
/** What somebody with the rights of the tables' owner does to the log, in a transaction that is given up afterwards. */
export type Tampering = (tx: Tx, draw: Draw) => Promise<unknown>;

const run = (tx: Tx, statement: SQL) => tx.execute(statement);

async function pick(tx: Tx, draw: Draw, where = sql`true`): Promise<Row> {
  const rows = await tx.execute<Row>(
    sql`select id::integer, flux, seq::integer, canon from audit where ${where} order by id`,
  );
  return rows[draw(rows.length)] as Row;
}

/** Writes a chain anew from the texts given, hashes, links, numbers and head included. */
async function rewrite(tx: Tx, flux: string, texts: readonly { id: number; canon: string }[]): Promise<void> {
  await run(tx, sql`update audit set seq = -seq where flux = ${flux}`);
  let leaf = "0".repeat(64);
  let seq = 0;
  for (const { id, canon } of texts) {
    seq += 1;
    const text = canon
      .replace(/"prev":"[0-9a-f]{64}"/, `"prev":"${leaf}"`)
      .replace(/"seq":\d+/, `"seq":${seq}`)
      .replace(/"stream":"[^"]+"/, `"stream":"${flux}"`);
    const said = JSON.parse(text) as { act: string; actor: { id: number } };
    const next = leafOf(text);
    await run(
      tx,
      sql`update audit set canon = ${text}, feuille = ${next}, precedent = ${leaf}, seq = ${seq},
      action = ${said.act}, acteur_id = ${said.actor.id}, flux = ${flux} where id = ${id}`,
    );
    leaf = next;
  }
  await run(tx, sql`update audit_flux set seq = ${seq}, tete = ${leaf} where flux = ${flux}`);
}

const chainOf = async (tx: Tx, flux: string): Promise<Row[]> => [
  ...(await tx.execute<Row>(
    sql`select id::integer, flux, seq::integer, canon from audit where flux = ${flux} order by seq`,
  )),
];

async function changeAndRehash(tx: Tx, draw: Draw): Promise<void> {
  const one = await pick(tx, draw);
  const chain = await chainOf(tx, one.flux);
  await rewrite(
    tx,
    one.flux,
    chain.map((row) =>
      row.id === one.id ? { ...row, canon: row.canon.replace("client.read", "client.list") } : row,
    ),
  );
}

const columns = [
  sql`action = 'client.export'`,
  sql`acteur_id = acteur_id + 1`,
  sql`objet_id = objet_id || '0'`,
  sql`resultat = 'refused'`,
  sql`horodatage = horodatage + interval '1 minute'`,
];

/** The classes of F12. Where a class needs a checkpoint from outside to be seen, it says so in `kept`. */
export const classes: Record<string, { tamper: Tampering; kept?: true }> = {
  "a changed field": {
    tamper: async (tx, draw) => {
      const { id } = await pick(tx, draw);
      await run(tx, sql`update audit set ${columns[draw(columns.length)] as SQL} where id = ${id}`);
    },
  },
  "a changed text": {
    tamper: async (tx, draw) => {
      const { id, canon } = await pick(tx, draw);
      const at = draw(canon.length - 1) + 1;
      const other = canon[at] === "0" ? "1" : "0";
      await run(
        tx,
        sql`update audit set canon = ${canon.slice(0, at) + other + canon.slice(at + 1)} where id = ${id}`,
      );
    },
  },
  "an entry removed": {
    tamper: async (tx, draw) => run(tx, sql`delete from audit where id = ${(await pick(tx, draw)).id}`),
  },
  "the end of a chain removed, its head set back": {
    tamper: async (tx, draw) => {
      const { flux, seq } = await pick(tx, draw, sql`seq > 1`);
      await run(tx, sql`delete from audit where flux = ${flux} and seq >= ${seq}`);
      await run(
        tx,
        sql`update audit_flux f set seq = a.seq, tete = a.feuille from audit a
        where f.flux = ${flux} and a.flux = f.flux and a.seq = ${seq - 1}`,
      );
    },
  },
  "an entry inserted, its chain hashed anew": {
    tamper: async (tx, draw) => {
      // After the last one it would be an addition as the product makes them: visible for ever, and nothing forged.
      const one = await pick(
        tx,
        draw,
        sql`exists (select from audit b where b.flux = audit.flux and b.seq > audit.seq)`,
      );
      const added = await tx.execute<{
        id: number;
      }>(sql`insert into audit (uid, flux, seq, precedent, feuille, canon, horodatage,
        acteur_type, acteur_id, role, action, objet_type, objet_id, resultat, requete, agence_id)
        select gen_random_uuid(), flux, 1000000, precedent, feuille, canon, horodatage, acteur_type, acteur_id, role, action,
          objet_type, objet_id, resultat, requete, agence_id from audit where id = ${one.id} returning id::integer`);
      const chain = (await chainOf(tx, one.flux)).filter(({ seq }) => seq < 1_000_000);
      await rewrite(
        tx,
        one.flux,
        chain.flatMap((row) => (row.id === one.id ? [row, { ...row, id: added[0]?.id ?? 0 }] : [row])),
      );
    },
  },
  "two entries exchanged, their chain hashed anew": {
    tamper: async (tx, draw) => {
      const one = await pick(tx, draw, sql`seq > 1`);
      const chain = await chainOf(tx, one.flux);
      const [before, here] = [chain[one.seq - 2] as Row, chain[one.seq - 1] as Row];
      await rewrite(
        tx,
        one.flux,
        chain.map((row) =>
          row.id === here.id
            ? { id: here.id, canon: before.canon }
            : row.id === before.id
              ? { id: before.id, canon: here.canon }
              : row,
        ),
      );
    },
  },
  "a chain hashed anew, its sealed leaves too": {
    tamper: async (tx, draw) => {
      await changeAndRehash(tx, draw);
      await run(
        tx,
        sql`update audit_scelles s set feuille = decode(a.feuille, 'hex') from audit a where a.id = s.entree_id`,
      );
    },
  },
  "two streams exchanged": {
    tamper: async (tx, draw) => {
      const one = await pick(tx, draw);
      const other = await pick(tx, draw, sql`flux <> ${one.flux}`);
      const [mine, theirs] = [await chainOf(tx, one.flux), await chainOf(tx, other.flux)];
      await run(tx, sql`update audit set flux = 'x' where flux = ${one.flux}`);
      await run(tx, sql`update audit set flux = ${one.flux} where flux = ${other.flux}`);
      await run(tx, sql`update audit set flux = ${other.flux} where flux = 'x'`);
      await rewrite(tx, other.flux, mine);
      await rewrite(tx, one.flux, theirs);
    },
  },
  "a checkpoint with a forged signature": {
    tamper: async (tx, draw) => {
      const rows = await tx.execute<{ taille: number; texte: string }>(
        sql`select taille::integer, texte from audit_points`,
      );
      const { taille, texte } = rows[draw(rows.length)] as { taille: number; texte: string };
      const forger = { ...readLogKey(await newTokenKey()), origin: logKey().origin };
      const root = Buffer.from(texte.split("\n")[2] ?? "", "base64");
      await run(
        tx,
        sql`update audit_points set texte = ${signCheckpoint(forger, { size: taille, root })} where taille = ${taille}`,
      );
    },
  },
  "the whole log rolled back to an older checkpoint": {
    kept: true,
    tamper: async (tx, draw) => {
      const rows = await tx.execute<{ taille: number }>(
        sql`select taille::integer from audit_points order by taille desc offset 1`,
      );
      const { taille } = rows[draw(rows.length)] as { taille: number };
      await run(
        tx,
        sql`delete from audit a using audit_scelles s where s.entree_id = a.id and s.rang >= ${taille}`,
      );
      await run(tx, sql`delete from audit_scelles where rang >= ${taille}`);
      await run(tx, sql`delete from audit_points where taille > ${taille}`);
      await run(
        tx,
        sql`delete from audit_flux f where not exists (select from audit a where a.flux = f.flux)`,
      );
      await run(
        tx,
        sql`update audit_flux f set (seq, tete) = (
        select a.seq, a.feuille from audit a where a.flux = f.flux order by a.seq desc limit 1)`,
      );
    },
  },
};
