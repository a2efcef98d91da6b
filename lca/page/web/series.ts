// Means of a quantity over time, with the same bits as lca/math/time_series.

export class TimeSeries {
  private readonly sums: Float64Array;
  private readonly rests: Float64Array; // the accumulated rounding error of each sum
  private readonly step: number;

  constructor(
    readonly times: Float64Array,
    readonly values: Float64Array,
  ) {
    this.sums = new Float64Array(times.length);
    this.rests = new Float64Array(times.length);
    for (let i = 0; i < values.length; ++i) {
      const term = values[i] * (times[i + 1] - times[i]);
      const sum = this.sums[i] + term;
      const ofTerm = sum - this.sums[i];
      this.sums[i + 1] = sum;
      this.rests[i + 1] = this.rests[i] + (this.sums[i] - (sum - ofTerm) + (term - ofTerm));
    }
    let step = times[1] - times[0];
    for (let i = 1; i < times.length; ++i) {
      if (times[i] - times[i - 1] !== step) step = 0;
    }
    this.step = step;
  }

  get begin(): number {
    return this.times[0];
  }
  get end(): number {
    return this.times[this.times.length - 1];
  }

  private indexAt(time: number): number {
    const last = this.values.length - 1;
    if (!(time > this.begin)) return 0;
    if (time >= this.end) return last;
    let index = this.step > 0 ? Math.min(Math.trunc((time - this.begin) / this.step), last) : 0;
    if (this.step > 0 && time < this.times[index]) return index - 1;
    while (time >= this.times[index + 1]) ++index;
    return index;
  }

  at(time: number): number {
    return this.values[this.indexAt(time)];
  }
  integral(from: number, to: number): number {
    return this.until(to) - this.until(from);
  }
  /** The integral over a duration; exact also for a short duration far from the series' begin. */
  integralFrom(start: number, duration: number): number {
    const first = this.indexAt(start);
    const last = this.indexAt(start + duration);
    if (first === last) return this.values[first] * duration;
    const between = this.sums[last] - this.sums[first + 1] + (this.rests[last] - this.rests[first + 1]);
    return this.values[first] * (this.times[first + 1] - start) + between + this.values[last] * (duration - (this.times[last] - start));
  }

  private until(time: number): number {
    const within = time < this.begin ? this.begin : this.end < time ? this.end : time;
    const index = this.indexAt(within);
    return this.sums[index] + this.values[index] * (within - this.times[index]);
  }
}

/** The mean of a quantity from a start on, weighted or not; NaN if the series does not cover the time. */
export class MeanOverTime {
  constructor(
    private readonly weighted: TimeSeries,
    private readonly weight: TimeSeries | null,
    private readonly start: number,
  ) {}

  over(duration: number): number {
    const end = this.start + duration;
    if (this.start < this.weighted.begin - 1e-6 || end > this.weighted.end + 1e-6) return NaN;
    if (duration === 0) return this.weighted.at(this.start) / (this.weight ? this.weight.at(this.start) : 1);
    return this.weighted.integralFrom(this.start, duration) / (this.weight ? this.weight.integralFrom(this.start, duration) : duration);
  }
}
