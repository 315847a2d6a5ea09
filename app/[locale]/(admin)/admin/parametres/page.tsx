import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ParametreForm } from "@/components/admin/parametre-form";
import { MessagesProvider } from "@/components/shell/messages-provider";
import { Card } from "@/components/ui/card";
import { FilterBar } from "@/components/ui/filter-bar";
import { PageHeader } from "@/components/ui/page-header";
import { SectionHeader } from "@/components/ui/section-header";
import { Select } from "@/components/ui/select";
import { TextLink } from "@/components/ui/text-link";
import { load, searchInput } from "@/lib/delivery/page";
import { listAgences } from "@/lib/organisation/list-agences";
import { listParametres } from "@/lib/organisation/list-parametres";
import { saveParametre } from "./actions";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const groups = ["securite", "reservation", "rappel", "alerte", "conservation"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("parametres"))("title") };
}

/** The product's settings, and what one agency wants otherwise. */
export default async function ParametresPage({ searchParams }: Props) {
  const { agence_id: agence } = searchInput(await searchParams);
  const [t, { results }, agences] = await Promise.all([
    getTranslations("parametres"),
    load(listParametres, agence ? { agence_id: agence } : {}),
    load(listAgences, { limit: 200 }),
  ]);
  return (
    <>
      <PageHeader title={t("title")} description={t(agence ? "leadAgency" : "lead")} />
      <FilterBar label={t("level")} resetHref={agence ? "/admin/parametres" : undefined}>
        <Select
          name="agence_id"
          label={t("level")}
          placeholder={t("product")}
          defaultValue={agence}
          options={agences.results.map(({ id, nom }) => ({ value: String(id), label: nom }))}
        />
      </FilterBar>
      <MessagesProvider names={["parametres"]}>
        <div className="max-w-3xl space-y-10">
          {groups.map((group) => {
            const mine = results.filter(({ cle }) => cle.startsWith(`${group}.`));
            if (mine.length === 0) return null;
            return (
              <section key={group} aria-labelledby={group}>
                <SectionHeader id={group} title={t(`groups.${group}`)} />
                <Card className="divide-y divide-line py-0 sm:py-0">
                  {mine.map((parametre) => (
                    <ParametreForm
                      key={`${parametre.cle}:${agence}`}
                      parametre={parametre}
                      action={saveParametre}
                    />
                  ))}
                </Card>
              </section>
            );
          })}
          <p className="text-ink-muted">
            {t("elsewhere")}{" "}
            <TextLink href={agence ? `/admin/agences/${agence}` : "/admin/agences"}>{t("agency")}</TextLink>
          </p>
        </div>
      </MessagesProvider>
    </>
  );
}
