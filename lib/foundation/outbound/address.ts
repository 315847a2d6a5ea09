import { lookup } from "node:dns/promises";
import ipaddr from "ipaddr.js";
import { env } from "../env";
import { refuseField } from "../errors";

/** Where to connect: `url` as written, `address` the IP that was checked. */
export type Checked = { url: URL; address: string };

const LOOKUP_MS = 3000;
const names = { lookup };

/**
 * Checks that a URL leads to the public Internet over https, or into a network that the operator opened
 * (DIHYA_WEBHOOK_NETWORKS, plain http allowed there), and gives the address to connect to. Every address of the name
 * must pass. Throws `addressRefused` on `field`. Called when saving and before every send: names change.
 */
export async function checkAddress(text: string, field = "url"): Promise<Checked> {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const refused = refuseField("addressRefused", field, { host: url?.hostname.slice(0, 100) ?? "-" });
  if (!url) throw refused;
  if (url.username !== "" || url.password !== "" || url.hash !== "") throw refused;
  const found = await addressesOf(url.hostname);
  const secure = url.protocol === "https:";
  const all = found.length > 0 && found.every((one) => isReachable(one, secure));
  if (!all || !(secure || url.protocol === "http:")) throw refused;
  return { url, address: found[0] as string };
}

async function addressesOf(hostname: string): Promise<string[]> {
  const host = hostname.replace(/^\[|\]$/g, "");
  if (ipaddr.isValid(host)) return [host];
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never[]>((resolve) => {
    timer = setTimeout(() => resolve([]), LOOKUP_MS);
  });
  try {
    const found = await Promise.race([names.lookup(host, { all: true, verbatim: true }), late]);
    return found.map(({ address }) => address);
  } catch {
    return [];
  } finally {
    clearTimeout(timer);
  }
}

/** Never: this machine's link, where clouds keep their metadata and credentials. */
const never = new Set(["linkLocal", "unspecified", "broadcast", "multicast"]);

/**
 * Whether an address may be called. Public ones over https; IPv4 written inside IPv6 counts as what it is, and the
 * translating ranges (6to4, Teredo, NAT64) are refused like private ones.
 */
export function isReachable(address: string, secure: boolean, opened = openedNetworks()): boolean {
  const ip = ipaddr.process(address);
  const range = ip.range();
  if (never.has(range)) return false;
  if (opened.some(([network, bits]) => network.kind() === ip.kind() && ip.match(network, bits))) return true;
  // IPv6 gives addresses to hosts in 2000::/3 alone: the rest is nobody's, such as the old IPv4 within ::/96.
  return secure && range === "unicast" && (ip.kind() === "ipv4" || ip.match(hostsOfIpv6));
}

const hostsOfIpv6 = ipaddr.parseCIDR("2000::/3");

type Network = [ipaddr.IPv4 | ipaddr.IPv6, number];

export function openedNetworks(text = env().DIHYA_WEBHOOK_NETWORKS): Network[] {
  return text
    .split(",")
    .map((one) => one.trim())
    .filter(Boolean)
    .map((one) => ipaddr.parseCIDR(one));
}
