import { pageContext } from "@/lib/delivery/page";
import { securityTxt } from "@/lib/delivery/security-txt";
import { env } from "@/lib/foundation/env";
import { listAgences } from "@/lib/organisation/list-agences";

export const dynamic = "force-dynamic";

/** Where to report a fault: SECURITY_CONTACT, else the e-mail of the oldest agency; without either there is no such page. */
export async function GET(): Promise<Response> {
  const { NEXTAUTH_URL, SECURITY_CONTACT } = env();
  const ctx = await pageContext();
  const contact =
    SECURITY_CONTACT || (await listAgences(ctx, { ordering: "id", limit: 1 })).results[0]?.email;
  const headers = { "Content-Type": "text/plain; charset=utf-8" };
  if (!contact) return new Response("SECURITY_CONTACT is not set.\n", { status: 404, headers });
  return new Response(securityTxt(contact, NEXTAUTH_URL, ctx.now), {
    headers: { ...headers, "Cache-Control": "public, max-age=3600" },
  });
}
