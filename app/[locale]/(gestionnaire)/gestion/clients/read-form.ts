import { nestedFieldsOf } from "@/lib/delivery/nested-fields";

type Fields = Record<string, string>;

/** The form of a client's file as the operation's input: typed texts, empty entries left out, coordinates kept. */
export function readClientForm(form: FormData): Record<string, unknown> {
  const { adresses, contacts, naissance, agence_id, version, forcer, ...person } = nestedFieldsOf(form);
  return {
    ...person,
    ...(agence_id ? { agence_id } : {}),
    ...(version && !forcer ? { version } : {}),
    naissance: naissance || null,
    adresses: withoutBlankEnd(listOf(adresses), isBlankAddress).map(addressOf),
    contacts: listOf(contacts).map(({ urgence, ...one }) => ({ ...one, urgence: urgence === "on" })),
  };
}

const listOf = (value: unknown): Fields[] => (Array.isArray(value) ? (value as Fields[]) : []);

const typed = ["voie", "complement", "code_postal", "commune", "libelle", "acces"];
const isBlankAddress = (address: Fields) => typed.every((name) => !address[name]?.trim());

/** Only the last ones are dropped: the others keep their numbers, so that refusals find their fields. */
function withoutBlankEnd(list: Fields[], isBlank: (one: Fields) => boolean): Fields[] {
  const last = list.findLastIndex((one) => !isBlank(one));
  return list.slice(0, last + 1);
}

function addressOf({ id, lieu, ...address }: Fields): Record<string, unknown> {
  return { ...(id ? { id } : {}), ...address, ...coordinatesOf(lieu, address) };
}

/** Coordinates belong to a place; another street, code or town has none until it is located again. */
function coordinatesOf(text: string | undefined, address: Fields): Record<string, unknown> {
  if (!text) return {};
  try {
    const { latitude, longitude, ...place } = JSON.parse(text) as Record<string, unknown>;
    const isSame = Object.entries(place).every(([name, value]) => address[name]?.trim() === value);
    return isSame ? { latitude, longitude } : {};
  } catch {
    return {};
  }
}
