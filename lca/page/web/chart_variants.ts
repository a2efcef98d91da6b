// The chart of the scenario's what-if variants, with the result that the page shows at present.

import scaleLinear from "d3-scale/src/linear";
import type { Selection } from "d3-selection";
import type { Amounts } from "./amounts";
import type { Alternative } from "./data";
import type { TableData } from "./dom";
import { fitted, widthOf, write, type Chart } from "./figure";
import { grouped, signed, signedPercent } from "./format";
import type { Model } from "./model";

const titleOf = ({ id, title }: Alternative): string => title || (id === "" ? "As in the file" : id.replace(/_/g, " "));

interface Variant {
  title: string;
  total: number | null;
  note: string;
  difference?: [number, number];
  own: boolean;
  now: boolean;
}

export class VariantsChart implements Chart {
  readonly name = "variants";
  readonly title = "Alternatives";

  constructor(
    private readonly model: Model,
    private readonly amounts: Amounts,
  ) {}

  caption(): string {
    const { waterfalls, paired_draws, alternatives } = this.model.data;
    const what = waterfalls ? "What is compared" : "What the file itself asks: its what-ifs";
    const drawn = alternatives.some((one) => one.difference);
    const sure = drawn ? ` In brackets: where nine in ten of ${grouped(String(paired_draws))} differences to “${titleOf(alternatives[0])}” lie, each pair drawn with the same figures; none where it does not vary.` : "";
    return `${what}, the lowest total first, in ${this.amounts.scale.unit}.${sure}`;
  }
  label(): string {
    return `Alternatives: ${this.variants().map((one) => `${one.title} ${one.total === null ? "not assessed" : this.amounts.number(one.total)}`).join(", ")}`;
  }

  private variants(): Variant[] {
    const own = this.model.data.variant ?? "";
    const all: Variant[] = this.model.data.alternatives.map((one) => ({
      title: titleOf(one),
      total: one.total,
      difference: one.difference,
      note: one.comparable || one.id === own ? "" : "other gaps: not to be compared",
      own: one.id === own,
      now: false,
    }));
    if (this.model.anyMoved) all.push({ title: "Here, now: with the sliders as they are", total: this.amounts.now, note: "", own: false, now: true });
    return all.sort((a, b) => (a.total ?? Infinity) - (b.total ?? Infinity));
  }

  private valueOf(one: Variant): string {
    return one.total === null ? "not assessed" : this.amounts.brief(one.total);
  }
  /** The 90 % interval of the difference to the base: "−80.1 to −77.2". */
  private sure(one: Variant): string {
    return one.difference ? one.difference.map((end) => signed(end / this.amounts.scale.factor)).join(" to ") : "";
  }
  private besides(one: Variant): string {
    const base = this.amounts.inFile;
    if (one.note) return one.note;
    if (one.total === null || !base || one.own) return "";
    return `${signedPercent(one.total / base - 1)}${one.difference ? ` (${this.sure(one)})` : ""}`;
  }

  draw(svg: Selection, width: number): number {
    const variants = this.variants();
    const most = Math.max(1e-300, ...variants.map((one) => one.total ?? 0));
    const x = scaleLinear().domain([0, most]).range([0, Math.max(40, Math.min(width - 130, ...variants.map((one) => ((width - this.room(one)) * most) / (one.total || most))))]);
    variants.forEach((one, i) => {
      const y = i * 44;
      write(svg, one.own || one.now ? "t13 bold" : "t13", 0, y + 14, fitted(one.title, 13, width, one.own ? 680 : 400), one.title);
      const size = x(Math.max(0, one.total ?? 0));
      svg.append("rect").attr("class", one.now ? "certain" : one.own ? "ink" : "more").attr("x", 0).attr("y", y + 20).attr("width", Math.max(1, size)).attr("height", 13);
      const text = write(svg, one.own ? "t12 bold" : "t12", size + 8, y + 31, this.valueOf(one));
      text.append("tspan").attr("class", "ink-2").attr("dx", 6).text(this.besides(one));
    });
    return variants.length * 44 - 6;
  }

  /** Width of the text behind a bar. */
  private room(one: Variant): number {
    return widthOf(`${this.valueOf(one)} ${this.besides(one)}`, 12, one.own ? 680 : 400) + 22;
  }

  table(): TableData {
    const drawn = this.variants().some((one) => one.difference);
    const rows = this.variants().map((one) => {
      const value = one.total === null ? "not assessed" : this.amounts.number(one.total);
      return [one.title, value, ...(drawn ? [this.sure(one)] : []), one.note];
    });
    return { head: ["Variant", this.amounts.scale.unit, ...(drawn ? ["Difference, 90 % interval"] : []), "Note"], rows };
  }
}
