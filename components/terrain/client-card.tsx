import { Phone } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ClientFile } from "@/lib/clients/schemas";
import { Badge } from "../ui/badge";
import { AnchorButton } from "../ui/link-button";
import { Notice } from "../ui/notice";
import { SectionHeader } from "../ui/section-header";
import { telHref } from "./directions";

/** What to know about the person, and whom to call when something happens: emergency contacts first. */
export function ClientCard({ client }: { client: ClientFile }) {
  const t = useTranslations("terrain.client");
  const contacts = [...client.contacts].sort((a, b) => Number(b.urgence) - Number(a.urgence));
  return (
    <section aria-labelledby="client" className="space-y-4">
      <SectionHeader id="client" title={t("title")} />
      {client.notes ? (
        <Notice tone="info" title={t("notes")}>
          <bdi className="whitespace-pre-line">{client.notes}</bdi>
        </Notice>
      ) : null}
      {contacts.length > 0 ? (
        <ul className="divide-y divide-line rounded-card border border-line bg-raised">
          {contacts.map((contact) => (
            <li key={contact.nom + contact.telephone} className="flex flex-wrap items-center gap-3 px-4 py-3">
              <span className="min-w-36 flex-1">
                <span className="block font-medium">
                  <bdi>{contact.nom}</bdi>
                </span>
                <span className="flex flex-wrap items-center gap-2 text-sm text-ink-muted">
                  <bdi>{contact.lien}</bdi>
                  {contact.urgence ? <Badge tone="danger">{t("emergency")}</Badge> : null}
                </span>
              </span>
              {contact.telephone ? (
                <AnchorButton href={telHref(contact.telephone)} icon={<Phone aria-hidden />}>
                  <span className="sr-only">{t("call", { name: contact.nom })}</span>
                  <bdi dir="ltr">{contact.telephone}</bdi>
                </AnchorButton>
              ) : null}
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-ink-muted">{t("noContact")}</p>
      )}
    </section>
  );
}
