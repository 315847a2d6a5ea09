import type { Locale } from "@/lib/foundation/context";
import { formatDateTime, formatNumber } from "@/lib/i18n/format";
import { direction, htmlLang } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translate";
import type { IncidentDetail } from "./schemas";

const style = `body{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",Arial,sans-serif;line-height:1.5;
color:#1f2a28;max-width:60rem;margin:0 auto;padding:1.5rem}h2{margin-top:2rem}dt{font-weight:600;margin-top:.6rem}
dd{margin-inline-start:0;white-space:pre-line}table{border-collapse:collapse;width:100%}
th,td{border:1px solid #d5cfc4;padding:.4rem .6rem;text-align:start;vertical-align:top}th{background:#f1ece3}
.doux{color:#5a6663}@media print{body{padding:0}}`;

type Row = readonly [term: string, value: string];

/**
 * What the authority asks for (GDPR art. 33(3), NIS2 art. 23(4)), as one page in the reader's language that loads
 * nothing and prints.
 */
export function renderReport(incident: IncidentDetail, locale: Locale, now: Date): string {
  const t = translator(locale, "incidents");
  const at = (text: string | null) =>
    text ? formatDateTime(new Date(text), { locale, timeZone: incident.fuseau }) : "";
  const title = t("report.title", { id: String(incident.id) });
  const made = formatDateTime(now, { locale, timeZone: incident.fuseau });
  return `<!doctype html>
<html lang="${htmlLang(locale)}" dir="${direction(locale)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title><style>${style}</style></head>
<body><h1>${escapeHtml(title)}</h1><p class="doux">${escapeHtml(t("report.made", { date: made }))}</p>
${list(t("report.nature"), natureOf(incident, locale, at))}
${list(t("report.told"), wordsOf(incident, locale))}
<h2>${escapeHtml(t("report.clocks"))}</h2>
${table([t("report.what"), t("report.until"), t("report.done"), t("report.law")], clocksOf(incident, locale, at))}
<h2>${escapeHtml(t("report.history"))}</h2>
${table([t("report.when"), t("report.what"), t("report.who"), t("report.text")], stepsOf(incident, locale, at))}
</body></html>
`;
}

type At = (text: string | null) => string;

function natureOf(incident: IncidentDetail, locale: Locale, at: At): Row[] {
  const t = translator(locale, "incidents");
  const number = (value: number | null) => (value === null ? t("unknown") : formatNumber(value, { locale }));
  const comma = t("comma");
  return [
    [t("fields.type"), t(`types.${incident.type}`)],
    [t("fields.gravite"), t(`gravites.${incident.gravite}`)],
    [t("fields.risque"), t(`risques.${incident.risque}`)],
    [t("fields.debut_le"), at(incident.debut_le) || t("unknown")],
    [t("fields.constate_le"), at(incident.constate_le)],
    [
      t("fields.personnes"),
      incident.personnes.map((one) => t(`personnes.${one}`)).join(comma) || t("nobody"),
    ],
    [t("fields.personnes_nombre"), number(incident.personnes_nombre)],
    [t("fields.donnees"), incident.donnees.map((one) => t(`donnees.${one}`)).join(comma) || t("nothing")],
    [t("fields.enregistrements_nombre"), number(incident.enregistrements_nombre)],
    [t("fields.etat"), t(`etats.${incident.statut}`)],
  ];
}

function wordsOf(incident: IncidentDetail, locale: Locale): Row[] {
  const t = translator(locale, "incidents");
  const rows: Row[] = (["description", "consequences", "mesures"] as const).map((field) => [
    t(`fields.${field}`),
    incident[field],
  ]);
  return rows.filter(([, value]) => value !== "");
}

function clocksOf(incident: IncidentDetail, locale: Locale, at: At): string[][] {
  const t = translator(locale, "incidents");
  return incident.delais.map(({ nom, echeance, fait_le, etat, reference }) => [
    t(`etapes.${nom}`),
    etat === "non_requis" ? "" : at(echeance),
    fait_le ? at(fait_le) : t(`delais.${etat}`),
    reference,
  ]);
}

function stepsOf(incident: IncidentDetail, locale: Locale, at: At): string[][] {
  const t = translator(locale, "incidents");
  return incident.etapes.map(({ fait_le, type, par, texte, avant }) => {
    const fields = Object.keys(avant).map((field) => t(`fields.${field as "type"}`));
    return [at(fait_le), t(`etapes.${type}`), par, texte || fields.join(t("comma"))];
  });
}

const list = (heading: string, rows: readonly Row[]): string =>
  rows.length === 0
    ? ""
    : `<h2>${escapeHtml(heading)}</h2><dl>${rows
        .map(([term, value]) => `<dt>${escapeHtml(term)}</dt><dd><bdi>${escapeHtml(value)}</bdi></dd>`)
        .join("\n")}</dl>`;

const cell = (name: "th" | "td", text: string) =>
  `<${name}${name === "th" ? ' scope="col"' : ""}><bdi>${escapeHtml(text)}</bdi></${name}>`;
const line = (name: "th" | "td", cells: readonly string[]) =>
  `<tr>${cells.map((text) => cell(name, text)).join("")}</tr>`;
const table = (head: readonly string[], rows: readonly string[][]): string =>
  `<table><thead>${line("th", head)}</thead><tbody>${rows.map((row) => line("td", row)).join("\n")}</tbody></table>`;

function escapeHtml(value: string): string {
  return value
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}
