import { Download } from "lucide-react";
import { AnchorButton } from "../ui/link-button";
import { SectionHeader } from "../ui/section-header";

type Props = {
  title: string;
  /** What is held and why, each by its own name. */
  held: readonly { name: string; why: string }[];
  copy: { title: string; help: string; download: string; href: string };
};

/** What is held about the person who reads, why, and a copy of it to take away. */
export function HeldData({ title, held, copy }: Props) {
  return (
    <div className="space-y-10">
      <section aria-labelledby="garde">
        <SectionHeader id="garde" title={title} />
        <ul className="divide-y divide-line rounded-card border border-line bg-raised">
          {held.map(({ name, why }) => (
            <li key={name} className="px-4 py-3">
              <p className="font-semibold">{name}</p>
              <p className="text-ink-muted">{why}</p>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="copie">
        <SectionHeader id="copie" title={copy.title} />
        <p className="mb-3 text-ink-muted">{copy.help}</p>
        <AnchorButton href={copy.href} icon={<Download aria-hidden />} variant="primary">
          {copy.download}
        </AnchorButton>
      </section>
    </div>
  );
}
