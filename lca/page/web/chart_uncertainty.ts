// The chart of the main result's distribution: the same samples as in `lca uncertainty`.

import { max, quantileSorted } from "d3-array";
import { axisBottom } from "d3-axis";
import scaleLinear, { type Linear } from "d3-scale/src/linear";
import type { Selection } from "d3-selection";
import area from "d3-shape/src/area";
import { stepAfter } from "d3-shape/src/curve/step";
import type { Amounts } from "./amounts";
import { unpacked } from "./data";
import type { TableData } from "./dom";
import { widthOf, write, type Chart } from "./figure";
import { grouped, listed } from "./format";
import type { Model } from "./model";

interface Bin {
  from: number;
  to: number;
  count: number;
}

export class UncertaintyChart implements Chart {
  readonly name = "uncertainty";
  readonly title = "How sure it is";
  private sorted: Float64Array | null = null;

  constructor(
    private readonly model: Model,
    private readonly amounts: Amounts,
  ) {}

  /** Whether the samples come from the program (inputs are correlated); they then ignore the reader's changes. */
  private get shipped(): boolean {
    return this.model.data.totals !== undefined;
  }

  /** Draws the samples again; returns the 90 % interval in base units, or null. */
  refresh(): [number, number] | null {
    const draws = this.shipped ? unpacked(this.model.data.totals!) : this.model.data.no_draws ? null : this.model.draws();
    this.sorted = draws && draws.every((value) => Number.isFinite(value)) ? draws.sort() : null;
    return this.shipped && this.model.anyMoved ? null : this.interval;
  }

  private get interval(): [number, number] | null {
    return this.sorted ? [quantileSorted(this.sorted, 0.05)!, quantileSorted(this.sorted, 0.95)!] : null;
  }

  caption(): string {
    const names = this.model.drawn.map((i) => this.model.data.inputs[i].label.toLowerCase().replace(/\b(gpu|cpu|pue|co2e?)\b/g, (word) => word.toUpperCase()));
    const set = this.model.movable.filter((moved, index) => this.model.isMoved(index) && this.model.data.inputs[moved.input].quantile);
    const still = set.length > 0 ? ` What was moved (${listed(set.map((moved) => this.model.data.inputs[moved.input].label))}) is taken as set.` : "";
    if (this.model.data.no_draws) return `No distribution: ${this.model.data.no_draws}.`;
    if (!this.interval) return `No figure that is left is uncertain.${still}`;
    const [low, high] = this.interval;
    const unit = this.amounts.scale.unit;
    const words = `Nine draws in ten lie between ${this.amounts.number(low)} and ${this.amounts.number(high)} ${unit}`;
    if (this.shipped) return `${words}. Uncertain figures are correlated, so the draws are the file's: they do not follow the sliders.`;
    const unique = Array.from(new Set(names));
    return `${words}: ${listed(unique)} ${unique.length === 1 ? "is" : "are"} uncertain, everything else is taken as stated.${still}`;
  }
  label(): string {
    return this.caption();
  }

  private bins(x: Linear, count: number): Bin[] {
    const values = this.sorted!;
    const edges = x.ticks(count);
    const size = edges.length > 1 ? edges[1] - edges[0] : 1;
    const first = Math.floor(values[0] / this.amounts.scale.factor / size + 1e-9) * size;
    const bins: Bin[] = [];
    let i = 0;
    for (let k = 0; i < values.length && k < 400; ++k) {
      const bin = { from: first + k * size, to: first + (k + 1) * size, count: 0 };
      while (i < values.length && values[i] / this.amounts.scale.factor < bin.to) {
        ++bin.count;
        ++i;
      }
      bins.push(bin);
    }
    return bins;
  }

  private domain(): [number, number] {
    const { factor } = this.amounts.scale;
    const now = (this.amounts.now ?? 0) / factor;
    if (!this.sorted) return [Math.min(0, now * 2), Math.max(now * 2, 1e-300)];
    const low = quantileSorted(this.sorted, 0.002)! / factor;
    const high = quantileSorted(this.sorted, 0.998)! / factor;
    const room = (high - low) * 0.04 || Math.abs(now) * 0.1 || 1;
    return [Math.min(low, now) - room, Math.max(high, now) + room];
  }

  draw(svg: Selection, width: number): number {
    const top = 30;
    const base = width < 520 ? 170 : 190;
    const x = scaleLinear().domain(this.domain()).range([1, width - 1]);
    if (this.sorted) this.area(svg, x, top, base, width);
    const axis = svg.append("g").attr("class", "axis").attr("transform", `translate(0,${base})`);
    const inside = (tick: number): boolean => {
      const half = widthOf(grouped(String(tick)), 12) / 2;
      return x(tick) > half && x(tick) < width - half;
    };
    const ticks = x.ticks(Math.max(3, Math.floor(width / 75))).filter(inside);
    axis.call(axisBottom(x).tickValues(ticks).tickFormat((tick) => grouped(String(tick))).tickSize(4).tickPadding(6));
    if (this.amounts.now !== null) {
      const at = x(this.amounts.now / this.amounts.scale.factor);
      svg.append("path").attr("class", "line").attr("d", `M${at},${top - 18}V${base}`);
      const words = `${this.model.anyMoved ? "now" : "as stated"} ${this.amounts.number(this.amounts.now)}`;
      const left = at + 8 + widthOf(words, 13, 680) > width;
      write(svg, left ? "t13 bold end" : "t13 bold", left ? at - 7 : at + 7, top - 8, words);
    }
    if (this.interval) this.bracket(svg, x, base + 32, width);
    return base + (this.interval ? 58 : 30);
  }

  private area(svg: Selection, x: Linear, top: number, base: number, width: number): void {
    const bins = this.bins(x, Math.max(16, Math.min(32, Math.floor(width / 18))));
    const most = max(bins.map((bin) => bin.count)) ?? 1;
    const y = scaleLinear().domain([0, most]).range([base, top]);
    const [low, high] = this.interval!.map((value) => value / this.amounts.scale.factor);
    const points = (from: number, to: number): { x: number; count: number }[] => {
      const inside = bins.filter((bin) => bin.to > from && bin.from < to);
      const list = inside.map((bin) => ({ x: Math.max(bin.from, from), count: bin.count }));
      const last = inside[inside.length - 1];
      if (last) list.push({ x: Math.min(last.to, to), count: last.count });
      return list;
    };
    const shape = area<{ x: number; count: number }>().x((point) => Math.min(Math.max(x(point.x), 0), width)).y0(base).y1((point) => y(point.count)).curve(stepAfter);
    for (const [kind, from, to] of [["tail", -Infinity, low], ["certain", low, high], ["tail", high, Infinity]] as const) {
      const path = shape(points(from, to));
      if (path) svg.append("path").attr("class", kind).attr("d", path);
    }
  }

  private bracket(svg: Selection, x: Linear, y: number, width: number): void {
    const [low, high] = this.interval!.map((value) => x(value / this.amounts.scale.factor));
    svg.append("path").attr("class", "certain-line").attr("d", `M${low},${y - 4}v8m0,-4H${high}m0,-4v8`);
    const words = `nine in ten: ${this.amounts.number(this.interval![0])} to ${this.amounts.number(this.interval![1])}`;
    const half = widthOf(words, 12) / 2;
    write(svg, "t12 ink-2 middle", Math.min(Math.max((low + high) / 2, half), width - half), y + 20, words);
  }

  table(): TableData {
    const { unit } = this.amounts.scale;
    if (!this.sorted) return { head: ["Share of draws below", unit], rows: [] };
    const shares = [0.025, 0.05, 0.25, 0.5, 0.75, 0.95, 0.975];
    const rows = shares.map((share) => [`${share * 100} %`, this.amounts.number(quantileSorted(this.sorted!, share)!)]);
    return { head: [`Share of ${this.sorted.length} draws below`, unit], rows };
  }
}
