"use client";

import { Check, CircleHelp, ThumbsDown, ThumbsUp } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { formatNumber } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import type { RecommandationShape } from "@/lib/ia/schemas";
import { Avatar } from "../ui/avatar";
import { Button } from "../ui/button";
import { cx } from "../ui/cx";
import { LinkButton } from "../ui/link-button";
import { Notice } from "../ui/notice";
import { ListSkeleton } from "../ui/skeleton";
import { fitOf, reasonsOf, type Weight } from "./proposal";

type Proposed = RecommandationShape["recommandations"][number];

/**
 * Who the model proposes for a visit, best first, with the reasons in words. It only fills in the form: the choice is
 * the person's, and whom they choose is recorded with the proposal.
 */
export function ProposalList({
  proposal,
  value,
  onChoose,
  moveHref,
}: {
  /** Undefined while it is being worked out; null when that failed. */
  proposal: RecommandationShape | null | undefined;
  value: string | null;
  onChoose: (intervenantId: string) => void;
  /** Where the visit is moved, for when nobody is free; none where that is at hand. */
  moveHref?: string;
}) {
  const t = useTranslations("propositions");
  if (proposal === undefined) return <ListSkeleton rows={3} />;
  if (proposal === null) return <Notice tone="warning">{t("failed")}</Notice>;
  const { recommandations } = proposal;
  return (
    <section aria-label={t("title")} className="space-y-3">
      <input type="hidden" name="recommandation_id" value={proposal.id} />
      {recommandations.length === 0 ? (
        <Notice
          tone="warning"
          title={t("noneTitle")}
          actions={moveHref ? <LinkButton href={moveHref}>{t("move")}</LinkButton> : undefined}
        >
          {t("noneHelp")}
        </Notice>
      ) : (
        <>
          <p className="text-sm text-ink-muted">{t("lead", { model: modelOf(proposal) })}</p>
          <ol className="space-y-2.5">
            {recommandations.map((one, index) => (
              <Proposal
                key={one.intervenant_id}
                one={one}
                rank={index + 1}
                isChosen={String(one.intervenant_id) === value}
                onChoose={onChoose}
              />
            ))}
          </ol>
        </>
      )}
      <PutAside proposal={proposal} />
      <p className="text-sm font-medium">{t("youDecide")}</p>
    </section>
  );
}

const modelOf = ({ modele }: RecommandationShape) => `${modele.nom} ${modele.version}`;

function Proposal({
  one,
  rank,
  isChosen,
  onChoose,
}: {
  one: Proposed;
  rank: number;
  isChosen: boolean;
  onChoose: (intervenantId: string) => void;
}) {
  const t = useTranslations("propositions");
  return (
    <li
      className={cx(
        "rounded-card border p-3.5",
        isChosen ? "border-accent bg-accent-soft" : "border-line bg-surface",
      )}
    >
      <div className="flex items-center gap-3">
        <Avatar name={one.intervenant} size="sm" />
        <div className="min-w-0 flex-1">
          <p className="truncate font-semibold">
            <bdi>{one.intervenant}</bdi>
          </p>
          <Score score={one.score} />
        </div>
        <Button
          size="sm"
          aria-pressed={isChosen}
          aria-label={t(isChosen ? "chosenName" : "chooseName", { name: one.intervenant })}
          onPress={() => onChoose(String(one.intervenant_id))}
        >
          {isChosen ? <Check aria-hidden /> : null}
          {t(isChosen ? "chosen" : "choose")}
        </Button>
      </div>
      <details className="group mt-2" open={rank === 1 || isChosen ? true : undefined}>
        <summary className="tap cursor-pointer text-sm text-accent-text underline-offset-4 hover:underline">
          {t("why")}
        </summary>
        <Reasons one={one} />
      </details>
    </li>
  );
}

function Score({ score }: { score: number }) {
  const t = useTranslations("propositions");
  const locale = useLocale() as Locale;
  const points = Math.round(score * 100);
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-ink-muted">
      <span>{t("score", { fit: t(`fit.${fitOf(score)}`), points: formatNumber(points, { locale }) })}</span>
      <span aria-hidden className="h-1.5 w-16 shrink-0 overflow-hidden rounded-full bg-sunken">
        <span className="block h-full rounded-full bg-accent" style={{ inlineSize: `${points}%` }} />
      </span>
    </div>
  );
}

const looks: Record<Weight, { icon: typeof Check; look: string }> = {
  for: { icon: ThumbsUp, look: "text-success-text" },
  neutral: { icon: CircleHelp, look: "text-ink-muted" },
  against: { icon: ThumbsDown, look: "text-warning-text" },
};

function Reasons({ one }: { one: Proposed }) {
  const t = useTranslations("propositions");
  return (
    <ul className="mt-1 space-y-1.5 text-sm">
      {reasonsOf(one.facteurs).map(({ code, weight, phrase }) => {
        const { icon: Icon, look } = looks[weight];
        return (
          <li key={code} className="flex items-start gap-2">
            <Icon aria-hidden className={cx("mt-0.5 size-4 shrink-0", look)} />
            <span>
              <span className="sr-only">{t(`weight.${weight}`)} </span>
              {phrase}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** Who cannot go, each with the rule that forbids it: the list above leaves nobody out in silence. */
function PutAside({ proposal }: { proposal: RecommandationShape }) {
  const t = useTranslations("propositions");
  const { ecartes, recommandations } = proposal;
  if (ecartes.length === 0) return null;
  return (
    <details open={recommandations.length === 0 ? true : undefined}>
      <summary className="tap cursor-pointer text-sm text-ink-muted underline-offset-4 hover:underline">
        {t("aside", { count: ecartes.length })}
      </summary>
      <ul className="mt-1 space-y-1 text-sm">
        {ecartes.map(({ intervenant_id, intervenant, phrase }) => (
          <li key={intervenant_id}>
            {t.rich("asideLine", {
              who: (name) => <bdi className="font-medium">{name}</bdi>,
              name: intervenant,
              why: phrase,
            })}
          </li>
        ))}
      </ul>
    </details>
  );
}
