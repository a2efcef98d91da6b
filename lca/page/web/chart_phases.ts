// The chart of the phases: one bar for the total, and one for each activity.

import scaleLinear from "d3-scale/src/linear";
import type { Selection } from "d3-selection";
import type { TableData } from "./dom";
import { fitted, hatching, widthOf, write, type Chart } from "./figure";
import { percent, short } from "./format";
import type { Model } from "./model";
import { phaseClass, type Parts } from "./parts";

const barHeight = 34;
const mostActivities = 10;

interface Piece {
  phase: number;
  value: number;
}

export class PhasesChart implements Chart {
  readonly name = "phases";
  readonly title = "Three phases";

  constructor(
    private readonly model: Model,
    private readonly parts: Parts,
  ) {}

  caption(): string {
    return `Making the hardware, the power that flows while nothing is computed, and the computing itself, in ${this.parts.scale.unit}.`;
  }
  label(): string {
    return `Phases: ${this.pieces().map((piece) => `${this.parts.title(piece.phase)} ${this.parts.brief(piece.value)}`).join(", ")}`;
  }

  private pieces(): Piece[] {
    return this.parts.phases.flatMap((phase) => {
      const value = this.parts.phase(phase);
      return value === null ? [] : [{ phase, value }];
    });
  }
  private share(value: number): string {
    const total = this.parts.total;
    return total ? percent(value / total) : "";
  }

  draw(svg: Selection, width: number): number {
    const pieces = this.pieces().filter((piece) => piece.value > 0);
    const open = this.parts.phases.filter((phase) => this.parts.gapsOf(phase).length > 0);
    const hatch = open.length > 0 || this.parts.included.length > 1 ? hatching(svg, this.name) : "";
    const stubs = open.length * 26;
    const total = pieces.reduce((sum, piece) => sum + piece.value, 0);
    const x = scaleLinear().domain([0, total || 1]).range([0, width - stubs]);
    const starts: number[] = [];
    let at = 0;
    for (const { phase, value } of pieces) {
      const size = x(value);
      starts.push(at);
      svg.append("rect").attr("class", phaseClass(phase)).attr("x", at).attr("width", Math.max(1, size - 2)).attr("height", barHeight);
      at += size;
    }
    for (const phase of open) {
      const stub = svg.append("rect").attr("x", at + 2).attr("width", 22).attr("height", barHeight).attr("fill", hatch);
      stub.append("title").text(`${this.parts.title(phase)}: ${this.parts.gapsOf(phase).length} not assessed`);
      at += 26;
    }
    const below = width < 560 ? this.list(svg, width, hatch) : this.labels(svg, width, pieces, starts, hatch, open);
    return this.parts.included.length > 1 ? this.activities(svg, width, below + 22, hatch) : below;
  }

  /** The name of each part, below the part; labels that would overlap move right and get a line to their part. */
  private labels(svg: Selection, width: number, pieces: Piece[], starts: number[], hatch: string, open: number[]): number {
    let free = 0;
    const moved = pieces.map((piece, i) => {
      const needed = Math.max(widthOf(this.parts.title(piece.phase), 13), widthOf(this.parts.brief(piece.value), 15, 680) + widthOf(this.share(piece.value), 12) + 8);
      const x = Math.max(starts[i], free);
      free = x + needed + 22;
      return { piece, x, from: starts[i] };
    });
    // Labels beyond the right end are moved back to the left, starting with the last.
    let end = width;
    for (let i = moved.length - 1; i >= 0; --i) {
      const { piece } = moved[i];
      const needed = widthOf(this.parts.brief(piece.value), 15, 680) + widthOf(this.share(piece.value), 12) + 12;
      moved[i].x = Math.max(0, Math.min(moved[i].x, end - needed));
      end = moved[i].x - 18;
    }
    const elbows = moved.some(({ x, from }) => x - from > 3);
    const top = barHeight + (elbows ? 18 : 8);
    for (const { piece, x, from } of moved) {
      if (Math.abs(x - from) > 3) {
        svg.append("path").attr("class", "elbow").attr("d", `M${from + 4},${barHeight + 3}v6H${x + 4}v5`);
      }
      write(svg, "t13 ink-2", x, top + 13, this.parts.title(piece.phase));
      const text = write(svg, "t15 bold", x, top + 33, this.parts.brief(piece.value));
      text.append("tspan").attr("class", "t12 ink-2").attr("dx", 7).text(this.share(piece.value));
    }
    if (open.length === 0) return top + 40;
    const words = `${open.map((phase) => this.parts.title(phase).toLowerCase()).join(", ")}: not assessed in part or whole`;
    svg.append("rect").attr("x", 0).attr("y", top + 50).attr("width", 18).attr("height", 12).attr("fill", hatch);
    write(svg, "t13 ink-2", 26, top + 61, words);
    return top + 66;
  }

  private list(svg: Selection, width: number, hatch: string): number {
    let y = barHeight + 10;
    for (const phase of this.parts.phases) {
      const value = this.parts.phase(phase);
      const gaps = this.parts.gapsOf(phase).length;
      if (value === null && gaps === 0) continue;
      svg.append("rect").attr("class", value === null ? "" : phaseClass(phase)).attr("x", 0).attr("y", y + 5).attr("width", 12).attr("height", 12)
        .attr("fill", value === null ? hatch : null);
      write(svg, "t13", 20, y + 16, this.parts.title(phase));
      write(svg, value === null ? "t13 ink-2 end" : "t13 bold end", value === null ? width : width - 74, y + 16, value === null ? "not assessed" : this.parts.brief(value));
      if (value !== null) write(svg, "t12 ink-2 end", width, y + 16, gaps > 0 ? `${this.share(value)} +` : this.share(value));
      y += 27;
    }
    return y;
  }

  private activities(svg: Selection, width: number, top: number, hatch: string): number {
    const order = [...this.parts.included].sort((a, b) => (this.parts.activity(b) ?? 0) - (this.parts.activity(a) ?? 0));
    const shown = order.slice(0, order.length > mostActivities + 1 ? mostActivities : order.length);
    const most = Math.max(...shown.map((index) => this.parts.activity(index) ?? 0), 1e-300);
    const wide = width >= 560;
    const left = wide ? Math.min(0.2 * width, 230) : 0;
    const x = scaleLinear().domain([0, most]).range([0, width - left - (wide ? 210 : 90)]);
    const row = wide ? 27 : 46;
    const alike = new Set(shown.map((index) => this.lacks(index).join())).size === 1;
    shown.forEach((index, i) => {
      const y = top + i * row;
      const name = this.model.data.activities[index].title;
      const room = wide ? left - 12 : width;
      write(svg, wide ? "t13 end" : "t13", wide ? left - 12 : 0, y + 13, fitted(name, 13, room), name);
      this.bar(svg, index, left, y + (wide ? 2 : 20), x, width, hatch, alike);
    });
    const rest = this.model.data.activity_count - shown.length - (this.model.data.activities.length - order.length);
    if (rest > 0) write(svg, "t13 ink-2", left, top + shown.length * row + 14, `${rest} others`);
    return top + shown.length * row + (rest > 0 ? 20 : 0);
  }

  private lacks(index: number): string[] {
    return this.parts.phases.filter((phase) => this.parts.gapsOf(phase, index).length > 0).map((phase) => this.parts.title(phase).toLowerCase());
  }

  private bar(svg: Selection, index: number, left: number, y: number, x: (value: number) => number, width: number, hatch: string, alike: boolean): void {
    let at = left;
    const lacks = this.lacks(index);
    for (const phase of this.parts.phases) {
      const value = this.parts.ofActivity(index, phase);
      if (value === null || value <= 0) continue;
      svg.append("rect").attr("class", phaseClass(phase)).attr("x", at).attr("y", y).attr("width", Math.max(1, x(value) - 1)).attr("height", 15);
      at += x(value);
    }
    if (lacks.length > 0) {
      svg.append("rect").attr("x", at + 2).attr("y", y).attr("width", 22).attr("height", 15).attr("fill", hatch);
      at += 26;
    }
    const value = this.parts.activity(index);
    const figure = value === null ? "" : short(value / this.parts.scale.factor);
    const words = [figure, lacks.length > 0 && !alike ? `${lacks.join(", ")} not assessed` : ""].filter(Boolean).join("  ");
    const room = width - at - 8;
    write(svg, "t12 ink-2", at + 8, y + 12, widthOf(words, 12) <= room || !figure ? fitted(words, 12, room) : figure, words);
  }

  table(): TableData {
    const { unit, factor } = this.parts.scale;
    const cell = (value: number | null): string => (value === null ? "not assessed" : short(value / factor));
    const rows = [[`All`, ...this.parts.phases.map((phase) => cell(this.parts.phase(phase))), cell(this.parts.total)]];
    if (this.parts.included.length > 1) {
      for (const index of this.parts.included.slice(0, 200)) {
        rows.push([this.model.data.activities[index].title, ...this.parts.phases.map((phase) => cell(this.parts.ofActivity(index, phase))), cell(this.parts.activity(index))]);
      }
    }
    return { head: [unit, ...this.parts.phases.map((phase) => this.parts.title(phase)), "Total"], rows };
  }
}
