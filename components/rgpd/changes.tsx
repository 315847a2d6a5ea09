import { getLocale, getTranslations } from "next-intl/server";
import { formatDate } from "@/lib/i18n/format";
import { isLocale, localeName } from "@/lib/i18n/locales";
import type { Demande } from "@/lib/rgpd/schemas";
import { SectionHeader } from "../ui/section-header";

/** What a rectification changes: what stands, and what is to stand there, side by side. */
export async function Changes({ demande }: { demande: Demande }) {
  const [t, tFields] = await Promise.all([getTranslations("rgpd.one"), getTranslations("rgpd.fields")]);
  const open = demande.jours_restants !== null;
  const heads = [t("changesField"), t(open ? "changesBefore" : "changesStood")];
  const cell = "min-w-0 break-words px-4 py-3 text-start align-top font-normal";
  return (
    <section aria-labelledby={`corrections-${demande.id}`}>
      <SectionHeader id={`corrections-${demande.id}`} title={t("changes")} />
      <table className="w-full table-fixed rounded-card border border-line bg-raised">
        <thead>
          <tr className="border-b border-line text-ink-muted">
            {[...heads, t(open ? "changesAfter" : "changesDone")].map((head) => (
              <th key={head} scope="col" className={cell}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {demande.changements.map(({ champ, avant, apres }) => (
            <tr key={champ}>
              <th scope="row" className={cell}>
                {tFields(champ)}
              </th>
              <td className={`${cell} text-ink-muted`}>
                <Written champ={champ} value={avant} />
              </td>
              <td className={`${cell} font-semibold`}>
                <Written champ={champ} value={apres} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

type Champ = Demande["changements"][number]["champ"];

async function Written(value: { champ: Champ; value: string }) {
  return <bdi>{await written(value)}</bdi>;
}

/** A value as people write it. */
async function written({ champ, value }: { champ: Champ; value: string }): Promise<string> {
  if (value === "") return (await getTranslations("rgpd.one"))("nothing");
  if (champ === "civilite") return (await getTranslations("common.civilites"))(value as "autre");
  if (champ === "langue") return isLocale(value) ? localeName(value) : value;
  if (champ !== "naissance") return value;
  const locale = await getLocale();
  return isLocale(locale) ? formatDate(value, { locale, style: "long" }) : value;
}
