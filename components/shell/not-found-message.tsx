import { Compass } from "lucide-react";
import { useTranslations } from "next-intl";
import { LinkButton } from "../ui/link-button";

/** Absent and out of reach look the same on purpose. `home` is where the way back leads. */
export function NotFoundMessage({ home = "/" }: { home?: string }) {
  const t = useTranslations("ui");
  return (
    <div className="mx-auto flex max-w-xl flex-col items-center gap-3 px-6 py-16 text-center">
      <span aria-hidden className="grid size-16 place-items-center rounded-full bg-warm-soft text-warm-text">
        <Compass className="size-7" />
      </span>
      <h1 className="text-2xl font-semibold">{t("notFound.title")}</h1>
      <p className="text-ink-muted">{t("notFound.body")}</p>
      <LinkButton href={home} variant="primary" className="mt-3">
        {t("notFound.home")}
      </LinkButton>
    </div>
  );
}
