import type { IncomingMessage, RequestListener, Server, ServerResponse } from "node:http";
import { Server as TcpServer } from "node:net";

const politeMs = 2_000;
const longestMs = 25_000;

/**
 * Wraps `listener` so that `drain()` loses no request: no new connection is accepted, requests under way are
 * answered, kept-alive connections are told to close with their next answer, all within 25 s.
 */
export function drainable(listener: RequestListener) {
  let draining = false;
  const wrapped = (request: IncomingMessage, response: ServerResponse) => {
    if (draining) response.setHeader("Connection", "close");
    return listener(request, response);
  };
  /** http.Server.close would cut idle connections at once, under a client about to use them. */
  const drain = (server: Server) =>
    new Promise<void>((done) => {
      draining = true;
      TcpServer.prototype.close.call(server, () => done());
      let sweep: NodeJS.Timeout | undefined;
      setTimeout(() => {
        server.closeIdleConnections();
        sweep = setInterval(() => server.closeIdleConnections(), 100);
      }, politeMs);
      setTimeout(() => {
        clearInterval(sweep);
        server.closeAllConnections();
      }, longestMs);
    });
  return { listener: wrapped, drain };
}
