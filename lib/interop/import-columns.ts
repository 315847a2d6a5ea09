import { fold, westernDigits } from "@/lib/i18n/text";

export const typesImport = ["client", "intervenant", "prestation"] as const;
export type TypeImport = (typeof typesImport)[number];

type Form = "text" | "date" | "moment" | "number" | "civilite" | "code";
/** A column that a table may have: how its cells are written by people, and other names that tables give it. */
export type Column = {
  nom: string;
  obligatoire?: true;
  form?: Form;
  alias?: readonly string[];
  exemple: string;
};

const identity: readonly Column[] = [
  { nom: "civilite", form: "civilite", alias: ["titre", "title", "genre"], exemple: "mme" },
  {
    nom: "nom",
    obligatoire: true,
    alias: ["nom de famille", "last name", "surname", "lastname"],
    exemple: "Benali",
  },
  { nom: "prenom", obligatoire: true, alias: ["first name", "firstname", "given name"], exemple: "Lina" },
  { nom: "email", alias: ["e-mail", "mail", "courriel", "adresse e-mail"], exemple: "lina@exemple.fr" },
  { nom: "telephone", alias: ["tel", "portable", "mobile", "phone"], exemple: "06 39 98 12 34" },
];
const agence: Column = { nom: "agence", alias: ["agency", "agence_id", "code agence"], exemple: "" };
const position: readonly Column[] = [
  { nom: "latitude", form: "number", alias: ["lat"], exemple: "" },
  { nom: "longitude", form: "number", alias: ["lon", "lng"], exemple: "" },
];

export const columnsOf: Record<TypeImport, readonly Column[]> = {
  client: [
    ...identity,
    { nom: "langue", form: "code", alias: ["language"], exemple: "fr" },
    {
      nom: "naissance",
      form: "date",
      alias: ["date de naissance", "birth date", "ne le"],
      exemple: "12/03/1948",
    },
    { nom: "voie", alias: ["adresse", "rue", "street", "address"], exemple: "12 rue des Lilas" },
    { nom: "complement", alias: ["complement d adresse", "batiment"], exemple: "" },
    { nom: "code_postal", alias: ["cp", "zip", "postal code", "postcode"], exemple: "75011" },
    { nom: "commune", alias: ["ville", "city", "town"], exemple: "Paris" },
    { nom: "pays", alias: ["country"], exemple: "FR" },
    { nom: "acces", alias: ["code porte", "digicode", "access"], exemple: "" },
    ...position,
    { nom: "notes", alias: ["note", "remarques", "commentaire", "comments"], exemple: "" },
    agence,
  ],
  intervenant: [
    { nom: "matricule", alias: ["numero", "registration number", "employee id"], exemple: "" },
    ...identity,
    { nom: "langues", form: "code", alias: ["languages"], exemple: "fr ar" },
    { nom: "competences", form: "code", alias: ["activites", "skills"], exemple: "menage repassage" },
    { nom: "secteur", alias: ["zone", "area"], exemple: "Est" },
    { nom: "secteurs", alias: ["codes postaux", "postal codes"], exemple: "75011 75012" },
    { nom: "contrat", form: "code", alias: ["type de contrat", "contract"], exemple: "cdi" },
    { nom: "heures_semaine", form: "number", alias: ["heures", "weekly hours"], exemple: "28" },
    {
      nom: "embauche_le",
      form: "date",
      alias: ["date d embauche", "embauche", "hired"],
      exemple: "01/09/2024",
    },
    ...position,
    agence,
  ],
  prestation: [
    {
      nom: "client",
      obligatoire: true,
      alias: ["client_id", "email client", "e-mail du client", "customer"],
      exemple: "lina@exemple.fr",
    },
    {
      nom: "type",
      obligatoire: true,
      alias: ["activite", "prestation", "activity", "service"],
      exemple: "menage",
    },
    {
      nom: "date",
      obligatoire: true,
      form: "moment",
      alias: ["debut", "start", "date et heure"],
      exemple: "02/09/2027 09:00",
    },
    { nom: "duree", obligatoire: true, form: "number", alias: ["heures", "duration", "hours"], exemple: "2" },
    { nom: "intervenant", alias: ["intervenant_id", "matricule", "worker"], exemple: "" },
    { nom: "instructions", alias: ["consignes", "notes"], exemple: "" },
    { nom: "derogation", alias: ["motif de derogation"], exemple: "" },
  ],
};

const titles: Record<string, string> = {
  m: "m",
  mr: "m",
  monsieur: "m",
  mme: "mme",
  madame: "mme",
  mrs: "mme",
  ms: "mme",
  mlle: "mme",
  autre: "autre",
};

const readers: Record<Form, (text: string) => string> = {
  text: (text) => text,
  code: (text) => text.toLowerCase(),
  civilite: (text) => titles[fold(text).replaceAll(".", "")] ?? text,
  number: (text) => westernDigits(text).replace(/\s/g, "").replace(",", "."),
  date: civil,
  moment: (text) => {
    const [day = "", time] = westernDigits(text).split(/[T ]+/, 2);
    const clock = /^(\d{1,2})[h:](\d{2})?(:\d{2})?(Z|[+-]\d{2}:\d{2})?$/.exec(time ?? "");
    if (!clock) return text;
    const [, hour = "", minute = "00", second = "", zone = ""] = clock;
    return `${civil(day)}T${hour.padStart(2, "0")}:${minute}${second}${zone}`;
  },
};

/** Day first, as written in France, Algeria and Morocco; ISO stays. */
function civil(text: string): string {
  const [, day = "", month = "", year = ""] =
    /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(westernDigits(text)) ?? [];
  return year ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : westernDigits(text);
}

/** A cell as the schema of the create operation reads it; the apostrophe that our exports put before formulas goes. */
export function readCell(column: Column, raw: string): string {
  const text = raw.trim().replace(/^'(?=[=+\-@\t\r])/, "");
  return text === "" ? "" : readers[column.form ?? "text"](text);
}

/** Which of our columns each error pointer speaks of. */
export function columnOfPointer(type: TypeImport, pointer: string): string {
  const parts = pointer.split("/").filter((part) => part !== "" && !/^\d+$/.test(part));
  if (parts.at(-2) === "contrat" && parts.at(-1) === "type") return "contrat";
  const name = (parts.at(-1) ?? "").replace(/_id$/, "");
  return columnsOf[type].some(({ nom }) => nom === name) ? name : (parts[0] ?? "");
}
