import { getTranslations } from "next-intl/server";
import { DateTime } from "@/components/i18n/date-time";
import type { EventType } from "@/components/interop/webhook-fields";
import { Card } from "@/components/ui/card";
import { ConfirmAction } from "@/components/ui/confirm-action";
import { DefinitionList } from "@/components/ui/definition-list";
import { Notice } from "@/components/ui/notice";
import { StatusBadge } from "@/components/ui/status-badge";
import type { PluginShape } from "@/lib/interop/schemas-plugin";
import { disable, enable } from "./actions";

type Props = { plugin: PluginShape };

/** One plugin: its state, what it offers, and the one thing to do about it. */
export async function PluginCard({ plugin }: Props) {
  const t = await getTranslations("plugins");
  const { nom, etat, version, description } = plugin;
  return (
    <Card as="li" className="space-y-4">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h2 className="text-xl font-semibold">
          <bdi dir="ltr">{nom}</bdi>
        </h2>
        <StatusBadge statut={etat} label={t(`etats.${etat}`)} />
        {version ? <span className="text-sm text-ink-muted">{t("version", { version })}</span> : null}
      </div>
      {description ? (
        <p>
          <bdi>{description}</bdi>
        </p>
      ) : null}
      {etat === "modifie" || etat === "absent" ? <Notice tone="warning">{t(`help.${etat}`)}</Notice> : null}
      <Facts plugin={plugin} />
      <Act plugin={plugin} />
    </Card>
  );
}

async function Facts({ plugin }: Props) {
  const [t, events] = await Promise.all([getTranslations("plugins"), getTranslations("webhooks.types")]);
  const {
    methodes,
    evenements,
    programme,
    probleme,
    derniere_erreur: error,
    derniere_erreur_le: when,
  } = plugin;
  const code = (text: string) => (
    <bdi dir="ltr" className="text-sm wrap-anywhere">
      {text}
    </bdi>
  );
  const told = evenements.map((type) => <li key={type}>{events(type as EventType)}</li>);
  const failed = (
    <>
      {code(error ?? "")}
      {when ? (
        <span className="block text-sm text-ink-muted">
          <DateTime value={new Date(when)} timeZone="Europe/Paris" style="dateTime" />
        </span>
      ) : null}
    </>
  );
  return (
    <DefinitionList
      items={[
        ...(probleme ? [{ term: t("problem"), value: code(probleme) }] : []),
        ...(programme ? [{ term: t("language"), value: code(programme) }] : []),
        ...(methodes.length > 0 ? [{ term: t("methods"), value: code(methodes.join(", ")) }] : []),
        ...(told.length > 0 ? [{ term: t("events"), value: <ul>{told}</ul> }] : []),
        ...(error ? [{ term: t("lastError"), value: failed }] : []),
      ]}
    />
  );
}

async function Act({ plugin: { nom, etat } }: Props) {
  if (etat === "invalide") return null;
  const isOn = etat === "actif" || etat === "absent";
  const t = await getTranslations(isOn ? "plugins.disable" : "plugins.enable");
  return (
    <ConfirmAction
      variant={isOn ? "danger" : "primary"}
      look="secondary"
      label={
        <>
          {t("act")}
          <span className="sr-only"> {nom}</span>
        </>
      }
      action={isOn ? disable : enable}
      fields={{ nom }}
      title={t("title", { name: nom })}
      consequence={t("consequence")}
      confirmLabel={t("act")}
    />
  );
}
