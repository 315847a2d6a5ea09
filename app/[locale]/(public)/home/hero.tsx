import { CalendarPlus } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { HomeScene } from "@/components/public/home-scene";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { Select } from "@/components/ui/select";
import { getPathname } from "@/lib/i18n/navigation";
import type { Catalogue } from "../catalogue";

/** What this is and the two ways in: book, or find out the price. */
export async function Hero({ catalogue }: { catalogue: Catalogue | null }) {
  const t = await getTranslations("public.home");
  return (
    <section className="overflow-hidden border-b border-line bg-linear-to-b from-warm-soft/60 to-surface">
      <div className="mx-auto grid max-w-6xl items-center gap-x-12 gap-y-8 px-4 pt-10 pb-12 sm:px-6 sm:pt-16 lg:grid-cols-[1.15fr_1fr]">
        <div>
          <p className="font-semibold text-warm-text">{t("eyebrow")}</p>
          <h1 className="mt-2 text-4xl leading-tight font-bold tracking-tight sm:text-5xl">{t("title")}</h1>
          <p className="mt-5 max-w-xl text-lg text-ink-muted sm:text-xl">{t("lead")}</p>
          <div className="mt-7 flex flex-wrap gap-3">
            <LinkButton
              href="/espace/reserver"
              variant="primary"
              size="lg"
              icon={<CalendarPlus aria-hidden />}
            >
              {t("book")}
            </LinkButton>
            <LinkButton href="/services" size="lg">
              {t("allServices")}
            </LinkButton>
          </div>
        </div>
        <HomeScene title={t("scene")} className="mx-auto w-full max-w-md lg:max-w-none" />
        {catalogue && catalogue.offers.length > 0 ? <QuickEstimate catalogue={catalogue} /> : null}
      </div>
    </section>
  );
}

/** A GET form to the simulator, so that a price is one choice away. */
async function QuickEstimate({ catalogue }: { catalogue: Catalogue }) {
  const [t, fields] = await Promise.all([getTranslations("public.home"), getTranslations("public.devis")]);
  const { agences, agence, offers, locale } = catalogue;
  return (
    <form
      method="get"
      action={getPathname({ href: "/devis", locale })}
      aria-label={t("estimate")}
      className="grid gap-4 rounded-card border border-line bg-raised p-5 shadow-overlay sm:grid-cols-[2fr_1.3fr_auto] sm:items-end sm:p-6 lg:col-span-2"
    >
      <Select
        name="type"
        label={fields("service")}
        defaultValue={offers.some(({ activite }) => activite.code === "menage") ? "menage" : undefined}
        options={offers.map(({ activite }) => ({ value: activite.code, label: activite.libelle }))}
      />
      <Select
        name="agence"
        label={fields("agency")}
        defaultValue={String(agence.id)}
        options={agences.map(({ id, nom, commune }) => ({ value: String(id), label: `${commune} (${nom})` }))}
      />
      <Button type="submit" variant="primary" size="lg">
        {t("estimate")}
      </Button>
    </form>
  );
}
