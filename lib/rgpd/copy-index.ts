import type { Locale } from "@/lib/foundation/context";
import { formatDate, formatDateTime, formatMoney } from "@/lib/i18n/format";
import { direction, htmlLang } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translate";
import type { Copy, Row } from "./copy-store";

export type Document = { kind: "factures" | "devis" | "attestations"; id: number; path: string };
type Labels = Record<Locale, string>;
type Person = {
  prenom: string;
  nom: string;
  langue: Locale;
  agence: string;
  pays: string;
  fuseau: string;
  devise: string;
};
export type CopyIndex = {
  copy: Copy;
  documents: readonly Document[];
  omitted: number;
  person: Person;
  services: ReadonlyMap<number, Labels>;
  now: Date;
  /** The parts that are shown; without it, those of a client. */
  only?: readonly SectionKey[];
};

type Cell = string | { text: string; href: string };
type Section = { key: SectionKey; columns: ColumnKey[]; rows: Cell[][] };
type Words = ReturnType<typeof translator<"rgpd.copy">>;
type SectionKey = Parameters<Words>[0] extends infer K
  ? K extends `sections.${infer S}`
    ? S
    : never
  : never;
type ColumnKey = Parameters<Words>[0] extends infer K ? (K extends `columns.${infer S}` ? S : never) : never;

const style = `body{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",Arial,sans-serif;line-height:1.5;
color:#1f2a28;background:#faf7f2;max-width:70rem;margin:0 auto;padding:1.5rem}h2{margin-top:2.5rem}
table{border-collapse:collapse;width:100%;background:#fff}th,td{border:1px solid #e3ddd3;padding:.4rem .6rem;
text-align:start;vertical-align:top}th{background:#f1ece3}.doux{color:#5a6663}@media print{body{background:#fff}}`;

/** The page of a copy, in the person's language: plain HTML that loads nothing and opens without a network. */
export function renderCopyIndex(made: CopyIndex): string {
  const { person, now, omitted } = made;
  const { langue } = person;
  const t = translator(langue, "rgpd.copy");
  const name = `${person.prenom} ${person.nom}`.trim();
  const title = t("title", { name });
  const on = formatDateTime(now, { locale: langue, region: person.pays, timeZone: person.fuseau });
  const sections = sectionsOf(made).map((section) => renderSection(section, t));
  return `<!doctype html>
<html lang="${htmlLang(langue)}" dir="${direction(langue)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title><style>${style}</style></head>
<body><h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(t("made", { agency: person.agence, date: on }))}</p>
<p class="doux">${escapeHtml(t("rest"))}</p>
${omitted > 0 ? `<p>${escapeHtml(t("omitted", { count: omitted }))}</p>` : ""}
${sections.join("\n")}
</body></html>
`;
}

function renderSection({ key, columns, rows }: Section, t: Words): string {
  const heading = `<h2>${escapeHtml(t(`sections.${key}`))}</h2>`;
  if (rows.length === 0) return `${heading}<p class="doux">${escapeHtml(t("none"))}</p>`;
  const head = columns.map((column) => `<th scope="col">${escapeHtml(t(`columns.${column}`))}</th>`).join("");
  const body = rows.map(
    (cells) => `<tr>${cells.map((cell) => `<td>${renderCell(cell)}</td>`).join("")}</tr>`,
  );
  return `${heading}<table><thead><tr>${head}</tr></thead><tbody>${body.join("\n")}</tbody></table>`;
}

const renderCell = (cell: Cell): string =>
  typeof cell === "string"
    ? `<bdi>${escapeHtml(cell)}</bdi>`
    : `<a href="${escapeHtml(encodeURI(cell.href))}"><bdi>${escapeHtml(cell.text)}</bdi></a>`;

function sectionsOf(made: CopyIndex): Section[] {
  const rows = (table: string) => made.copy[table] ?? [];
  const tell = tellerOf(made.person);
  const section = (key: SectionKey, table: string, cells: [ColumnKey, (row: Row) => Cell][]): Section => ({
    key,
    columns: cells.map(([column]) => column),
    rows: rows(table).map((row) => cells.map(([, cell]) => cell(row))),
  });
  const all = [
    ...personSections(section, tell),
    ...serviceSections(section, tell, made),
    ...traceSections(section, tell),
  ];
  const { only } = made;
  return all.filter(({ key }) => (only ? only.includes(key) : key !== "work"));
}

type MakeSection = (key: SectionKey, table: string, cells: [ColumnKey, (row: Row) => Cell][]) => Section;
type Teller = ReturnType<typeof tellerOf>;

const text = (column: string) => (row: Row) => String(row[column] ?? "");

/** How values read in the person's language and zone. */
function tellerOf({ langue, pays, fuseau, devise }: Person) {
  const zoned = { locale: langue, region: pays, timeZone: fuseau };
  const states = translator(langue, "states") as unknown as {
    (key: string): string;
    has(key: string): boolean;
  };
  const word = (words: typeof states, key: string, fallback: string) =>
    words.has(key) ? words(key) : fallback;
  const actions = translator(langue, "audit") as unknown as typeof states;
  const roles = translator(langue, "common") as unknown as typeof states;
  return {
    at: (column: string) => (row: Row) => {
      const value = row[column];
      return value ? formatDateTime(new Date(value as string | Date), zoned) : "";
    },
    day: (column: string) => (row: Row) =>
      row[column] ? formatDate(String(row[column]), { ...zoned, style: "long" }) : "",
    money: (column: string) => (row: Row) =>
      formatMoney(Number(row[column]), String(row.devise ?? devise), zoned),
    state:
      (family: string, column = "statut") =>
      (row: Row) =>
        word(states, `${family}.${row[column]}`, String(row[column] ?? "")),
    action: (row: Row) => {
      const [object = "", act = ""] = String(row.action).split(".");
      return `${word(actions, `objets.${object}`, object)} · ${word(actions, `actes.${act}`, act)}`;
    },
    role: (row: Row) => word(roles, `roles.${row.role}`, String(row.role)),
    right: (row: Row) => translator(langue, "rgpd")(`typesOf.${row.type as "acces"}`),
  };
}

function personSections(section: MakeSection, tell: Teller): Section[] {
  return [
    section("identity", "clients", [
      ["firstName", text("prenom")],
      ["name", text("nom")],
      ["email", text("email")],
      ["phone", text("telephone")],
      ["birth", tell.day("naissance")],
      ["notes", text("notes")],
    ]),
    section("account", "utilisateurs", [
      ["email", text("email")],
      ["made", tell.at("cree_le")],
      ["lastSignIn", tell.at("derniere_connexion_le")],
    ]),
    section("addresses", "adresses", [
      ["street", (row) => [row.voie, row.complement].filter(Boolean).join(", ")],
      ["town", (row) => `${row.code_postal} ${row.commune}`],
      ["access", text("acces")],
    ]),
    section("contacts", "contacts", [
      ["name", text("nom")],
      ["link", text("lien")],
      ["phone", text("telephone")],
      ["email", text("email")],
    ]),
  ];
}

function serviceSections(section: MakeSection, tell: Teller, made: CopyIndex): Section[] {
  const { services, documents, person } = made;
  const file =
    (kind: Document["kind"]) =>
    (row: Row): Cell => {
      const found = documents.find((one) => one.kind === kind && one.id === row.id);
      const label = String(row.numero ?? "");
      return found ? { text: label, href: found.path } : label;
    };
  return [
    section("visits", "prestations", [
      ["date", tell.at("debut")],
      ["service", (row) => services.get(Number(row.activite_id))?.[person.langue] ?? ""],
      ["state", tell.state("prestation")],
      ["amount", tell.money("prix_ttc")],
      ["notes", (row) => [row.instructions, row.note_intervenant].filter(Boolean).join("\n")],
    ]),
    section("work", "travail", [
      ["date", tell.at("debut")],
      ["service", (row) => services.get(Number(row.activite_id))?.[person.langue] ?? ""],
      ["state", tell.state("prestation")],
    ]),
    section("bookings", "reservations", [
      ["date", tell.at("date_demandee")],
      ["state", tell.state("reservation")],
      ["message", text("message")],
    ]),
    section("invoices", "factures", [
      ["number", file("factures")],
      ["date", tell.day("date_emission")],
      ["amount", tell.money("total_ttc")],
      ["state", tell.state("facture")],
    ]),
    section("quotes", "devis", [
      ["number", file("devis")],
      ["date", tell.day("date_emission")],
      ["amount", tell.money("total_ttc")],
      ["state", tell.state("devis")],
    ]),
    section("payments", "paiements", [
      ["date", tell.day("date")],
      ["amount", tell.money("montant")],
      ["means", tell.state("modePaiement", "mode")],
    ]),
    {
      key: "certificates",
      columns: ["number"],
      rows: documents
        .filter(({ kind }) => kind === "attestations")
        .map(({ id, path }) => [{ text: String(id), href: path }]),
    },
  ];
}

function traceSections(section: MakeSection, tell: Teller): Section[] {
  return [
    section("reviews", "avis", [
      ["date", tell.at("cree_le")],
      ["mark", (row) => `${row.note}/5`],
      ["message", text("commentaire")],
      ["answer", text("reponse")],
    ]),
    section("mails", "courriels", [
      ["date", tell.at("cree_le")],
      ["message", text("sujet")],
    ]),
    section("requests", "demandes_rgpd", [
      ["date", tell.day("recue_le")],
      ["right", tell.right],
      ["state", tell.state("demandeRgpd")],
      ["answer", (row) => [row.motif_refus, row.reponse].filter(Boolean).join("\n")],
    ]),
    section("accesses", "audit", [
      ["date", tell.at("horodatage")],
      ["role", tell.role],
      ["action", tell.action],
    ]),
  ];
}

function escapeHtml(value: string): string {
  return value
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}
