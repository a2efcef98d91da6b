// The scenario of the page: which inputs the reader has changed, and the results with these values.

import { quantileOf, recordingOf, type Data, type Movable, type Row } from "./data";
import { ofDraws } from "./quantile";
import { plainDraws } from "./random";
import { evaluate, evaluateColumns, type Recording } from "./recording";
import { inBase } from "./units";

/** Results by the names that the program gives them, in the unit of machine output; null: not assessed. */
export type Named = Map<string, number | null>;

export class Model {
  readonly recording: Recording;
  /** Inputs that can be changed; `now` has the present number of each, as text. */
  readonly movable: Movable[];
  readonly now: string[];
  private readonly base: Float64Array;
  private inputs: Float64Array;
  private columns: Map<number, Float64Array> | null = null;
  values: Float64Array;
  readonly baseValues: Float64Array;

  constructor(readonly data: Data) {
    this.recording = recordingOf(data);
    this.movable = data.movable;
    this.now = data.movable.map((one) => one.written);
    this.base = Float64Array.from(data.inputs, (input) => input.value);
    this.inputs = this.base.slice();
    this.values = evaluate(this.recording, this.inputs);
    this.baseValues = this.values;
  }

  /** The step of the main result: the total, or without activities the first output. */
  get main(): number | null {
    const total = this.row("total");
    if (total && this.data.activity_count > 0) return total.steps[0];
    return this.data.outputs.length > 0 ? this.data.outputs[0].step : null;
  }

  row(name: string): Row | undefined {
    return this.data.rows.find((row) => row.name === name);
  }

  /** The value of a row in base units; null: not assessed. */
  value(row: Row | undefined, measure = 0, values = this.values): number | null {
    const step = row ? row.steps[measure] : null;
    return step === null || step === undefined ? null : values[step];
  }

  set(index: number, written: string): void {
    this.now[index] = written;
    const moved = this.movable[index];
    const input = this.data.inputs[moved.input];
    this.inputs[moved.input] = this.isMoved(index) ? inBase(Number(written), moved.multiple, moved.divisor) : input.value;
  }

  evaluate(): void {
    this.values = evaluate(this.recording, this.inputs);
  }

  isMoved(index: number): boolean {
    return Number(this.now[index]) !== Number(this.movable[index].written);
  }
  get anyMoved(): boolean {
    return this.movable.some((_, index) => this.isMoved(index));
  }

  /** The argument of `--set` for the present value of an input. */
  setArgument(index: number): string {
    const { input, unit } = this.movable[index];
    return `${this.data.inputs[input].path}=${this.now[index]}${unit ? ` ${unit}` : ""}`;
  }

  /** The words of the command line that gives the results shown at present. */
  command(): string[] {
    const words = this.data.command.slice();
    this.movable.forEach((_, index) => {
      if (this.isMoved(index)) words.push("--set", this.setArgument(index));
    });
    return words;
  }

  /** All results that the page shows, by name. */
  named(): Named {
    const named: Named = new Map();
    const at = (step: number | null, factor: number): number | null => (step === null ? null : this.values[step] / factor);
    for (const row of this.data.rows) {
      row.steps.forEach((step, i) => {
        const { suffix, factor } = this.data.measures[i];
        named.set(suffix ? `${row.name}.${suffix}` : row.name, at(step, factor));
      });
    }
    for (const output of this.data.outputs) named.set(`outputs.${output.id}`, at(output.step, output.factor));
    for (const one of this.data.per) named.set(`per.${one.name}`, at(one.step, one.factor));
    return named;
  }

  /** The main result if one input is larger by this share of its value. */
  withMore(input: number, share: number): number {
    const kept = this.inputs[input];
    this.inputs[input] = kept * (1 + share);
    const value = evaluate(this.recording, this.inputs)[this.main!];
    this.inputs[input] = kept;
    return value;
  }

  /** The inputs that are sampled; one that the reader has changed has no uncertainty, as with `--set`. */
  get drawn(): number[] {
    const moved = new Set(this.movable.filter((_, index) => this.isMoved(index)).map((one) => one.input));
    return this.data.inputs.flatMap((input, i) => (input.quantile && !moved.has(i) ? [i] : []));
  }

  /** The samples of a step: the same as in `lca uncertainty` with the same seed and number of samples. */
  draws(step = this.main): Float64Array | null {
    if (step === null) return null;
    if (this.columns === null) {
      this.columns = new Map();
      this.data.inputs.forEach((input, i) => {
        const quantile = quantileOf(this.data, input);
        if (!quantile) return;
        const column = plainDraws(input.key!, this.data.draws);
        ofDraws(quantile, column);
        this.columns!.set(i, column);
      });
    }
    const columns = new Map(this.drawn.map((i) => [i, this.columns!.get(i)!]));
    if (columns.size === 0) return null;
    return evaluateColumns(this.recording, this.inputs, columns, step, this.data.draws);
  }
}
