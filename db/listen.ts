import postgres from "postgres";

/**
 * Hears `channel` on a connection of its own, opened again whenever it is lost. `onReady`: each time it listens again,
 * since what was said meanwhile went unheard. Resolves to a function that ends it.
 */
export async function listen(
  url: string,
  channel: string,
  onMessage: (message: string) => void,
  onReady: () => void,
): Promise<() => Promise<void>> {
  const sql = postgres(url, {
    max: 1,
    connect_timeout: 10,
    onnotice: () => {},
    connection: { application_name: "dihya-listen" },
  });
  await sql.listen(channel, onMessage, onReady);
  return () => sql.end({ timeout: 1 });
}
