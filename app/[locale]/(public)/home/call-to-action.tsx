import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/link-button";
import { pageAccount } from "@/lib/delivery/page";
import { Band } from "./band";

/** The last word: an account. Not said to those who have one. */
export async function CallToAction() {
  const [t, account] = await Promise.all([getTranslations("public.home"), pageAccount()]);
  if (account) return null;
  return (
    <Band tone="accent" labelledBy="commencer">
      <div className="mx-auto max-w-2xl text-center">
        <h2 id="commencer" className="text-2xl font-bold tracking-tight sm:text-3xl">
          {t("ctaTitle")}
        </h2>
        <p className="mt-3 text-lg text-ink-muted">{t("ctaText")}</p>
        <p className="mt-6">
          <LinkButton href="/inscription" variant="primary" size="lg">
            {t("ctaButton")}
          </LinkButton>
        </p>
      </div>
    </Band>
  );
}
