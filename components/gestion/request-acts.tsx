import { Check, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Reservation } from "@/lib/reservations/schemas";
import { ConfirmAction } from "../ui/confirm-action";
import type { FormAction } from "../ui/form-state";
import { LinkButton } from "../ui/link-button";
import { TextArea } from "../ui/text-area";

type Props = { request: Reservation; action: FormAction };

/** Accepts a request as proposed; where nobody is proposed, or the slot has gone, its page offers who and when. */
export function AcceptRequest({ request, action }: Props) {
  const t = useTranslations("dashboard.requests");
  const { prestation } = request;
  const who = prestation.intervenant;
  const page = `/gestion/demandes/${request.id}`;
  if (!who)
    return (
      <LinkButton href={page} size="sm" variant="primary">
        {t("choosePerson")}
      </LinkButton>
    );
  return (
    <ConfirmAction
      variant="primary"
      size="sm"
      label={t("accept")}
      icon={<Check aria-hidden />}
      action={action}
      fields={{ id: request.id, version: request.version }}
      title={t("acceptTitle", { name: prestation.client.nom })}
      consequence={t("acceptTold", { name: who.prenom })}
      confirmLabel={t("accept")}
    >
      <LinkButton href={page} variant="ghost" size="sm" className="-ms-3">
        {t("otherPerson")}
      </LinkButton>
    </ConfirmAction>
  );
}

export function RefuseRequest({ request, action, size }: Props & { size?: "sm" }) {
  const t = useTranslations("dashboard.requests");
  return (
    <ConfirmAction
      variant="danger"
      look="secondary"
      size={size}
      label={t("refuse")}
      icon={<X aria-hidden />}
      action={action}
      fields={{ id: request.id, version: request.version }}
      title={t("refuseTitle", { name: request.prestation.client.nom })}
      consequence={t("refuseTold")}
      confirmLabel={t("refuseConfirm")}
    >
      <TextArea
        name="motif"
        label={t("reason")}
        description={t("reasonHelp")}
        rows={3}
        maxLength={500}
        isRequired
      />
    </ConfirmAction>
  );
}
