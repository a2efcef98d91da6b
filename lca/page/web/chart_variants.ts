// The file's what-ifs beside it, and what is shown now.

import scaleLinear from "d3-scale/src/linear";
import type { Selection } from "d3-selection";
import type { Amounts } from "./amounts";
import type { TableData } from "./dom";
import { fitted, write, type Chart } from "./figure";
import { signedPercent } from "./format";
import type { Model } from "./model";

interface Variant {
  title: string;
  total: number | null;
  note: string;
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
    const what = this.model.data.waterfalls ? "What is compared" : "What the file itself asks: its what-ifs";
    return `${what}, the lowest total first, in ${this.amounts.scale.unit}.`;
  }
  label(): string {
    return `Alternatives: ${this.variants().map((one) => `${one.title} ${one.total === null ? "not assessed" : this.amounts.number(one.total)}`).join(", ")}`;
  }

  private variants(): Variant[] {
    const own = this.model.data.variant ?? "";
    const all: Variant[] = this.model.data.alternatives.map((one) => ({
      title: one.title || (one.id === "" ? "As in the file" : one.id.replace(/_/g, " ")),
      total: one.total,
      note: one.comparable || one.id === own ? "" : "other gaps: not to be compared",
      own: one.id === own,
      now: false,
    }));
    if (this.model.anyMoved) all.push({ title: "Here, now: with the sliders as they are", total: this.amounts.now, note: "", own: false, now: true });
    return all.sort((a, b) => (a.total ?? Infinity) - (b.total ?? Infinity));
  }

  draw(svg: Selection, width: number): number {
    const variants = this.variants();
    const most = Math.max(1e-300, ...variants.map((one) => one.total ?? 0));
    const x = scaleLinear().domain([0, most]).range([0, width - 130]);
    const base = this.amounts.inFile;
    variants.forEach((one, i) => {
      const y = i * 44;
      write(svg, one.own || one.now ? "t13 bold" : "t13", 0, y + 14, fitted(one.title, 13, width, one.own ? 680 : 400), one.title);
      const size = x(Math.max(0, one.total ?? 0));
      svg.append("rect").attr("class", one.now ? "certain" : one.own ? "ink" : "more").attr("x", 0).attr("y", y + 20).attr("width", Math.max(1, size)).attr("height", 13);
      const difference = one.total !== null && base && !one.own && !one.note ? `  ${signedPercent(one.total / base - 1)}` : "";
      const words = one.total === null ? "not assessed" : this.amounts.brief(one.total);
      const text = write(svg, one.own ? "t12 bold" : "t12", size + 8, y + 31, words);
      text.append("tspan").attr("class", "ink-2").attr("dx", 6).text(one.note || difference.trim());
    });
    return variants.length * 44 - 6;
  }

  table(): TableData {
    const rows = this.variants().map((one) => [one.title, one.total === null ? "not assessed" : this.amounts.number(one.total), one.note]);
    return { head: ["Variant", this.amounts.scale.unit, "Note"], rows };
  }
}
