import { env } from "@/lib/foundation/env";
import { direction, htmlLang, type Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translate";
import { type Contenu, faits, type Gabarit } from "./gabarit";

export type Rendu = { sujet: string; texte: string; html: string };
type Parts = { sujet: string; salut: string; corps: string; lignes: [string, string][]; action: string };

/**
 * A message in the reader's language: subject, plain text, and the same as HTML (inline styles, nothing loaded from
 * outside, right to left in Arabic).
 */
export function renderCourriel(gabarit: Gabarit, locale: Locale, contenu: Contenu): Rendu {
  const t = translator(locale, "emails");
  const { prenom } = contenu;
  const lignes = faits.flatMap((fait): [string, string][] => {
    const value = contenu.faits?.[fait];
    return value ? [[t(`faits.${fait}`), value]] : [];
  });
  const parts: Parts = {
    sujet: t(`gabarits.${gabarit}.subject`),
    salut: prenom ? t("greeting", { name: prenom }) : t("greetingPlain"),
    corps: t(`gabarits.${gabarit}.text`),
    lignes,
    action: t(`gabarits.${gabarit}.action`),
  };
  const lien = link(locale, contenu);
  return {
    sujet: parts.sujet,
    texte: plain(parts, lien, t("footer"), t("labelValue", { label: "\u0001", value: "\u0002" })),
    html: page(locale, parts, lien, t("linkHelp"), t("footer")),
  };
}

function link(locale: Locale, { page, jeton }: Contenu): string {
  const url = new URL(`/${locale}${page}`, env().NEXTAUTH_URL);
  if (jeton) url.searchParams.set("jeton", jeton);
  return url.href;
}

function plain(parts: Parts, lien: string, footer: string, pair: string): string {
  const facts = parts.lignes.map(([label, value]) => pair.replace("\u0001", label).replace("\u0002", value));
  const blocks = [parts.salut, parts.corps, facts.join("\n"), `${parts.action}\n${lien}`, `-- \n${footer}`];
  return `${blocks.filter(Boolean).join("\n\n")}\n`;
}

const font = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',Arial,sans-serif";
const ink = "#1f2a28";
const muted = "#5a6663";
const accent = "#0f5f57";

/** The same at night, for readers that keep a style sheet; the others stay with the colours written in the lines. */
const night = `@media (prefers-color-scheme:dark){
.fond{background:#141a19!important;color:#e8ece9!important}
.carte{background:#1d2524!important;border-color:#36413f!important}
.doux{color:#a9b5b1!important}
.marque{color:#6cc5b8!important}}`;

function page(locale: Locale, parts: Parts, lien: string, linkHelp: string, footer: string): string {
  const dir = direction(locale);
  const lang = htmlLang(locale);
  const href = escapeHtml(lien);
  // Some mailboxes drop <html> and <body>, and some know no text-align:start: the first block says it all again.
  const side = `text-align:${dir === "rtl" ? "right" : "left"}`;
  return `<!doctype html>
<html lang="${lang}" dir="${dir}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(parts.sujet)}</title><style>${night}</style></head>
<body class="fond" style="margin:0;background:#faf7f2;color:${ink}">
<div class="fond" lang="${lang}" dir="${dir}" style="background:#faf7f2;color:${ink};${font};font-size:16px;line-height:1.6;${side}">
<div style="max-width:560px;margin:0 auto;padding:24px 16px">
<p class="marque" style="margin:0 0 16px;font-weight:700;font-size:20px;color:${accent}">Dihya</p>
<div class="carte" style="background:#ffffff;border:1px solid #e3ddd3;border-radius:12px;padding:24px">
${paragraph(parts.salut)}
${paragraph(parts.corps)}
${factTable(parts.lignes, side)}${button(href, parts.action)}
<p class="doux" style="margin:0;color:${muted};font-size:14px">${escapeHtml(linkHelp)}<br><bdi dir="ltr" style="word-break:break-all">${href}</bdi></p>
</div>
<p class="doux" style="color:${muted};font-size:14px;margin:16px 0 0">${escapeHtml(footer)}</p>
</div>
</div>
</body>
</html>
`;
}

const paragraph = (text: string) => `<p style="margin:0 0 16px">${escapeHtml(text)}</p>`;

function factTable(lignes: Parts["lignes"], side: string): string {
  if (lignes.length === 0) return "";
  const rows = lignes.map(
    ([
      label,
      value,
    ]) => `<tr><th class="doux" scope="row" style="${side};vertical-align:top;font-weight:400;color:${muted};padding:4px 0">
${escapeHtml(label)}</th><td style="${side};vertical-align:top;padding:4px 16px"><bdi style="white-space:pre-line;word-break:break-word">${escapeHtml(value)}</bdi></td></tr>`,
  );
  return `<table style="border-collapse:collapse;margin:0 0 16px">${rows.join("")}</table>\n`;
}

/** The cell carries the colour too: Outlook draws no padding around a link. */
function button(href: string, action: string): string {
  const shape = "display:inline-block;padding:12px 20px;border-radius:8px";
  return `<table role="presentation" cellpadding="0" cellspacing="0" style="border-collapse:separate;border-spacing:0;margin:24px 0"><tr><td bgcolor="${accent}" style="padding:0;background:${accent};border-radius:8px"><a href="${href}" style="${shape};background:${accent};color:#ffffff;text-decoration:none;font-weight:600">${escapeHtml(action)}</a></td></tr></table>`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}
