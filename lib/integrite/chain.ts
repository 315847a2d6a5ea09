import { chainHash } from "@/lib/factures/facture";
import type { Link } from "./facture-faults-store";
import { frozenFaults } from "./frozen";
import type { Anomalie } from "./schemas";

const START = "0".repeat(64);
const nameOf = ({ serie, annee }: Pick<Link, "serie" | "annee">) => `${serie} ${annee}`;

/** The link as it should be after the one before it (none: the first of its series). */
export function holds(link: Link, before: Link | undefined): boolean {
  return link.empreinte === chainHash(before?.empreinte ?? START, link.instantane);
}

type Head = { serie: string; annee: number; dernier: number; empreinte: string };

/**
 * Walks the chains link by link, given in order: each fingerprint recomputed from its frozen text and the link before,
 * each number the next one, each end the one that the counter knows. One link is kept at a time.
 */
export function chainWalker(heads: readonly Head[]) {
  const faults: Anomalie[] = [];
  const ends = new Map(heads.map((head) => [nameOf(head), head]));
  let last: Link | undefined;
  const finish = (link: Link) => {
    const name = nameOf(link);
    const head = ends.get(name);
    ends.delete(name);
    if (head?.dernier !== link.sequence || head.empreinte !== link.empreinte)
      faults.push({ type: "serie", id: name, faute: "tete" });
  };
  return {
    next(link: Link): void {
      for (const faute of frozenFaults(link)) faults.push({ type: "facture", id: String(link.id), faute });
      const before = last && nameOf(last) === nameOf(link) ? last : undefined;
      if (last && !before) finish(last);
      if (link.sequence !== (before?.sequence ?? 0) + 1)
        faults.push({ type: "serie", id: nameOf(link), faute: "lacune" });
      // After a gap the link before is gone: its fault is named, and this one cannot be judged.
      // So too when its content was destroyed: the link after it still holds on to its fingerprint. And when this one cannot be read: its seal is what is wrong.
      else if (!link.broken && !link.detruit && !holds(link, before))
        faults.push({ type: "facture", id: String(link.id), faute: "chaine" });
      last = link;
    },
    end(): Anomalie[] {
      if (last) finish(last);
      // A counter without any document: the whole series has gone.
      for (const name of ends.keys()) faults.push({ type: "serie", id: name, faute: "lacune" });
      return faults;
    },
  };
}
