import { useTranslations } from "next-intl";
import { Logo } from "@/components/shell/logo";
import { NotFoundMessage } from "@/components/shell/not-found-message";
import { Link } from "@/lib/i18n/navigation";

/** For addresses outside every area; an area keeps its own frame with a not-found.tsx of its own. */
export default function NotFound() {
  const t = useTranslations("shell");
  return (
    <>
      <header className="flex h-16 items-center border-b border-line px-4 sm:px-6">
        <Link href="/" className="inline-flex min-h-11 items-center rounded-control">
          <Logo name={t("appName")} />
        </Link>
      </header>
      <main>
        <NotFoundMessage />
      </main>
    </>
  );
}
