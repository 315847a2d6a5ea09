import { buildInstance, type VisitSpec } from "../../../lib/plannings/optimiseur/build.ts";
import type { Instance } from "../../../lib/plannings/optimiseur/instance.ts";
import type { Outcome } from "../../../lib/plannings/optimiseur/solve.ts";

type Patient = {
  id: string;
  required_services: { service: string; duration?: number }[];
  distance_matrix_index: number;
  time_windows: { start: number; end: number }[];
  optional?: boolean;
  preferred_caregivers?: string[];
  incompatible_caregivers?: string[];
  synchronization?: {
    type: "simultaneous" | "sequential" | "independent";
    distance?: [number, number] | { min: number; max: number };
  };
};
type Caregiver = {
  id: string;
  abilities: string[];
  departing_point: string;
  arrival_point?: string;
  working_shift?: { start: number; end: number };
  lunch_break?: boolean;
};
export type Uhhc = {
  metadata: { time_window_met: string; cost_components: Record<string, number | "HARD" | null> };
  patients: Patient[];
  caregivers: Caregiver[];
  services: { id: string; default_duration: number }[];
  terminal_points: { id: string; distance_matrix_index: number }[];
  lunch_breaks?: { start: number; end: number; min_duration: number };
  distances: number[][];
};

/** So dear that no visit is left out unless the patient is optional. */
const NEVER = 1e6;
const FAR = Number.POSITIVE_INFINITY;

/** Reads an instance of the unified home-health-care problem (Ceschia et al. 2026). */
export function readUhhc(file: Uhhc): Instance {
  const { patients, caregivers, metadata, lunch_breaks: lunch } = file;
  const weight = (name: string) => Number(metadata.cost_components[name]) || 0;
  const atEnd = metadata.time_window_met === "at_service_end";
  const usual = new Map(file.services.map((service) => [service.id, service.default_duration]));
  const office = new Map(file.terminal_points.map((point) => [point.id, point.distance_matrix_index]));
  const matrix = Float64Array.from(file.distances.flat());
  const visits = patients.flatMap((patient) =>
    patient.required_services.map(({ service, duration }): VisitSpec => {
      const lasts = duration ?? usual.get(service) ?? 0;
      return {
        place: patient.distance_matrix_index,
        duration: lasts,
        windows: patient.time_windows.map(({ start, end }) => [start, atEnd ? end - lasts : end]),
        omission: patient.optional ? weight("optional_patients") / patient.required_services.length : NEVER,
        tours: caregivers.flatMap((caregiver, tour) =>
          mayServe(file, patient, caregiver, service)
            ? [{ tour, cost: isPreferred(patient, caregiver) ? 0 : weight("caregiver_preferences") }]
            : [],
        ),
      };
    }),
  );
  pair(patients, visits);
  return buildInstance({
    places: file.distances.length,
    time: matrix,
    cost: matrix,
    visits,
    tours: caregivers.map((caregiver, person) => ({
      person,
      kind: person,
      start: office.get(caregiver.departing_point) ?? 0,
      end: office.get(caregiver.arrival_point ?? caregiver.departing_point) ?? 0,
      open: caregiver.working_shift?.start ?? 0,
      close: caregiver.working_shift?.end ?? FAR,
      rest:
        lunch && caregiver.lunch_break
          ? {
              open: lunch.start,
              close: lunch.end + (atEnd ? 0 : lunch.min_duration),
              lasts: lunch.min_duration,
            }
          : undefined,
    })),
    weights: {
      travel: weight("travel_time"),
      tardiness: weight("total_tardiness"),
      maxTardiness: weight("highest_tardiness"),
      waiting: weight("total_waiting_time"),
      overtime: weight("total_extra_time"),
      maxIdle: weight("max_idle_time"),
      missedBreak: weight("missed_lunch_break"),
    },
  });
}

function mayServe({ metadata }: Uhhc, patient: Patient, caregiver: Caregiver, service: string): boolean {
  const isHard = typeof metadata.cost_components.incompabilities !== "number";
  return (
    caregiver.abilities.includes(service) &&
    !(isHard && patient.incompatible_caregivers?.includes(caregiver.id))
  );
}

const isPreferred = ({ preferred_caregivers: preferred }: Patient, { id }: Caregiver) =>
  !preferred || preferred.includes(id);

/** Links the two services of a patient: in time where they are synchronised, in being given at all in any case. */
function pair(patients: Patient[], visits: VisitSpec[]): void {
  let next = 0;
  for (const { required_services: services, synchronization: sync } of patients) {
    const [first, second] = visits.slice(next, next + services.length);
    if (first && second) {
      first.mate = next + 1;
      second.mate = next;
      if (sync && sync.type !== "independent") {
        const gap = gapOf(sync);
        first.pair = { visit: next + 1, isSecond: false, gap };
        second.pair = { visit: next, isSecond: true, gap };
      }
    }
    next += services.length;
  }
}

function gapOf({ type, distance }: NonNullable<Patient["synchronization"]>): [number, number] {
  if (type === "simultaneous" || !distance) return [0, 0];
  return Array.isArray(distance) ? distance : [distance.min, distance.max];
}

/** The plan as the independent checker reads it. */
export function writeUhhc(
  { patients, caregivers }: Uhhc,
  { duration }: Instance,
  { rows, start, rests }: Outcome,
) {
  const needs = patients.flatMap((patient) =>
    patient.required_services.map(({ service }) => ({ patient: patient.id, service })),
  );
  return {
    routes: rows.map((row, tour) => {
      const stops = row.map((visit) => {
        const at = start[visit] as number;
        return { ...needs[visit], arrival_time: at, departure_time: at + (duration[visit] as number) };
      });
      const rest = rests[tour];
      if (rest && row.length > 0)
        stops.push({
          patient: needs[rest.visit]?.patient ?? "office",
          service: "lunch_break",
          arrival_time: rest.from,
          departure_time: rest.to,
        });
      return {
        caregiver_id: caregivers[tour]?.id,
        locations: stops.sort((a, b) => a.arrival_time - b.arrival_time),
      };
    }),
  };
}
