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

const font = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif";
const ink = "#1f2a28";
const muted = "#5a6663";
const accent = "#0f5f57";

function page(locale: Locale, parts: Parts, lien: string, linkHelp: string, footer: string): string {
  const dir = direction(locale);
  const align = "text-align:start";
  const p = (text: string) => `<p style="margin:0 0 16px">${escapeHtml(text)}</p>`;
  const facts = parts.lignes.map(
    ([label, value]) => `<tr><th scope="row" style="${align};font-weight:400;color:${muted};padding:6px 0">
${escapeHtml(label)}</th><td style="${align};padding:6px 12px"><bdi>${escapeHtml(value)}</bdi></td></tr>`,
  );
  const href = escapeHtml(lien);
  return `<!doctype html>
<html lang="${htmlLang(locale)}" dir="${dir}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(parts.sujet)}</title></head>
<body style="margin:0;background:#faf7f2;color:${ink};${font};font-size:16px;line-height:1.5;${align}">
<div style="max-width:560px;margin:0 auto;padding:24px 16px">
<p style="margin:0 0 16px;font-weight:700;font-size:20px;color:${accent}">Dihya</p>
<div style="background:#ffffff;border:1px solid #e3ddd3;border-radius:12px;padding:24px">
${p(parts.salut)}
${p(parts.corps)}
${facts.length > 0 ? `<table role="presentation" style="border-collapse:collapse;margin:0 0 16px">${facts.join("")}</table>` : ""}
<p style="margin:24px 0"><a href="${href}" style="display:inline-block;background:${accent};color:#ffffff;padding:12px 20px;border-radius:8px;text-decoration:none;font-weight:600">${escapeHtml(parts.action)}</a></p>
<p style="margin:0;color:${muted};font-size:14px">${escapeHtml(linkHelp)}<br><bdi dir="ltr" style="word-break:break-all">${href}</bdi></p>
</div>
<p style="color:${muted};font-size:14px;margin:16px 0 0">${escapeHtml(footer)}</p>
</div>
</body>
</html>
`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}
