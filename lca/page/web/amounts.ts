// Formats the main result, in the unit of the page: the total, or without activities the first output.

import type { Parts } from "./parts";
import { pretty, short, type Scale } from "./format";
import type { Model } from "./model";

export class Amounts {
  constructor(
    private readonly model: Model,
    private readonly parts: Parts,
  ) {}

  get isTotal(): boolean {
    return this.model.data.activity_count > 0;
  }
  get now(): number | null {
    return this.model.main === null ? null : this.model.values[this.model.main];
  }
  get inFile(): number | null {
    return this.model.main === null ? null : this.model.baseValues[this.model.main];
  }
  get scale(): Scale {
    if (this.isTotal) return this.parts.scale;
    const output = this.model.data.outputs[0];
    const unit = pretty(output.unit);
    return { unit, brief: unit, factor: output.shown_factor };
  }
  /** A value in the unit of the page, without the unit: "50.5". */
  number(value: number): string {
    return short(value / this.scale.factor);
  }
  /** With the short unit for charts: "50.5 t". */
  brief(value: number): string {
    return `${this.number(value)} ${this.scale.brief}`.trim();
  }
  /** With the whole unit: "50.5 tCO₂e". */
  full(value: number): string {
    return `${this.number(value)} ${this.scale.unit}`.trim();
  }
  /** What the main result is called: "the total", or the title of an output. */
  get name(): string {
    return this.isTotal ? "the total" : `“${this.model.data.outputs[0]?.title ?? ""}”`;
  }
}
