import { ShieldCheck } from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { NavItem } from "@/components/shell/nav-item";

/** The entry of everyone's own menu that leads to what protects their account. */
export async function securityEntry(): Promise<NavItem> {
  const t = await getTranslations("compte.security");
  return { href: "/compte/securite", label: t("nav"), icon: <ShieldCheck aria-hidden /> };
}
