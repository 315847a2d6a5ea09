import { nomsFrance, nomsKabylie, prenomsFrance, prenomsKabylie } from "./data/noms";
import { fold } from "./fold";
import { at, type Dice } from "./random";

export type Personne = {
  civilite: "mme" | "m";
  prenom: string;
  nom: string;
  email: string;
  telephone: string;
};

/** Hands out people whose full names and e-mail addresses are all different. */
export function personFactory(random: Dice, domain: string) {
  const taken = new Set<string>();
  let phone = 0;
  return (agenceId: number, womenShare: number): Personne => {
    const kabylie = agenceId === 3;
    const prenoms = kabylie ? prenomsKabylie : prenomsFrance;
    const noms = kabylie ? nomsKabylie : nomsFrance;
    for (;;) {
      const civilite = random.chance(womenShare) ? "mme" : "m";
      const prenom = random.pick(prenoms[civilite]);
      const nom = random.pick(noms);
      const address = `${slug(prenom)}.${slug(nom)}@${domain}`;
      if (taken.has(address)) continue;
      taken.add(address);
      phone += 1;
      return { civilite, prenom, nom, email: address, telephone: phoneNumber(kabylie, phone, random) };
    }
  };
}

/** Ranges kept for fiction in France (Arcep); in Algeria, a range that no operator holds. */
export function phoneNumber(algeria: boolean, serial: number, random: Dice): string {
  const four = String((serial * 37 + random.int(0, 36)) % 10_000).padStart(4, "0");
  const tail = `${four.slice(0, 2)} ${four.slice(2)}`;
  if (algeria) return `+213 500 00 ${tail}`;
  return random.chance(0.7) ? `+33 6 39 98 ${tail}` : `+33 1 99 00 ${tail}`;
}

function slug(name: string): string {
  return fold(name).replace(/[^a-z0-9]+/g, "-");
}

/** A point some dozens of metres around a place, six decimals. */
export function near(latitude: number, longitude: number, random: Dice) {
  const shift = () => random.int(-3500, 3500) / 1_000_000;
  const round = (value: number) => Math.round(value * 1_000_000) / 1_000_000;
  return { latitude: round(latitude + shift()), longitude: round(longitude + shift()) };
}

export const agencySizes = { intervenants: [18, 12, 10], clients: [90, 60, 50] } as const;

/** Agency of the n-th person (0 first) when agencies fill one after the other. */
export function agencyOfRank(rank: number, sizes: readonly number[]): number {
  let last = 0;
  for (let index = 0; index < sizes.length; index += 1) {
    last += at(sizes, index);
    if (rank < last) return index + 1;
  }
  return sizes.length;
}
