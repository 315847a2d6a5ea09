import { LinkButton } from "@/components/ui/link-button";

/** One link a role; each fills the sign-in form. Works without client code. */
export function DemoAccounts({
  title,
  text,
  accounts,
}: {
  title: string;
  text: string;
  accounts: readonly { href: string; label: string; name: string; current: boolean }[];
}) {
  return (
    <section aria-labelledby="demo" className="space-y-3 rounded-card bg-warm-soft p-5">
      <h2 id="demo" className="font-semibold text-warm-text">
        {title}
      </h2>
      <p>{text}</p>
      <ul className="flex flex-wrap gap-2">
        {accounts.map(({ href, label, name, current }) => (
          <li key={href}>
            <LinkButton
              href={href}
              scroll={false}
              aria-label={name}
              aria-current={current ? "true" : undefined}
              variant={current ? "primary" : "secondary"}
            >
              {label}
            </LinkButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
