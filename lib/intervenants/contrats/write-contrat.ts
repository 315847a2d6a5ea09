import type { Tx } from "@/db/client";
import type { Context } from "@/lib/foundation/context";
import { Refused } from "@/lib/foundation/errors";
import type { Scope } from "@/lib/foundation/policy";
import { civilDay } from "@/lib/foundation/zoned";
import { type ContratFile, findContrat, lockContrat, writeCurrent } from "./contrat-store";
import { etatOn, type Termes, termesOn, weekOfYear } from "./termes";

type Hours = { mode: Termes["mode"]; heures_semaine?: number; heures_annee?: number };

/** Hours as they are kept. Those of a year say the average week unless it was given. */
export function minutesOf({ mode, heures_semaine, heures_annee }: Hours) {
  const minutesAnnee = mode === "annuel" && heures_annee !== undefined ? Math.round(heures_annee * 60) : null;
  const given = heures_semaine === undefined ? undefined : Math.round(heures_semaine * 60);
  return { minutesAnnee, minutesSemaine: Math.min(2880, given ?? weekOfYear(minutesAnnee ?? 0)) };
}

/** A contract locked until the transaction ends. Throws `notFound`, `preconditionFailed`. */
export async function openContrat(
  tx: Tx,
  scope: Scope,
  { id, version }: { id: number; version?: number },
): Promise<ContratFile> {
  const file = (await lockContrat(tx, id)) ? await findContrat(tx, scope, id) : undefined;
  if (!file) throw new Refused("notFound");
  if (version !== undefined && version !== file.version) throw new Refused("preconditionFailed");
  return file;
}

/** The contract after a change; the person's file says what holds today. */
export async function closeContrat(tx: Tx, ctx: Context, scope: Scope, id: number): Promise<ContratFile> {
  const file = await findContrat(tx, scope, id);
  if (!file) throw new Refused("notFound");
  const jour = civilDay(ctx.now, file.fuseau);
  const now = etatOn(file, jour) === "en_cours" ? termesOn(file.avenants, jour) : undefined;
  if (now) {
    const contratType = file.nature === "mandataire" ? "independant" : file.nature;
    await writeCurrent(tx, file.intervenantId, { contratType, contratMinutesSemaine: now.minutesSemaine });
  }
  return file;
}
