import { withOffset } from "@/lib/foundation/zoned";

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

type Change = { at: Date; before: string; after: string };

/**
 * The clock of `fuseau` from a day before `du` to a day after `au`, as a VTIMEZONE (RFC 5545 §3.6.5): each change
 * written out, since a rule cannot say those of Ramadan in Morocco. The same clock as everywhere else in the product.
 */
export function vtimezone(fuseau: string, du: Date, au: Date): string[] {
  const start = new Date(Math.floor(du.getTime() / DAY_MS) * DAY_MS - DAY_MS);
  const found = changes(fuseau, start, new Date(au.getTime() + DAY_MS));
  const first = offset(start, fuseau);
  const winter = [first, ...found.map(({ after }) => after)].sort((a, b) => minutes(a) - minutes(b))[0];
  const all: Change[] = [{ at: start, before: first, after: first }, ...found];
  return [
    "BEGIN:VTIMEZONE",
    `TZID:${fuseau}`,
    ...all.flatMap(({ at, before, after }) => {
      const kind = after === winter ? "STANDARD" : "DAYLIGHT";
      return [
        `BEGIN:${kind}`,
        `DTSTART:${clock(at, before)}`,
        `TZOFFSETFROM:${before}`,
        `TZOFFSETTO:${after}`,
        `END:${kind}`,
      ];
    }),
    "END:VTIMEZONE",
  ];
}

/** `+0100` */
const offset = (instant: Date, fuseau: string) => withOffset(instant, fuseau).slice(19).replace(":", "");

const minutes = (text: string) =>
  Number(`${text[0]}1`) * (Number(text.slice(1, 3)) * 60 + Number(text.slice(3)));

/** What the clock showed at `instant` under an offset. */
const clock = (instant: Date, under: string) =>
  new Date(instant.getTime() + minutes(under) * MINUTE_MS).toISOString().slice(0, 19).replaceAll(/[-:]/g, "");

function changes(fuseau: string, from: Date, to: Date): Change[] {
  const found: Change[] = [];
  for (let day = from.getTime(); day < to.getTime(); day += DAY_MS) {
    const before = offset(new Date(day), fuseau);
    const after = offset(new Date(day + DAY_MS), fuseau);
    if (before !== after) found.push({ at: momentOfChange(fuseau, day, before), before, after });
  }
  return found;
}

/** The first minute of the new offset within the day that begins at `day`. */
function momentOfChange(fuseau: string, day: number, before: string): Date {
  let [low, high] = [day, day + DAY_MS];
  while (high - low > MINUTE_MS) {
    const middle = low + Math.floor((high - low) / 2 / MINUTE_MS) * MINUTE_MS;
    if (offset(new Date(middle), fuseau) === before) low = middle;
    else high = middle;
  }
  return new Date(high);
}
