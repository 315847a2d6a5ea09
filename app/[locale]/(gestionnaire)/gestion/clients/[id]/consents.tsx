import { ConsentsOf } from "@/components/rgpd/consents";
import type { ClientFile } from "@/lib/clients/schemas";
import { load } from "@/lib/delivery/page";
import { listConsentements } from "@/lib/rgpd/consentements/list-consentements";
import type { GestionArea } from "../../area";
import { noteConsent } from "../actions";

/** What the client agreed to or withdrew, from their file. */
export async function Consents({ client, area }: { client: ClientFile; area: GestionArea }) {
  const consents = await load(listConsentements, { id: client.id });
  return <ConsentsOf consents={consents} action={noteConsent} dates={area.words} today={area.today} />;
}
