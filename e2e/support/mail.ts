import { type APIRequestContext, expect } from "@playwright/test";
import { demo } from "./accounts.ts";
import { apiOf } from "./api.ts";

type Courriel = { destinataire: string; gabarit: string; texte: string };

/** The link in the newest message of a kind to someone, read by the admin in the outbox. */
export async function mailedLink(request: APIRequestContext, to: string, kind: string): Promise<string> {
  const admin = apiOf(request, demo.admin);
  let link: string | undefined;
  await expect
    .poll(async () => {
      const { results } = await admin.get<{ results: Courriel[] }>(`/courriels/?gabarit=${kind}&limit=50`);
      const mine = results.find(({ destinataire }) => destinataire === to);
      link = mine?.texte.match(/https?:\/\/\S+/)?.[0];
      return link;
    })
    .toBeTruthy();
  return link ?? "";
}
