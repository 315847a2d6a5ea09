import { Pencil, Trash2 } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DateTime } from "@/components/i18n/date-time";
import { ActForm } from "@/components/interop/act-form";
import { RotateSecret } from "@/components/interop/rotate-secret";
import type { EventType } from "@/components/interop/webhook-fields";
import { MessagesProvider } from "@/components/shell/messages-provider";
import { ConfirmAction } from "@/components/ui/confirm-action";
import { DefinitionList } from "@/components/ui/definition-list";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { SectionHeader } from "@/components/ui/section-header";
import { StatusBadge } from "@/components/ui/status-badge";
import { load, searchInput } from "@/lib/delivery/page";
import { readWebhook } from "@/lib/interop/read-webhook";
import type { WebhookShape } from "@/lib/interop/schemas";
import { changeSecret, removeWebhook, switchWebhook, tryWebhook } from "../actions";
import { Deliveries } from "./deliveries";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};
type Shown = { webhook: WebhookShape };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await load(readWebhook, await params)).nom };
}

/** One address: whether it runs, what it was sent, and its secret's change. */
export default async function WebhookPage({ params, searchParams }: Props) {
  const { id } = await params;
  const [t, webhook, search] = await Promise.all([
    getTranslations("webhooks"),
    load(readWebhook, { id }),
    searchParams,
  ]);
  const state = webhook.actif ? "actif" : "inactif";
  return (
    <>
      <PageHeader
        title={<bdi>{webhook.nom}</bdi>}
        badge={<StatusBadge statut={state} label={t(`etats.${state}`)} />}
        back={{ href: "/admin/webhooks", label: t("title") }}
        actions={<Acts webhook={webhook} />}
      />
      <Stopped webhook={webhook} />
      <div className="grid gap-10 *:min-w-0 lg:grid-cols-[1.8fr_1fr] lg:items-start">
        <Deliveries webhook={webhook} search={searchInput(search)} />
        <div className="space-y-6">
          <Facts webhook={webhook} />
          <MessagesProvider names={["webhooks"]}>
            <RotateSecret id={webhook.id} action={changeSecret} />
          </MessagesProvider>
          <ConfirmAction
            variant="danger"
            look="secondary"
            icon={<Trash2 aria-hidden />}
            label={t("one.delete")}
            action={removeWebhook}
            fields={{ id: webhook.id }}
            title={t("one.deleteTitle")}
            consequence={t("one.deleteConsequence")}
            confirmLabel={t("one.delete")}
          />
        </div>
      </div>
    </>
  );
}

async function Acts({ webhook: { id, actif } }: Shown) {
  const t = await getTranslations("webhooks");
  if (!actif)
    return (
      <>
        <LinkButton href={`/admin/webhooks/${id}/modifier`} icon={<Pencil aria-hidden />}>
          {t("edit.act")}
        </LinkButton>
        <ActForm action={switchWebhook} fields={{ id, actif: "true" }} variant="primary">
          {t("one.start")}
        </ActForm>
      </>
    );
  return (
    <>
      <LinkButton href={`/admin/webhooks/${id}/modifier`} icon={<Pencil aria-hidden />}>
        {t("edit.act")}
      </LinkButton>
      <ConfirmAction
        variant="danger"
        look="secondary"
        label={t("one.stop")}
        action={switchWebhook}
        fields={{ id, actif: "false" }}
        title={t("one.stopTitle")}
        consequence={t("one.stopConsequence")}
        confirmLabel={t("one.stop")}
      />
      <ActForm action={tryWebhook} fields={{ id }} variant="primary">
        {t("one.test")}
      </ActForm>
    </>
  );
}

async function Stopped({ webhook: { actif, arret_motif: motif, arret_le: when } }: Shown) {
  if (actif) return null;
  const t = await getTranslations("webhooks.one");
  const words = { echecs: t("stoppedFails"), parti: t("stoppedGone") };
  return (
    <div className="mb-6">
      <Notice tone="warning">
        {motif ? words[motif] : t("stoppedByHand")}{" "}
        {when ? <DateTime value={new Date(when)} timeZone="Europe/Paris" style="dateTime" /> : null}
      </Notice>
    </div>
  );
}

async function Facts({ webhook }: Shown) {
  const t = await getTranslations("webhooks");
  const time = (text: string) => <DateTime value={new Date(text)} timeZone="Europe/Paris" style="dateTime" />;
  const { dernier_succes_le: last, secret_precedent_fin: former, echecs } = webhook;
  const success = last ? time(last) : t("never");
  const events = webhook.evenements.map((type) => <li key={type}>{t(`types.${type as EventType}`)}</li>);
  const url = (
    <bdi dir="ltr" className="wrap-anywhere">
      {webhook.url}
    </bdi>
  );
  // The other signature ends by itself; after that it is no news.
  const signsToo = former !== null && new Date(former) > new Date();
  return (
    <section>
      <SectionHeader title={t("one.facts")} />
      <DefinitionList
        items={[
          { term: t("address"), value: url },
          { term: t("events"), value: <ul>{events}</ul> },
          {
            term: t("lastSuccess"),
            value:
              echecs > 0 ? (
                <>
                  {success} · {t("failures", { count: echecs })}
                </>
              ) : (
                success
              ),
          },
          ...(signsToo ? [{ term: t("one.former"), value: time(former) }] : []),
          { term: t("one.created"), value: time(webhook.cree_le) },
        ]}
      />
    </section>
  );
}
