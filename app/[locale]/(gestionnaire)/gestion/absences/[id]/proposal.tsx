import { UserCheck, UserX } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { hoursText, visitWhen } from "@/components/prestations/visit-words";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { ConfirmAction } from "@/components/ui/confirm-action";
import { TextLink } from "@/components/ui/text-link";
import type { Relative } from "@/lib/i18n/format";
import type { Remplacement } from "@/lib/ia/remplacements/schemas";
import type { AbsenceShape } from "@/lib/intervenants/schemas";
import { replaceVisit } from "../actions";

type Part = { absence: AbsenceShape; one: Remplacement; words: Relative };

/** One visit with who could make it and why, or why nobody can. */
export async function Proposal({ absence, one, words }: Part) {
  const t = await getTranslations("remplacements");
  const { prestation, proposition, au_plus_pres: nearest } = one;
  const isOpen = prestation.intervenant_id === null;
  return (
    <Card as="li" tone={proposition ? "plain" : "warm"} className="space-y-2">
      <p className="flex flex-wrap items-center justify-between gap-2">
        <TextLink href={`/gestion/visites/${prestation.id}`} prefetch={false} className="font-semibold">
          {visitWhen(prestation, { ...words, capitalised: true })}
        </TextLink>
        {isOpen ? <Badge tone="warning">{t("isOpen")}</Badge> : null}
      </p>
      <p className="text-ink-muted">
        <bdi>{prestation.client.nom}</bdi> · {prestation.libelle} · {hoursText(prestation.duree, words)}
      </p>
      {proposition ? (
        <>
          <p className="font-medium">
            <bdi>{t("proposed", { name: proposition.nom })}</bdi>
          </p>
          <ul className="list-disc space-y-0.5 ps-5 text-sm">
            {proposition.raisons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </>
      ) : (
        <p>
          {t("nobody")} {nearest ? t("nearest", { name: nearest.nom, reason: nearest.raison }) : null}
        </p>
      )}
      <Acts absence={absence} one={one} words={words} />
    </Card>
  );
}

async function Acts({ absence, one: { prestation, proposition }, words }: Part) {
  const t = await getTranslations("remplacements");
  const fields = { id: absence.id, prestation_id: prestation.id, version: prestation.version };
  const about = {
    when: visitWhen(prestation, { ...words, capitalised: true }),
    client: prestation.client.nom,
  };
  return (
    <div className="flex flex-wrap gap-3 pt-1">
      {proposition ? (
        <ConfirmAction
          variant="primary"
          icon={<UserCheck aria-hidden />}
          label={t("accept", { name: proposition.nom })}
          action={replaceVisit}
          fields={{ ...fields, intervenant_id: proposition.intervenant_id }}
          title={t("acceptTitle", { name: proposition.nom })}
          consequence={t("acceptConsequence", about)}
          confirmLabel={t("acceptConfirm")}
        />
      ) : null}
      {prestation.intervenant_id === null ? null : (
        <ConfirmAction
          icon={<UserX aria-hidden />}
          label={t("leave")}
          action={replaceVisit}
          fields={fields}
          title={t("leaveTitle")}
          consequence={t("leaveConsequence", about)}
          confirmLabel={t("leaveConfirm")}
        />
      )}
    </div>
  );
}
