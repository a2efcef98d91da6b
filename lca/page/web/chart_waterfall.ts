// The chart of a variant's difference: from the base by each change to the variant; the program's shares.

import scaleLinear from "d3-scale/src/linear";
import type { Selection } from "d3-selection";
import type { Amounts } from "./amounts";
import type { Change, Waterfall } from "./data";
import { make, type TableData } from "./dom";
import { fitted, widthOf, write, type Chart } from "./figure";
import { pretty, signed } from "./format";
import type { Model } from "./model";

const rowsShown = 12;

interface Step {
  label: string;
  detail: string;
  from: number;
  to: number;
  /** Colour of the bar: "ink" for the base and the variant, else whether the change adds or subtracts. */
  kind: "ink" | "more" | "less";
  interval: string;
}

const sizeOf = (change: Change): number => Math.abs(change.share ?? 0);

export class WaterfallChart implements Chart {
  readonly name = "waterfall";
  readonly title = "What makes the difference";
  private shown = 0;
  private readonly all: Waterfall[];

  constructor(
    private readonly model: Model,
    private readonly amounts: Amounts,
  ) {
    this.all = model.data.waterfalls ?? [];
  }

  private get waterfall(): Waterfall {
    return this.all[this.shown];
  }
  /** Title of the base (index 0) or of a variant (from 1). */
  private titleOf(index: number): string {
    const { id, title } = this.model.data.alternatives[index];
    return title || (id === "" ? "As in the file" : id.replace(/_/g, " "));
  }
  private number(value: number | null): string {
    return value === null ? "not assessed" : this.amounts.number(value);
  }

  control(parent: HTMLElement, changed: () => void): void {
    if (this.all.length < 2) return;
    const line = make(parent, "p", { class: "choice" });
    const label = make(line, "label", {}, "Variant ");
    const select = make(label, "select", { "data-filter": "variant" });
    this.all.forEach((_, i) => make(select, "option", { value: i }, this.titleOf(i + 1)));
    select.addEventListener("change", () => {
      this.shown = Number(select.value);
      changed();
    });
  }

  caption(): string {
    const { why_not } = this.waterfall;
    const from = `From “${this.titleOf(0)}” to “${this.titleOf(this.shown + 1)}”, in ${this.amounts.scale.unit}`;
    if (why_not) return `${from}. ${why_not}`;
    return `${from}: what each change adds or takes away, averaged over the orders of making them. As the file has it: it does not follow the sliders.`;
  }
  label(): string {
    return `${this.titleOf(0)} to ${this.titleOf(this.shown + 1)}: ${this.steps().map((step) => `${step.label} ${this.textOf(step)}`).join(", ")}`;
  }

  private steps(): Step[] {
    const { from, to, changes, why_not } = this.waterfall;
    const steps: Step[] = [];
    const end = (index: number, value: number | null): void => {
      if (value !== null) steps.push({ label: this.titleOf(index), detail: "", from: 0, to: value, kind: "ink", interval: "" });
    };
    end(0, from);
    if (from !== null && to !== null && !why_not) this.addChanges(steps, from, to, changes);
    end(this.shown + 1, to);
    return steps;
  }

  private addChanges(steps: Step[], from: number, to: number, changes: Change[]): void {
    const sorted = changes.filter((change) => sizeOf(change) > 0).sort((a, b) => sizeOf(b) - sizeOf(a));
    const few = sorted.length <= rowsShown ? sorted : sorted.slice(0, rowsShown - 1);
    let level = from;
    const add = (label: string, detail: string, share: number, interval: string): void => {
      steps.push({ label, detail, from: level, to: level + share, kind: share < 0 ? "less" : "more", interval });
      level += share;
    };
    for (const change of few) {
      const { label, detail } = this.words(change);
      const varies = change.low !== undefined && change.high !== undefined && change.high - change.low > 1e-9 * sizeOf(change);
      add(label, detail, change.share ?? 0, varies ? `${this.signed(change.low!)} to ${this.signed(change.high!)}` : "");
    }
    if (few.length < sorted.length) add(`${sorted.length - few.length} smaller changes`, "", to - level, "");
  }

  private words({ path, from, to }: Change): { label: string; detail: string } {
    const input = this.model.data.inputs.find((one) => one.path === path);
    const label = input ? `${input.label} (${input.context})` : path;
    return { label, detail: `${from ? `${pretty(from)} ` : ""}→ ${to ? pretty(to) : "nothing"}` };
  }

  private signed(value: number): string {
    return signed(value / this.amounts.scale.factor);
  }
  private textOf(step: Step): string {
    return step.kind === "ink" ? this.amounts.brief(step.to) : this.signed(step.to - step.from);
  }

  draw(svg: Selection, width: number): number {
    const steps = this.steps();
    const ends = steps.flatMap((step) => [step.from, step.to]);
    const wide = width >= 560;
    const left = wide ? Math.min(300, width * 0.4) : 0;
    const room = Math.max(0, ...steps.map((step) => widthOf(`${this.textOf(step)} ${step.interval}`, 12, 680))) + 18;
    const least = Math.min(0, ...ends);
    const x = scaleLinear().domain([least, Math.max(0, ...ends) || 1]).range([left, Math.max(left + 40, width - room)]);
    const row = wide ? 44 : 72;
    steps.forEach((step, i) => this.step(svg, step, i * row, wide, left, width, x, wide && i + 1 < steps.length ? row : 0));
    return steps.length * row - 4;
  }

  private step(svg: Selection, step: Step, y: number, wide: boolean, left: number, width: number, x: (value: number) => number, row: number): void {
    const strong = step.kind === "ink";
    const space = wide ? left - 16 : width;
    const at = wide ? left - 16 : 0;
    const end = wide ? " end" : "";
    write(svg, `t13${strong ? " bold" : ""}${end}`, at, y + (wide && !step.detail ? 22 : 14), fitted(step.label, 13, space, strong ? 680 : 400), step.label);
    if (step.detail) write(svg, `t12 ink-2${end}`, at, y + 31, fitted(step.detail, 12, space), step.detail);
    const top = y + (wide ? 8 : step.detail ? 38 : 20);
    const [low, high] = step.from < step.to ? [step.from, step.to] : [step.to, step.from];
    svg.append("rect").attr("class", step.kind).attr("x", x(low)).attr("y", top).attr("width", Math.max(1, x(high) - x(low))).attr("height", 18);
    // A line down to where the next step begins.
    if (row > 0) svg.append("path").attr("class", "zero").attr("d", `M${x(step.to)},${top + 18}V${top + row}`);
    const text = write(svg, "t12 bold", x(high) + 7, top + 13, this.textOf(step));
    if (step.interval) text.append("tspan").attr("class", "ink-2").attr("dx", 6).text(step.interval);
  }

  table(): TableData {
    const rows = this.steps().map((step) => [step.label, step.detail, step.kind === "ink" ? this.number(step.to) : this.signed(step.to - step.from), step.interval]);
    const sure = rows.some((row) => row[3] !== "");
    return { head: ["Change", "from → to", this.amounts.scale.unit, ...(sure ? ["90 % interval"] : [])], rows: rows.map((row) => (sure ? row : row.slice(0, 3))) };
  }
}
