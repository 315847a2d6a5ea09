import { buildInstance, type VisitSpec } from "../../../lib/plannings/optimiseur/build.ts";
import type { Instance } from "../../../lib/plannings/optimiseur/instance.ts";
import type { Outcome } from "../../../lib/plannings/optimiseur/solve.ts";

type Patient = {
  id: string;
  time_window: [number, number];
  required_caregivers: { service: string; duration?: number }[];
  synchronization?: { type: "simultaneous" } | { type: "sequential"; distance: [number, number] };
};
export type Hhcrsp = {
  patients: Patient[];
  services?: { id: string; default_duration: number }[];
  caregivers: { id: string; abilities: string[] }[];
  distances: number[][];
};

/** Reads a home-health-care instance (Mankowska, Meisel & Bierwirth 2014): one visit per required service. */
export function readHhcrsp(file: Hhcrsp): Instance {
  const { patients, caregivers, distances } = file;
  const usual = new Map(file.services?.map((service) => [service.id, service.default_duration]));
  const matrix = Float64Array.from(distances.flat());
  const kinds = [...new Set(caregivers.map(kindOf))];
  const visits = patients.flatMap((patient, index) => {
    const [open, close] = patient.time_window;
    return patient.required_caregivers.map(
      ({ service, duration }): VisitSpec => ({
        place: index + 1,
        duration: duration ?? usual.get(service) ?? 0,
        windows: [[open, close]],
        omission: NEVER,
        tours: caregivers.flatMap(({ abilities }, tour) => (abilities.includes(service) ? [{ tour }] : [])),
      }),
    );
  });
  let next = 0;
  for (const patient of patients) {
    const [first, second] = visits.slice(next, next + patient.required_caregivers.length);
    if (first && second) {
      const gap = gapOf(patient);
      first.pair = { visit: next + 1, isSecond: false, gap };
      second.pair = { visit: next, isSecond: true, gap };
    }
    next += patient.required_caregivers.length;
  }
  return buildInstance({
    places: distances.length,
    time: matrix,
    cost: matrix,
    visits,
    tours: caregivers.map((caregiver, person) => ({
      person,
      kind: kinds.indexOf(kindOf(caregiver)),
      start: 0,
      end: 0,
      open: 0,
    })),
    weights: { travel: 1 / 3, tardiness: 1 / 3, maxTardiness: 1 / 3 },
  });
}

/** So dear that no visit is left out. */
const NEVER = 1e6;

const kindOf = ({ abilities }: Hhcrsp["caregivers"][number]) => [...abilities].sort().join();

/** Least and most from the start of the first service to that of the second; none where they are independent. */
function gapOf({ synchronization }: Patient): [number, number] {
  if (!synchronization) return [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  return synchronization.type === "sequential" ? synchronization.distance : [0, 0];
}

/** The plan as the independent checker reads it. */
export function writeHhcrsp(
  { patients, caregivers }: Hhcrsp,
  { duration }: Instance,
  { rows, start }: Outcome,
) {
  const needs = patients.flatMap((patient) =>
    patient.required_caregivers.map(({ service }) => ({ patient_id: patient.id, service_id: service })),
  );
  const stop = (visit: number) => {
    const at = start[visit] as number;
    return { ...needs[visit], arrival_time: at, departure_time: at + (duration[visit] as number) };
  };
  return {
    routes: rows.flatMap((row, tour) =>
      row.length === 0 ? [] : [{ caregiver_id: caregivers[tour]?.id, locations: row.map(stop) }],
    ),
  };
}
