/** Seeded random numbers (sfc32, by Chris Doty-Humphrey, public domain design): the same seed gives the same plan. */
export class Random {
  private a: number;
  private b: number;
  private c: number;
  private d = 1;

  constructor(seed: number) {
    this.a = seed | 0;
    this.b = (seed ^ 0x9e3779b9) | 0;
    this.c = (Math.imul(seed, 0x85ebca6b) ^ 0x243f6a88) | 0;
    for (let i = 0; i < 16; i++) this.next();
  }

  /** A real number in [0, 1). */
  next(): number {
    const t = (((this.a + this.b) | 0) + this.d) | 0;
    this.d = (this.d + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = ((this.c << 21) | (this.c >>> 11)) + t;
    this.c |= 0;
    return (t >>> 0) / 4294967296;
  }

  /** A whole number in [0, limit). */
  below(limit: number): number {
    return (this.next() * limit) | 0;
  }
}
