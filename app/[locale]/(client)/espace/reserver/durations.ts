const STEP_MIN = 30;
const LONGEST_MIN = 480;
/** From here on people think in whole hours. */
const WHOLE_HOURS_FROM_MIN = 240;

/**
 * The durations to offer, decimal hours, shortest first: by half hours up to 4 h, then whole hours up to 8 h, between
 * the agency's minimum and the activity's legal maximum (minutes). Never empty.
 */
export function durationsOf(minimumMin: number, maximumMin: number | null): number[] {
  const longest = Math.min(maximumMin ?? LONGEST_MIN, LONGEST_MIN);
  const shortest = Math.min(Math.max(Math.ceil(minimumMin / STEP_MIN) * STEP_MIN, 60), longest);
  const offered: number[] = [];
  for (let minutes = shortest; minutes <= longest; minutes += STEP_MIN)
    if (minutes <= WHOLE_HOURS_FROM_MIN || minutes % 60 === 0) offered.push(minutes / 60);
  return offered;
}
