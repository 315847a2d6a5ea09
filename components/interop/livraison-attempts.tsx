import { useTranslations } from "next-intl";
import { DateTime } from "@/components/i18n/date-time";
import type { LivraisonShape } from "@/lib/interop/schemas";

type Essai = LivraisonShape["essais"][number];

const known = ["stopped", "addressRefused", "secretUnreadable", "ETIMEDOUT", "ECONNREFUSED"] as const;
type Known = (typeof known)[number];

/** How often a message was tried and what came of it; every attempt unfolds. */
export function LivraisonAttempts({ livraison }: { livraison: LivraisonShape }) {
  const t = useTranslations("webhooks.deliveries");
  const { essais, tentatives, prochaine_le: next, reponse } = livraison;
  const last = essais.at(-1);
  return (
    <div className="space-y-1">
      <p>
        {t("count", { count: tentatives })}
        {last ? (
          <>
            {" · "}
            <Outcome essai={last} />
          </>
        ) : null}
      </p>
      {next ? (
        <p className="text-sm text-ink-muted">
          {t("next")} <DateTime value={new Date(next)} timeZone="Europe/Paris" style="dateTime" />
        </p>
      ) : null}
      {essais.length > 0 ? (
        <details className="text-sm">
          <summary className="cursor-pointer py-1 text-accent-text">{t("attempts")}</summary>
          <ol className="space-y-1 py-1">
            {essais.map((essai) => (
              <li key={essai.le}>
                <DateTime value={new Date(essai.le)} timeZone="Europe/Paris" style="dateTime" />
                {" · "}
                <Outcome essai={essai} /> · <bdi>{t("duration", { ms: String(essai.duree_ms) })}</bdi>
              </li>
            ))}
          </ol>
          {reponse ? (
            <>
              <p className="font-medium">{t("answer")}</p>
              <pre className="max-w-md whitespace-pre-wrap break-all text-ink-muted" dir="auto">
                {reponse}
              </pre>
            </>
          ) : null}
        </details>
      ) : null}
    </div>
  );
}

function Outcome({ essai: { code, erreur } }: { essai: Essai }) {
  const t = useTranslations("webhooks");
  if (code !== null) return t("deliveries.code", { code: String(code) });
  const word = known.find((one): one is Known => one === erreur);
  return word ? t(`erreurs.${word}`) : t("erreurs.other", { code: erreur ?? "-" });
}
