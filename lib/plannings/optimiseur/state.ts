import type { Instance } from "./instance.ts";

/** Who does what in which order: rows of visits by tour, with the start of each. Changed in place, for speed. */
export class State {
  readonly row: Int32Array;
  readonly length: Int32Array;
  readonly tourOf: Int32Array;
  readonly indexOf: Int32Array;
  readonly start: Float64Array;
  readonly load: Float64Array;
  readonly width: number;
  readonly instance: Instance;

  constructor(instance: Instance) {
    const { visits, tours } = instance;
    this.instance = instance;
    this.width = visits + 1;
    this.row = new Int32Array(tours * this.width);
    this.length = new Int32Array(tours);
    this.tourOf = new Int32Array(visits).fill(-1);
    this.indexOf = new Int32Array(visits).fill(-1);
    this.start = new Float64Array(visits);
    this.load = new Float64Array(tours);
  }

  insert(visit: number, tour: number, index: number): void {
    const base = tour * this.width;
    const length = this.length[tour] as number;
    for (let i = length; i > index; i--) {
      const moved = this.row[base + i - 1] as number;
      this.row[base + i] = moved;
      this.indexOf[moved] = i;
    }
    this.row[base + index] = visit;
    this.tourOf[visit] = tour;
    this.indexOf[visit] = index;
    this.length[tour] = length + 1;
    this.load[tour] = (this.load[tour] as number) + (this.instance.demand[visit] as number);
  }

  remove(visit: number): void {
    const tour = this.tourOf[visit] as number;
    const base = tour * this.width;
    const length = (this.length[tour] as number) - 1;
    for (let i = this.indexOf[visit] as number; i < length; i++) {
      const moved = this.row[base + i + 1] as number;
      this.row[base + i] = moved;
      this.indexOf[moved] = i;
    }
    this.length[tour] = length;
    this.load[tour] = (this.load[tour] as number) - (this.instance.demand[visit] as number);
    this.tourOf[visit] = -1;
    this.indexOf[visit] = -1;
  }

  /** Puts a whole row back, as `Copie` kept it. */
  setRow(tour: number, from: Int32Array, offset: number, length: number): void {
    const base = tour * this.width;
    let load = 0;
    for (let i = 0; i < length; i++) {
      const visit = from[offset + i] as number;
      this.row[base + i] = visit;
      this.tourOf[visit] = tour;
      this.indexOf[visit] = i;
      load += this.instance.demand[visit] as number;
    }
    this.length[tour] = length;
    this.load[tour] = load;
  }

  /** All rows, as plain lists of visits by tour. */
  rows(): number[][] {
    const { tours } = this.instance;
    return Array.from({ length: tours }, (_, tour) =>
      Array.from(this.row.subarray(tour * this.width, tour * this.width + (this.length[tour] as number))),
    );
  }

  clear(): void {
    this.length.fill(0);
    this.tourOf.fill(-1);
    this.indexOf.fill(-1);
    this.load.fill(0);
  }
}
