import { Download, Eraser } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { ErasureLists } from "@/components/rgpd/erasure-lists";
import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { AnchorButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { SectionHeader } from "@/components/ui/section-header";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { TextLink } from "@/components/ui/text-link";
import { readClient } from "@/lib/clients/read-client";
import { load } from "@/lib/delivery/page";
import { formatDate } from "@/lib/i18n/format";
import { previewErasure } from "@/lib/rgpd/preview-erasure";
import type { ErasurePreview } from "@/lib/rgpd/schemas-erasure";
import { type GestionArea, gestionArea } from "../../../area";
import { erase } from "./actions";

export async function generateMetadata() {
  return { title: (await getTranslations("rgpd.erasure"))("title") };
}

type Props = { params: Promise<{ id: string }> };

/** What the erasure of a client takes away and leaves, what is to be settled first, and the act itself. */
export default async function ErasurePage({ params }: Props) {
  const { id } = await params;
  const area = await gestionArea(`/gestion/clients/${id}/effacement`);
  const [t, client] = await Promise.all([getTranslations("rgpd.erasure"), load(readClient, { id })]);
  const name = [client.prenom, client.nom].filter(Boolean).join(" ");
  const header = (
    <PageHeader
      title={t("title")}
      description={t("lead")}
      back={{ href: `/gestion/clients/${id}`, label: name }}
    />
  );
  if (client.efface_le)
    return (
      <>
        {header}
        <Notice tone="success">{t("done")}</Notice>
      </>
    );
  const preview = await load(previewErasure, { id });
  return (
    <>
      {header}
      <div className="max-w-4xl space-y-8">
        <Obstacles preview={preview} area={area} />
        <ErasureLists heading="h2" preview={preview} dates={area.words} />
        {preview.possible ? (
          <Confirm clientId={client.id} code={preview.confirmation} locale={area.words.locale} />
        ) : null}
      </div>
    </>
  );
}

async function Obstacles({ preview, area }: { preview: ErasurePreview; area: GestionArea }) {
  const t = await getTranslations("rgpd.erasure");
  if (preview.possible) return null;
  return (
    <Notice tone="warning" title={t("obstacle")}>
      {preview.demande_id === null ? <p>{t("obstacleRequest")}</p> : null}
      {preview.prestations_a_regler.length > 0 ? (
        <>
          <p>{t("obstacleVisits")}</p>
          <ul className="list-disc ps-5">
            {preview.prestations_a_regler.map(({ id, date }) => (
              <li key={id}>
                <TextLink href={`/gestion/visites/${id}`}>
                  {t("visit", { day: formatDate(date.slice(0, 10), { ...area.words, style: "long" }) })}
                </TextLink>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Notice>
  );
}

async function Confirm({ clientId, code, locale }: { clientId: number; code: string; locale: string }) {
  const t = await getTranslations("rgpd.erasure");
  return (
    <Card as="section">
      <SectionHeader id="effacer" title={t("confirmTitle")} />
      <p className="mb-4">
        <AnchorButton href={`/${locale}/gestion/clients/${clientId}/copie`} icon={<Download aria-hidden />}>
          {t("copyFirst")}
        </AnchorButton>
      </p>
      <ActionForm action={erase} aria-label={t("confirmTitle")}>
        <input type="hidden" name="id" value={clientId} />
        <TextField
          name="confirmation"
          label={t("confirmField")}
          description={t("confirmWhat", { code })}
          autoComplete="off"
          isRequired
        />
        <SubmitButton variant="danger" icon={<Eraser aria-hidden />}>
          {t("erase")}
        </SubmitButton>
      </ActionForm>
    </Card>
  );
}
