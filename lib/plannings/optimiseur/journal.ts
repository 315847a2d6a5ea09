import type { State } from "./state.ts";

/** What the rows were before a trial, for taking it back: only rows that the trial touched are kept. */
export class Journal {
  private readonly state: State;
  private readonly row: Int32Array;
  private readonly length: Int32Array;
  private readonly stamp: Int32Array;
  readonly touched: Int32Array;
  count = 0;
  private round = 0;

  constructor(state: State) {
    this.state = state;
    this.row = new Int32Array(state.row.length);
    this.length = new Int32Array(state.length.length);
    this.stamp = new Int32Array(state.length.length);
    this.touched = new Int32Array(state.length.length);
  }

  begin(): void {
    this.round++;
    this.count = 0;
  }

  /** Call before a row changes. */
  touch(tour: number): void {
    if ((this.stamp[tour] as number) === this.round) return;
    this.stamp[tour] = this.round;
    this.touched[this.count++] = tour;
    const { state } = this;
    const base = tour * state.width;
    const length = state.length[tour] as number;
    this.length[tour] = length;
    for (let i = 0; i < length; i++) this.row[base + i] = state.row[base + i] as number;
  }

  /** Puts the rows back as they were at `begin`; their starts are for `Schedule` to find again. */
  undo(): void {
    const { state } = this;
    for (let k = 0; k < this.count; k++) {
      const tour = this.touched[k] as number;
      const base = tour * state.width;
      for (let i = 0; i < (state.length[tour] as number); i++)
        state.tourOf[state.row[base + i] as number] = -1;
    }
    for (let k = 0; k < this.count; k++) {
      const tour = this.touched[k] as number;
      state.setRow(tour, this.row, tour * state.width, this.length[tour] as number);
    }
  }
}
