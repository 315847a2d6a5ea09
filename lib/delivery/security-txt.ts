const daysValid = 180;

/**
 * `/.well-known/security.txt` (RFC 9116): where to report a fault. `contact` is an e-mail address or an https page.
 * It expires 180 days after the day it is read, so a copy of an abandoned installation does not stay believed.
 */
export function securityTxt(contact: string, publicUrl: string, now: Date): string {
  const expires = new Date(now.getTime() + daysValid * 86_400_000);
  expires.setUTCHours(0, 0, 0, 0);
  return [
    `Contact: ${contact.includes("://") || contact.startsWith("mailto:") ? contact : `mailto:${contact}`}`,
    `Expires: ${expires.toISOString().replace(".000", "")}`,
    "Preferred-Languages: fr, en, ar",
    `Canonical: ${publicUrl.replace(/\/+$/, "")}/.well-known/security.txt`,
    "",
  ].join("\n");
}
