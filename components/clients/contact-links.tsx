const look =
  "text-accent-text underline decoration-accent-text/35 underline-offset-4 hover:decoration-accent-text";

/** A phone number that calls; nothing when there is none. */
export function PhoneLink({ phone }: { phone: string }) {
  if (!phone) return null;
  return (
    <a href={`tel:${phone.replace(/[^+\d]/g, "")}`} className={look}>
      <bdi dir="ltr">{phone}</bdi>
    </a>
  );
}

/** An e-mail address that writes; nothing when there is none. */
export function EmailLink({ email }: { email: string }) {
  if (!email) return null;
  return (
    <a href={`mailto:${email}`} className={look}>
      <bdi dir="ltr">{email}</bdi>
    </a>
  );
}
