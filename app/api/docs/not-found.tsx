import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { docsLocale } from "./locale";

/** A resource that the API does not have; the frame around it stays. */
export default async function DocsNotFound() {
  const locale = await docsLocale();
  const t = await getTranslations("reference");
  return (
    <div className="space-y-4">
      <h1 className="text-2xl font-semibold">{t("unknown")}</h1>
      <Link href={`/api/docs?lang=${locale}`} className="font-medium text-accent-text underline">
        {t("back")}
      </Link>
    </div>
  );
}
