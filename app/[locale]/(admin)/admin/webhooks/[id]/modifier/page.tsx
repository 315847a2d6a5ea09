import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { WebhookFields } from "@/components/interop/webhook-fields";
import { ActionForm } from "@/components/ui/action-form";
import { PageHeader } from "@/components/ui/page-header";
import { SubmitButton } from "@/components/ui/submit-button";
import { load } from "@/lib/delivery/page";
import { readWebhook } from "@/lib/interop/read-webhook";
import { typeCodes } from "@/lib/interop/schemas";
import { saveWebhook } from "../../actions";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("webhooks.edit"))("title") };
}

/** Name, address and events of a webhook. */
export default async function EditWebhookPage({ params }: Props) {
  const { id } = await params;
  const [t, webhook] = await Promise.all([getTranslations("webhooks.edit"), load(readWebhook, { id })]);
  return (
    <>
      <PageHeader title={t("title")} back={{ href: `/admin/webhooks/${webhook.id}`, label: webhook.nom }} />
      <ActionForm action={saveWebhook} className="max-w-2xl">
        <input type="hidden" name="id" value={webhook.id} />
        <input type="hidden" name="version" value={webhook.version} />
        <WebhookFields types={typeCodes} webhook={webhook} />
        <SubmitButton>{t("save")}</SubmitButton>
      </ActionForm>
    </>
  );
}
