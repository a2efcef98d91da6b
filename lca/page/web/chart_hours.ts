// The chart of a grid's carbon intensity and of the power drawn from it, over the hours in which it is used.

import { max } from "d3-array";
import { axisBottom } from "d3-axis";
import scaleLinear, { type Linear } from "d3-scale/src/linear";
import type { Selection } from "d3-selection";
import area from "d3-shape/src/area";
import { stepAfter } from "d3-shape/src/curve/step";
import { seriesOf, type Hours } from "./data";
import type { TableData } from "./dom";
import { widthOf, write, type Chart } from "./figure";
import { short } from "./format";
import type { Model } from "./model";
import { phaseClass } from "./parts";
import type { TimeSeries } from "./series";

const perKwh = 3.6e9; // 1 kg/J in g/kWh
const day = 86400;
const tickSteps = [3600, 3 * 3600, 6 * 3600, 12 * 3600, day, 2 * day, 7 * day, 14 * day, 30 * day, 91 * day];

interface Point {
  time: number;
  value: number;
}

function label(time: number, long: boolean): string {
  const text = new Date(time * 1000).toISOString();
  return long ? text.slice(0, 10) : `${text.slice(5, 10)} ${text.slice(11, 16)}`;
}

export class HoursChart implements Chart {
  readonly name = "hours";
  readonly title = "Hours of the grid";
  private readonly series: TimeSeries[];

  constructor(private readonly model: Model) {
    this.series = model.data.series.map(seriesOf);
  }

  caption(): string {
    return "Intensity in gCO₂e/kWh over the time in which electricity is drawn, and below it the power that is drawn. Times are UTC.";
  }
  label(): string {
    const [from, to] = this.window();
    return `Intensity of the grid from ${label(from, true)} to ${label(to, true)}, and the power drawn`;
  }

  private get uses(): Hours[] {
    return this.model.data.hours;
  }
  private value(step: number): number {
    return this.model.values[step];
  }

  /** The times shown: first start to last end, with some space on both sides if the series has data there. */
  private window(): [number, number] {
    const from = Math.min(...this.uses.map((use) => use.start));
    const to = Math.max(...this.uses.map((use) => use.start + this.value(use.duration)));
    const room = Math.max((to - from) * 0.06, 3 * 3600);
    const { begin, end } = this.series[this.uses[0].series];
    return [Math.max(from - room, begin), Math.min(to + room, end)];
  }

  /** Means over equal intervals, no more of them than a chart can show. */
  private intensity(use: Hours, from: number, to: number, most: number): Point[] {
    const series = this.series[use.series];
    const hours = Math.max(1, Math.round((to - from) / 3600));
    const count = Math.min(most, hours);
    const size = (to - from) / count;
    const points: Point[] = [];
    for (let i = 0; i < count; ++i) {
      const begin = from + i * size;
      points.push({ time: begin, value: (series.integral(begin, begin + size) / size) * this.value(use.mean) * perKwh });
    }
    points.push({ time: to, value: points[points.length - 1].value });
    return points;
  }

  /** The changes of one use's power in W, and when they happen. */
  private changes(use: Hours): Point[] {
    const end = use.start + this.value(use.duration);
    const energy = this.value(use.energy);
    if (use.power === null) {
      const power = energy / this.value(use.duration);
      return [{ time: use.start, value: power }, { time: end, value: -power }];
    }
    const { times, values } = this.series[use.power];
    const whole = this.series[use.power].integral(use.start, end);
    const changes: Point[] = [];
    let before = 0;
    values.forEach((value, i) => {
      if (times[i + 1] <= use.start || times[i] >= end || !(whole > 0)) return;
      const power = (value / whole) * energy;
      changes.push({ time: Math.max(times[i], use.start), value: power - before });
      before = power;
    });
    return [...changes, { time: end, value: -before }];
  }

  /** The total power in W from each change on. */
  private power(): Point[] {
    const changes = this.uses.flatMap((use) => this.changes(use));
    changes.sort((a, b) => a.time - b.time);
    let sum = 0;
    return changes.map(({ time, value }) => ({ time, value: (sum += value) }));
  }

  draw(svg: Selection, width: number): number {
    const [from, to] = this.window();
    const x = scaleLinear().domain([from, to]).range([0, width]);
    const sites = Array.from(new Map(this.uses.map((use) => [use.site, use])).values()).slice(0, 3);
    const lines = sites.map((use) => this.intensity(use, from, to, Math.floor(width / 2)));
    const most = max(lines.flatMap((line) => line.map((point) => point.value))) ?? 1;
    const base = 150;
    const y = scaleLinear().domain([0, most]).range([base, 24]);
    const shape = area<Point>().x((point) => x(point.time)).y0(base).y1((point) => y(point.value)).curve(stepAfter);
    lines.forEach((line, i) => svg.append("path").attr("class", i === 0 ? "series" : "series other").attr("d", shape(line)));
    write(svg, "t12 ink-2", 0, 14, `up to ${short(most)} gCO₂e/kWh${sites.length > 1 ? `: ${sites.map((use) => use.site).join(", ")}` : ""}`);
    const bottom = this.load(svg, x, base + 24, width);
    this.axis(svg, x, bottom, width, from, to);
    return bottom + 30;
  }

  private load(svg: Selection, x: Linear, top: number, width: number): number {
    const points = this.power();
    const most = max(points.map((point) => point.value)) ?? 0;
    const base = top + 60;
    if (!(most > 0)) return top;
    const y = scaleLinear().domain([0, most]).range([base, top + 4]);
    const shape = area<Point>().x((point) => x(point.time)).y0(base).y1((point) => y(Math.max(0, point.value))).curve(stepAfter);
    svg.append("path").attr("class", phaseClass(this.model.data.work_phase)).attr("d", shape(points));
    const words = `up to ${short(most / 1000)} kW`;
    write(svg, "t12 ink-2", Math.min(Math.max(x(points[0].time), 0), width - widthOf(words, 12)), top - 4, words);
    return base;
  }

  /** An axis with ticks at whole hours or days. */
  private axis(svg: Selection, x: Linear, top: number, width: number, from: number, to: number): void {
    const most = Math.max(2, Math.floor(width / 120));
    const step = tickSteps.find((size) => (to - from) / size <= most) ?? tickSteps[tickSteps.length - 1];
    const ticks: number[] = [];
    for (let time = Math.ceil(from / step) * step; time <= to; time += step) {
      if (x(time) > 34 && x(time) < width - 34) ticks.push(time);
    }
    const axis = svg.append("g").attr("class", "axis").attr("transform", `translate(0,${top})`);
    axis.call(axisBottom(x).tickValues(ticks).tickSize(4).tickPadding(6).tickFormat((time) => label(time, step >= day)));
  }

  table(): TableData {
    const rows = this.uses.slice(0, 200).map((use) => [
      this.model.data.activities[use.activity].title,
      label(use.start, false),
      short(this.value(use.duration) / 3600),
      short(this.value(use.energy) / 3.6e6),
    ]);
    return { head: ["Activity", "From, UTC", "Hours", "kWh"], rows };
  }
}
