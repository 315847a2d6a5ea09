import { inZone } from "@/lib/foundation/zoned";

/** Local times, HH:MM; an end before the begin is the next day's. */
export type Silence = { debut: string; fin: string };

/** When a message written at `now` may leave: the end of the quiet hours, or undefined outside them. */
export function heldUntil(now: Date, zone: string, { debut, fin }: Silence): Date | undefined {
  const local = inZone(now, zone);
  const time = local.hour * 60 + local.minute;
  const [from, to] = [minutes(debut), minutes(fin)];
  const isNight = from > to;
  const isQuiet = isNight ? time >= from || time < to : time >= from && time < to;
  if (!isQuiet) return undefined;
  const day = isNight && time >= from ? local.add({ days: 1 }) : local;
  return day.set({ hour: Math.floor(to / 60), minute: to % 60, second: 0, millisecond: 0 }).toDate();
}

function minutes(time: string): number {
  const [hours = 0, rest = 0] = time.split(":").map(Number);
  return hours * 60 + rest;
}
