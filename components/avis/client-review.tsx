import { getTranslations } from "next-intl/server";
import type { AvisDossier } from "@/lib/avis/schemas";
import { MessagesProvider } from "../shell/messages-provider";
import { Card } from "../ui/card";
import type { FormAction } from "../ui/form-state";
import { StatusBadge } from "../ui/status-badge";
import { ReviewForm } from "./review-form";
import { ReviewWords } from "./review-words";

type Props = {
  prestationId: number;
  review: AvisDossier | undefined;
  create: FormAction;
  update: FormAction;
};

/** A client's review of one visit: to give, to change until it is checked, then as it stands with the answer. */
export async function ClientReview({ prestationId, review, create, update }: Props) {
  const [t, tMine] = await Promise.all([getTranslations("avis.rate"), getTranslations("avis.mine")]);
  if (!review)
    return (
      <Card as="section" tone="warm" className="space-y-4">
        <div>
          <h2 className="text-xl font-semibold">{t("title")}</h2>
          <p className="mt-1">{t("help")}</p>
        </div>
        <MessagesProvider names={["avis", "common"]}>
          <ReviewForm action={create} fields={{ prestation_id: prestationId }} />
        </MessagesProvider>
      </Card>
    );
  return (
    <Card as="section" className="space-y-4">
      <Head review={review} title={tMine("title")} />
      {review.statut === "en_attente" ? (
        <MessagesProvider names={["avis", "common"]}>
          <p className="text-ink-muted">{tMine("waiting")}</p>
          <ReviewForm
            // A new version starts a new form with what was kept.
            key={review.version}
            action={update}
            fields={{ id: review.id, version: review.version }}
            review={review}
          />
        </MessagesProvider>
      ) : (
        <Settled review={review} />
      )}
    </Card>
  );
}

async function Head({ review, title }: { review: AvisDossier; title: string }) {
  const tState = await getTranslations("states.avis");
  return (
    <div className="flex flex-wrap items-center gap-3">
      <h2 className="text-xl font-semibold">{title}</h2>
      <StatusBadge statut={review.statut} label={tState(review.statut)} />
    </div>
  );
}

async function Settled({ review }: { review: AvisDossier }) {
  const t = await getTranslations("avis.mine");
  return (
    <>
      <p className="text-ink-muted">{t(review.statut === "refuse" ? "refused" : "published")}</p>
      <ReviewWords review={review} />
    </>
  );
}
