import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { PublicShell } from "@/components/shell/public-shell";
import { LinkButton } from "@/components/ui/link-button";
import { homes, load, pageAccount } from "@/lib/delivery/page";
import type { Role } from "@/lib/foundation/context";
import { listAgences } from "@/lib/organisation/list-agences";

export default async function PublicLayout({ children }: { children: ReactNode }) {
  const [locale, reference, t, words, openData, account, agences] = await Promise.all([
    getLocale(),
    getTranslations("reference"),
    getTranslations("public"),
    getTranslations("common"),
    getTranslations("donneesOuvertes"),
    pageAccount(),
    load(listAgences, { ordering: "id" }),
  ]);
  const nav = [
    { href: "/services", label: t("nav.services") },
    { href: "/devis", label: t("nav.devis") },
  ];
  const home = account ? homes[account.actor.role as Role] : undefined;
  return (
    <PublicShell
      wide
      nav={nav}
      actions={
        home ? (
          <LinkButton href={home} variant="primary">
            {t("nav.mySpace")}
          </LinkButton>
        ) : (
          <>
            <LinkButton href="/connexion" variant="ghost">
              {words("actions.signIn")}
            </LinkButton>
            <LinkButton href="/inscription" variant="primary">
              {words("actions.createAccount")}
            </LinkButton>
          </>
        )
      }
      footer={[
        { title: t("footer.services"), items: nav },
        {
          title: t("footer.help"),
          items: [
            ...agences.results.map(({ id, nom }) => ({ href: `/#agence-${id}`, label: nom })),
            { href: "/donnees-ouvertes", label: openData("nav") },
            { href: `/api/docs?lang=${locale}`, label: reference("title"), isBare: true },
          ],
        },
        {
          title: t("footer.account"),
          items: home
            ? [{ href: home, label: t("nav.mySpace") }]
            : [
                { href: "/connexion", label: words("actions.signIn") },
                { href: "/inscription", label: words("actions.createAccount") },
              ],
        },
      ]}
    >
      {children}
    </PublicShell>
  );
}
