import { Undo2 } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { ConfirmAction } from "@/components/ui/confirm-action";
import type { Prestation } from "@/lib/prestations/schemas";
import { keepFormerSlot } from "./actions";

/** Takes back an open request to move the visit; the visit was confirmed elsewhere before. */
export async function KeepFormer({ visit, former }: { visit: Prestation; former: string }) {
  if (!visit.reservation) return null;
  const t = await getTranslations("prestations.keep");
  return (
    <ConfirmAction
      label={t("act")}
      look="secondary"
      icon={<Undo2 aria-hidden />}
      action={keepFormerSlot}
      fields={{ id: visit.reservation.id, motif: t("motif") }}
      title={t("title")}
      consequence={t("consequence", { former })}
      confirmLabel={t("confirm")}
    />
  );
}
