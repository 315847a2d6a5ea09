import { createServer } from "node:http";
import { join } from "node:path";
import { getRequestListener } from "@hono/node-server";
import next from "next";
import { api } from "@/app/api/services_personne/application";
import { closeDatabase } from "@/db/client";
import { stampAddress } from "@/lib/delivery/client-address";
import { stopLive } from "@/lib/delivery/live";
import { env, requestLimits } from "@/lib/foundation/env";
import { drainable } from "./drain";
import { guard } from "./guard";
import { isAddressed, refuse, refuseMalformed, refuseUnread, refuseUnreadForm } from "./refuse-malformed";
import { onStopSignal } from "./stop-signal";

/** `off` sends the API through Next too: only to compare the two doors. */
const fastDoor = process.env.DIHYA_FAST_DOOR !== "off";
const apiPath = /^\/api\/services_personne(?:[/?]|$)/;
const port = Number(process.env.PORT || 3000);

/** One HTTP port, two doors: the API answers directly, everything else goes through Next. */
async function serve(): Promise<void> {
  // A setting that cannot be read stops the start, not every request.
  const protect = guard(env().NEXTAUTH_URL);
  requestLimits();
  const pages = next({ dev: false, dir: join(import.meta.dirname, ".."), port });
  await pages.prepare();
  const toPages = pages.getRequestHandler();
  const toApi = getRequestListener(api.fetch, { overrideGlobalObjects: false, errorHandler: refuseUnread });
  const { listener, drain } = drainable((request, response) => {
    stampAddress(request);
    const direct = fastDoor && apiPath.test(request.url ?? "");
    protect(request, response, direct ? "api" : "pages");
    if (!isAddressed(request)) return refuse(request, response);
    if (direct) return toApi(request, response);
    refuseUnreadForm(request, response);
    return toPages(request, response);
  });
  const server = createServer({ requireHostHeader: false, shouldUpgradeCallback: () => false }, listener);
  // An expectation that nobody knows may be passed over (RFC 9110 §10.1.1); Node would refuse it without a word.
  server.on("checkExpectation", listener);
  refuseMalformed(server);
  server.keepAliveTimeout = 65_000;
  onStopSignal(async () => {
    const drained = drain(server);
    await stopLive();
    await drained;
    await pages.close();
    await closeDatabase();
  });
  server.listen(port, process.env.HOST, () => process.send?.("ready"));
}

await serve();
