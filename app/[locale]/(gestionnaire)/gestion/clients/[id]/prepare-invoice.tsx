import { ReceiptText } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { ConfirmAction } from "@/components/ui/confirm-action";
import { Select } from "@/components/ui/select";
import type { ClientFile } from "@/lib/clients/schemas";
import type { GestionArea } from "../../area";
import { monthOptions } from "../../factures/months";
import { prepareInvoice } from "../actions";

/** Chooses a month and goes to its draft. */
export async function PrepareInvoice({ client, area }: { client: ClientFile; area: GestionArea }) {
  const t = await getTranslations("clients.file");
  const months = monthOptions(area, 6);
  return (
    <ConfirmAction
      label={t("prepare")}
      icon={<ReceiptText aria-hidden />}
      action={prepareInvoice}
      fields={{ client_id: client.id }}
      title={t("prepareTitle")}
      consequence={t("prepareConsequence")}
      confirmLabel={t("prepareConfirm")}
    >
      <Select name="periode" label={t("month")} options={months} defaultValue={months[0]?.value} />
    </ConfirmAction>
  );
}
