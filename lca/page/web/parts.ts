// What the total consists of: phases, activities and entries of phases, with what is not assessed in each.

import { scaleFor, short, type Scale } from "./format";
import type { Data, Gap, Row } from "./data";
import type { Model } from "./model";

/** The class by which the style sheet colours a phase. */
export function phaseClass(phase: number): string {
  return `phase-${phase}`;
}

export interface Part {
  label: string;
  value: number;
  /** How many of its entries are not assessed. */
  gaps: number;
}

export class Parts {
  private readonly data: Data;
  private readonly rows = new Map<string, Row>();
  private readonly lines = new Map<string, Row[]>();
  private readonly all: number[];
  /** The index of the activity that is shown alone; null if all are shown. */
  only: number | null = null;

  constructor(private readonly model: Model) {
    this.data = model.data;
    for (const row of this.data.rows) {
      this.rows.set(row.name, row);
      if (row.kind !== "line") continue;
      const key = `${row.activity} ${row.phase}`;
      this.lines.set(key, [...(this.lines.get(key) ?? []), row]);
    }
    this.all = this.data.activities.flatMap((activity, i) => (activity.included ? [i] : []));
  }

  get included(): number[] {
    return this.only === null ? this.all : [this.only];
  }
  /** The indices of the phases. */
  get phases(): number[] {
    return this.data.phases.map((_, phase) => phase);
  }
  /** The title of a phase. */
  title(phase: number): string {
    return this.data.phases[phase].title;
  }
  get total(): number | null {
    return this.only === null ? this.model.value(this.rows.get("total")) : this.activity(this.only);
  }
  get scale(): Scale {
    return scaleFor(this.data.ladder, this.total ?? 0);
  }
  /** A value with the short unit of the page: "11.2 t". */
  brief(value: number): string {
    return `${short(value / this.scale.factor)} ${this.scale.brief}`;
  }
  phase(phase: number): number | null {
    if (this.only !== null) return this.ofActivity(this.only, phase);
    return this.model.value(this.rows.get(this.data.phases[phase].name));
  }
  activity(index: number): number | null {
    return this.model.value(this.rows.get(this.data.activities[index].id));
  }
  ofActivity(index: number, phase: number): number | null {
    return this.model.value(this.rows.get(`${this.data.activities[index].id}.${this.data.phases[phase].name}`));
  }
  /** What is not assessed in the total climate change impact (included activities), or in the activity shown. */
  get gaps(): Gap[] {
    const all = this.data.gaps.filter((gap) => (gap.measures & 1) !== 0);
    if (this.only !== null) return all.filter((gap) => gap.activity === this.only);
    return all.filter((gap) => gap.activity === undefined || (this.data.activities[gap.activity]?.included ?? true));
  }
  gapsOf(phase: number, activity?: number): Gap[] {
    return this.gaps.filter((gap) => gap.phase === phase && (activity === undefined || gap.activity === activity));
  }

  /** The parts of a phase, largest first; if there are more than `most`, the last is the sum of the others. */
  ofPhase(phase: number, most = 4): Part[] {
    const all = this.included.length > 8 ? this.grouped(phase) : this.single(phase);
    const shown = all.filter((part) => part.value !== 0).sort((a, b) => b.value - a.value);
    if (shown.length <= most) return shown;
    const others = shown.slice(most - 1);
    const sum = others.reduce((so_far, part) => so_far + part.value, 0);
    return [...shown.slice(0, most - 1), { label: `${others.length} others`, value: sum, gaps: 0 }];
  }

  private single(phase: number): Part[] {
    const parts: Part[] = [];
    const several = this.included.length > 1;
    for (const index of this.included) {
      const { title, id } = this.data.activities[index];
      const name = several ? title : "";
      const lines = this.lines.get(`${index} ${phase}`) ?? [];
      const known = lines.filter((row) => this.model.value(row) !== null);
      const whole = this.rows.get(`${id}.${this.data.phases[phase].name}`);
      if (known.length === 0) this.add(parts, name || title, whole);
      for (const row of known) this.add(parts, [name, row.line ?? ""].filter(Boolean).join(" · "), row);
    }
    this.addUnallocated(parts, phase);
    return parts;
  }

  /** Parts if there are many activities: by line where the phase says so, else by stage (by activity if all have one). */
  private grouped(phase: number): Part[] {
    const sums = new Map<string, number>();
    const stages = new Set(this.included.map((index) => this.data.activities[index].stage));
    const add = (label: string, row?: Row): void => {
      const value = this.model.value(row);
      if (value !== null) sums.set(label, (sums.get(label) ?? 0) + value);
    };
    for (const index of this.included) {
      const { id, stage, title } = this.data.activities[index];
      const lines = this.lines.get(`${index} ${phase}`) ?? [];
      const whole = this.rows.get(`${id}.${this.data.phases[phase].name}`);
      if (this.data.phases[phase].by_line && lines.length > 0) for (const row of lines) add(row.line ?? "", row);
      else add(stages.size > 1 ? stage : title, whole);
    }
    const parts = Array.from(sums, ([label, value]) => ({ label, value, gaps: 0 }));
    this.addUnallocated(parts, phase);
    return parts;
  }

  private addUnallocated(parts: Part[], phase: number): void {
    const row = this.only === null && this.data.rows.find((one) => one.kind === "unallocated_phase" && one.phase === phase);
    if (row) this.add(parts, "unallocated", row);
  }

  private add(parts: Part[], label: string, row?: Row): void {
    const value = this.model.value(row);
    if (value !== null) parts.push({ label, value, gaps: 0 });
  }
}
