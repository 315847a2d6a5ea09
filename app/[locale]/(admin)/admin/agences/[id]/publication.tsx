import { getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { ConfirmAction } from "@/components/ui/confirm-action";
import { SectionHeader } from "@/components/ui/section-header";
import { StatusBadge } from "@/components/ui/status-badge";
import { TextLink } from "@/components/ui/text-link";
import { load } from "@/lib/delivery/page";
import { FEWEST_PEOPLE } from "@/lib/interop/open-data";
import { readPublication } from "@/lib/interop/read-publication";
import { switchPublication } from "../actions";

/** Whether the agency's monthly counts are in the open data, and what that means before it is changed. */
export async function Publication({ id }: { id: number }) {
  const [t, { publie, nom }] = await Promise.all([
    getTranslations("donneesOuvertes.agence"),
    load(readPublication, { id }),
  ]);
  const act = publie ? "withdraw" : "publish";
  return (
    <section className="mt-12 max-w-3xl" aria-labelledby="donnees-ouvertes">
      <SectionHeader id="donnees-ouvertes" title={t("title")} />
      <Card className="space-y-4">
        <StatusBadge
          statut={publie ? "publie" : "inactif"}
          label={t(publie ? "published" : "notPublished")}
        />
        <p>{t("what", { min: FEWEST_PEOPLE })}</p>
        <p className="text-ink-muted">{t("past")}</p>
        <div className="flex flex-wrap items-center gap-4">
          <ConfirmAction
            variant={publie ? "danger" : "primary"}
            look="secondary"
            label={t(act)}
            action={switchPublication}
            fields={{ id, publie: publie ? "false" : "true" }}
            title={t(`${act}Title`, { name: nom })}
            consequence={t(`${act}Consequence`)}
            confirmLabel={t(act)}
          />
          <TextLink href="/donnees-ouvertes">{t("see")}</TextLink>
        </div>
      </Card>
    </section>
  );
}
