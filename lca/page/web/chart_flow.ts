// The chart in which the entries of each phase flow into the phase, and the phases into the total.

import type { Selection } from "d3-selection";
import type { TableData } from "./dom";
import { fitted, hatching, widthOf, write, type Chart } from "./figure";
import { short } from "./format";
import { phaseClass, type Parts } from "./parts";

const slot = 38;
const bandsHeight = 240;
const bar = 7;

interface Line {
  label: string;
  detail: string;
  value: number;
  gap: boolean;
}

interface Placed extends Line {
  phase: number;
  /** Top and height of the band itself. */
  top: number;
  height: number;
  slotTop: number;
  slotHeight: number;
}

function ribbon(svg: Selection, kind: string, x0: number, y0: number, x1: number, y1: number, height: number): void {
  const middle = (x0 + x1) / 2;
  const thin = Math.max(height, 0.75);
  svg.append("path").attr("class", `${kind} band`).attr("d",
    `M${x0},${y0}C${middle},${y0} ${middle},${y1} ${x1},${y1}V${y1 + thin}C${middle},${y1 + thin} ${middle},${y0 + thin} ${x0},${y0 + thin}Z`);
}

export class FlowChart implements Chart {
  readonly name = "flow";
  readonly title = "Where it comes from";

  constructor(private readonly parts: Parts) {}

  /** Whether there is more than one entry: a single one would show no flow. */
  get isWorthwhile(): boolean {
    return this.parts.phases.reduce((count, phase) => count + this.lines(phase).filter((line) => !line.gap).length, 0) > 1;
  }

  caption(): string {
    return `Each line of the calculation flows into its phase and into the total; width is ${this.parts.scale.unit}.`;
  }
  label(): string {
    const words = this.parts.phases.flatMap((phase) => this.lines(phase).map((line) => `${line.label} ${line.detail}`));
    return `What flows into the total: ${words.slice(0, 12).join(", ")}`;
  }

  private lines(phase: number): Line[] {
    const lines: Line[] = this.parts.ofPhase(phase).map(({ label, value }) => ({ label, value, detail: this.parts.brief(value), gap: false }));
    const gaps = this.parts.gapsOf(phase);
    if (gaps.length > 0) {
      const whole = this.parts.included.length > 1 ? gaps[0].of.split(".")[0].replace(/_/g, " ") : this.parts.title(phase).toLowerCase();
      const name = gaps.length === 1 ? gaps[0].line ?? whole : `${gaps.length} figures`;
      lines.push({ label: name, value: 0, detail: "not assessed", gap: true });
    }
    return lines;
  }

  private placed(perUnit: number, spread: number): Placed[] {
    const placed: Placed[] = [];
    let y = 0;
    for (const phase of this.parts.phases) {
      const lines = this.lines(phase);
      for (const line of lines) {
        const height = line.value * perUnit;
        const slotHeight = Math.max(spread, height + 6);
        placed.push({ ...line, phase, height, slotTop: y, slotHeight, top: y + (slotHeight - height) / 2 });
        y += slotHeight;
      }
      if (lines.length > 0) y += 10;
    }
    return placed;
  }

  draw(svg: Selection, width: number): number {
    if (this.parts.phases.every((phase) => this.lines(phase).length === 0)) {
      write(svg, "t13 ink-2", 0, 16, "nothing");
      return 24;
    }
    const total = this.parts.total ?? 0;
    const perUnit = total > 0 ? bandsHeight / total : 0;
    return width < 520 ? this.narrow(svg, width, perUnit) : this.wide(svg, width, perUnit);
  }

  private wide(svg: Selection, width: number, perUnit: number): number {
    const lines = this.placed(perUnit, slot);
    const hatch = lines.some((line) => line.gap) ? hatching(svg, this.name) : "";
    const last = lines[lines.length - 1];
    const height = last ? last.slotTop + last.slotHeight : 0;
    const left = Math.min(Math.max(...lines.map((line) => Math.max(widthOf(line.label, 13), widthOf(line.detail, 12)))) + 12, width * 0.36);
    const words = this.parts.total === null ? "" : this.parts.brief(this.parts.total);
    const right = Math.max(widthOf(words, 15, 680), widthOf("total, with gaps", 13)) + 14;
    const x1 = left;
    const x3 = width - right - bar;
    const x2 = x1 + (x3 - x1) * 0.5;
    const whole = lines.reduce((sum, line) => sum + line.height, 0);
    let totalY = (height - whole) / 2;
    const totalTop = totalY;
    for (const phase of this.parts.phases) {
      const mine = lines.filter((line) => line.phase === phase);
      const size = mine.reduce((sum, line) => sum + line.height, 0);
      if (mine.length === 0) continue;
      const from = mine[0].slotTop;
      const to = mine[mine.length - 1].slotTop + mine[mine.length - 1].slotHeight;
      const top = (from + to - size) / 2;
      let y = top;
      for (const line of mine) {
        if (line.gap) {
          svg.append("rect").attr("x", x1).attr("y", line.slotTop + slot / 2 - 7).attr("width", 26).attr("height", 14).attr("fill", hatch);
          continue;
        }
        ribbon(svg, phaseClass(phase), x1 + bar, line.top, x2, y, line.height);
        y += line.height;
      }
      if (size > 0) {
        ribbon(svg, phaseClass(phase), x2 + bar, top, x3, totalY, size);
        totalY += size;
        svg.append("rect").attr("class", phaseClass(phase)).attr("x", x2).attr("y", top).attr("width", bar).attr("height", Math.max(size, 1));
        const value = this.parts.phase(phase);
        write(svg, "t13 bold", x2 + bar + 8, top + size / 2 - 2, this.parts.title(phase));
        write(svg, "t12 ink-2", x2 + bar + 8, top + size / 2 + 13, value === null ? "" : this.parts.brief(value));
      }
    }
    for (const line of lines) {
      const middle = line.slotTop + line.slotHeight / 2;
      if (!line.gap) svg.append("rect").attr("class", phaseClass(line.phase)).attr("x", x1).attr("y", line.top).attr("width", bar).attr("height", Math.max(line.height, 1));
      write(svg, "t13 end", x1 - 10, middle - 2, fitted(line.label, 13, left - 12), line.label);
      write(svg, "t12 ink-2 end", x1 - 10, middle + 13, line.detail);
    }
    svg.append("rect").attr("class", "ink").attr("x", x3).attr("y", totalTop).attr("width", bar).attr("height", Math.max(whole, 1));
    write(svg, "t15 bold", x3 + bar + 9, totalTop + whole / 2, words);
    write(svg, "t12 ink-2", x3 + bar + 9, totalTop + whole / 2 + 16, this.parts.gaps.length > 0 ? "total, with gaps" : "total");
    return height + 4;
  }

  /** The chart in two columns, for narrow pages. A label is in its band, or below it if the band is too low. */
  private narrow(svg: Selection, width: number, perUnit: number): number {
    const lines = this.placed(perUnit * 0.9, 30);
    const hatch = lines.some((line) => line.gap) ? hatching(svg, this.name) : "";
    let shift = 0;
    const x2 = width - bar;
    let bottom = 0;
    for (const phase of this.parts.phases) {
      const mine = lines.filter((line) => line.phase === phase);
      if (mine.length === 0) continue;
      const size = mine.reduce((sum, line) => sum + line.height, 0);
      let y = mine[0].slotTop + shift;
      const tops: number[] = [];
      for (const line of mine) {
        tops.push(y);
        y += line.gap || line.height >= 24 ? Math.max(line.height + 4, 24) : line.height + 24;
      }
      const middle = (tops[0] + y) / 2;
      const low = Math.max(size, 1);
      let to = middle - low / 2;
      mine.forEach((line, i) => {
        const text = line.height >= 24 ? tops[i] + line.height / 2 + 4 : tops[i] + line.height + 16;
        if (line.gap) {
          svg.append("rect").attr("x", 0).attr("y", tops[i] + 5).attr("width", 22).attr("height", 12).attr("fill", hatch);
        } else {
          ribbon(svg, phaseClass(phase), bar, tops[i], x2, to, line.height);
          svg.append("rect").attr("class", phaseClass(phase)).attr("x", 0).attr("y", tops[i]).attr("width", bar).attr("height", Math.max(line.height, 1));
          to += line.height;
        }
        const inside = line.height >= 24;
        const room = width - 130 - widthOf(line.detail, 12);
        const label = write(svg, "t13", line.gap ? 30 : bar + 7, line.gap ? tops[i] + 15 : text, fitted(line.label, 13, room), line.label);
        label.append("tspan").attr("class", "t12 ink-2").attr("dx", 7).text(line.detail);
      });
      if (size > 0) {
        svg.append("rect").attr("class", phaseClass(phase)).attr("x", x2).attr("y", middle - low / 2).attr("width", bar).attr("height", low);
        const value = this.parts.phase(phase);
        write(svg, "t13 bold end", x2 - 8, middle - 2, this.parts.title(phase).toLowerCase());
        write(svg, "t12 ink-2 end", x2 - 8, middle + 13, value === null ? "" : this.parts.brief(value));
      }
      bottom = Math.max(y, middle + low / 2, middle + 18);
      const end = mine[mine.length - 1].slotTop + mine[mine.length - 1].slotHeight + 10;
      shift = bottom + 10 - end;
    }
    return bottom + 2;
  }

  table(): TableData {
    const { unit, factor } = this.parts.scale;
    const rows = this.parts.phases.flatMap((phase) =>
      this.lines(phase).map((line) => [line.label, this.parts.title(phase), line.gap ? "not assessed" : short(line.value / factor)]));
    return { head: ["Line", "Phase", unit], rows };
  }
}
