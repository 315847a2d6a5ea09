import type { z } from "zod";
import { clientPatch } from "@/lib/clients/schemas";
import { Refused } from "@/lib/foundation/errors";

/**
 * What a rectification may change, each value held by the schema of the ordinary edit. Addresses and contacts are not
 * here: a client changes theirs at once, without asking.
 */
export const changementsBody = clientPatch.pick({
  civilite: true,
  nom: true,
  prenom: true,
  email: true,
  telephone: true,
  naissance: true,
  langue: true,
});

export type Changements = z.output<typeof changementsBody>;
export type Champ = keyof Changements;
/** What is asked for, and what stood there: when it was asked, then when it was decided. */
export type Rectification = { voulu: Changements; avant: Changements };

export const champs = Object.keys(changementsBody.shape) as [Champ, ...Champ[]];
const unknownOfIntervenant = ["naissance", "langue"] as const satisfies readonly Champ[];

/** The fields that are given, in their order. */
export const champsDe = (values: Changements): Champ[] =>
  champs.filter((champ) => values[champ] !== undefined);

/** Throws `validation` for fields that the file of an intervenant does not have. */
export function refuseFieldsOfClients(values: Changements): void {
  const barred = unknownOfIntervenant.filter((champ) => values[champ] !== undefined);
  if (barred.length === 0) return;
  throw new Refused("validation", {
    errors: barred.map((champ) => ({ pointer: `/changements/${champ}`, code: "unknownField" })),
  });
}

/** The values of a file under the names of the fields. */
export function valuesOf(file: Changements, which: readonly Champ[]): Changements {
  return Object.fromEntries(which.map((champ) => [champ, file[champ]])) as Changements;
}

/** What is asked for and does not stand in the file already. */
export function differing(asked: Changements, file: Changements): Changements {
  return valuesOf(
    asked,
    champsDe(asked).filter((champ) => (asked[champ] ?? "") !== (file[champ] ?? "")),
  );
}
