import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { WebhookCreate } from "@/components/interop/webhook-create";
import { MessagesProvider } from "@/components/shell/messages-provider";
import { PageHeader } from "@/components/ui/page-header";
import { typeCodes } from "@/lib/interop/schemas";
import { addWebhook } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("webhooks.new"))("title") };
}

/** A new address; its secret is shown here, once. */
export default async function NewWebhookPage() {
  const t = await getTranslations("webhooks");
  return (
    <>
      <PageHeader
        title={t("new.title")}
        description={t("new.lead")}
        back={{ href: "/admin/webhooks", label: t("title") }}
      />
      <MessagesProvider names={["webhooks"]}>
        <WebhookCreate action={addWebhook} types={typeCodes} />
      </MessagesProvider>
    </>
  );
}
