type Span = { debut: number; fin: number };

/** Who is taken when: half-open spans of epoch milliseconds by person. */
export class Agenda {
  private readonly spans = new Map<string, Span[]>();

  /** `marge` minutes must stay free on both sides, to travel. */
  isFree(person: string, debut: Date, fin: Date, marge = 0): boolean {
    const from = debut.getTime() - marge * 60_000;
    const to = fin.getTime() + marge * 60_000;
    return !(this.spans.get(person) ?? []).some((span) => from < span.fin && span.debut < to);
  }

  take(person: string, debut: Date, fin: Date): void {
    const list = this.spans.get(person) ?? [];
    list.push({ debut: debut.getTime(), fin: fin.getTime() });
    this.spans.set(person, list);
  }
}

export const worker = (id: number) => `intervenant:${id}`;
export const household = (id: number) => `client:${id}`;
