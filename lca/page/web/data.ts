// The data that the program writes into a page (analyses/report/json.cpp), and how to unpack it.

import type { Quantile } from "./quantile";
import type { Recording } from "./recording";
import { MeanOverTime, TimeSeries } from "./series";
import type { Factor } from "./units";

export interface Measure {
  name: string;
  suffix: string;
  unit: string;
  factor: number;
}

export interface Input {
  path: string;
  label: string;
  context: string;
  value: number;
  written: number;
  unit: string;
  origin: "file" | "catalogue" | "default" | "argument" | "code";
  where?: string;
  source?: string;
  note?: string;
  status?: string;
  uncertainty?: string;
  key?: string;
  quantile?: Omit<Quantile, "table" | "shares"> & { table?: number; shares?: number };
}

/** An input that the reader can change, with numbers as texts, as in the file. */
export interface Movable {
  input: number;
  written: string;
  unit: string;
  multiple: Factor;
  divisor: Factor;
  low: string;
  high: string;
  step: string;
}

export interface Activity {
  id: string;
  title: string;
  stage: string;
  included: boolean;
}

/** A phase of the results: `by_line` where many activities are grouped by lines rather than by stages. */
export interface Phase {
  name: string;
  title: string;
  by_line: boolean;
}

export interface Row {
  name: string;
  kind: string;
  steps: (number | null)[];
  activity?: number;
  phase?: number;
  line?: string;
}

export interface Gap {
  of: string;
  phase: number;
  activity?: number;
  line?: string;
  measures: number;
  reason: string;
}

export interface Output {
  id: string;
  title: string;
  step: number | null;
  /** The unit of machine output in base units; `shown_factor` is that of `unit`. */
  factor: number;
  /** The unit for people. */
  unit: string;
  shown_factor: number;
  partial: boolean;
  reason?: string;
}

export interface PerUse {
  name: string;
  step: number | null;
  unit: string;
  factor: number;
}

export interface Alternative {
  id: string;
  title: string;
  total: number | null;
  partial: boolean;
  comparable: boolean;
  /** 90 % interval of the paired difference to the first alternative, in base units. */
  difference?: [number, number];
}

/** The total (or its electricity) in everyday things; `each`: base units of one, or a range of them. */
export interface Equivalent {
  id: string;
  unit: string;
  one: string;
  measure: number;
  each: number;
  least?: number;
  most?: number;
  /** 90 % interval with the inputs as in the file. */
  low?: number;
  high?: number;
  publisher: string;
  year: number;
  title: string;
  url: string;
  licence: string;
  access: string;
}

/** A change between base and variant; its share in base units, with a 90 % interval if uncertain. */
export interface Change {
  path: string;
  from: string;
  to: string;
  share: number | null;
  low?: number;
  high?: number;
}

/** How the difference between the base and a compared variant comes about. */
export interface Waterfall {
  name: string;
  from: number | null;
  to: number | null;
  why_not?: string;
  changes: Change[];
}

/** One activity's use of electricity with hourly data; mean, energy and duration are steps. */
export interface Hours {
  activity: number;
  series: number;
  /** Index of the series by which the energy is spread over the time; null: evenly. */
  power: number | null;
  start: number;
  mean: number;
  energy: number;
  duration: number;
  site: string;
}

interface Series {
  begin?: number;
  step?: number;
  times?: string;
  values: string;
}

export interface Data {
  title: string;
  variant?: string;
  variant_title?: string;
  source?: string;
  note?: string;
  lca_version: string;
  catalogue: string;
  hardware_db?: { path: string; sha256: string }[];
  is_large: boolean;
  command: string[];
  files: { name: string; sha256: string }[];
  measures: Measure[];
  ladder: [string, number][];
  steps: number[];
  constants: number[];
  means: [number, number | null, number][];
  hours: Hours[];
  series: Series[];
  inputs: Input[];
  input_count: number;
  tables: string[];
  movable: Movable[];
  activities: Activity[];
  activity_count: number;
  phases: Phase[];
  /** The phase of the computing itself: the total is compared with it. */
  work_phase: number;
  rows: Row[];
  gaps: Gap[];
  gap_count: number;
  outputs: Output[];
  per: PerUse[];
  functional_unit?: string;
  rests: (string | { input: number; noun?: string })[];
  systems: number;
  sites: number;
  alternatives: Alternative[];
  /** Only for a comparison with uncertain inputs: the number of paired samples. */
  paired_draws?: number;
  equivalents: Equivalent[];
  /** Only for a comparison: one for each alternative after the first. */
  waterfalls?: Waterfall[];
  draws: number;
  seed: number;
  no_draws?: string;
  totals?: string;
  warnings: string[];
  remarks: string[];
}

/** Numbers from base64 text with their eight bytes each. */
export function unpacked(text: string): Float64Array {
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  return new Float64Array(bytes.buffer);
}

export function seriesOf(packed: Series): TimeSeries {
  const values = unpacked(packed.values);
  if (packed.times !== undefined) return new TimeSeries(unpacked(packed.times), values);
  const times = new Float64Array(values.length + 1);
  for (let i = 0; i < times.length; ++i) times[i] = packed.begin! + i * packed.step!;
  return new TimeSeries(times, values);
}

export function recordingOf(data: Data): Recording {
  const count = data.steps.length / 3;
  const part = (offset: number): Uint32Array => Uint32Array.from({ length: count }, (_, i) => data.steps[3 * i + offset]);
  const series = data.series.map(seriesOf);
  const means = data.means.map(([weighted, weight, start]) => new MeanOverTime(series[weighted], weight === null ? null : series[weight], start));
  return { operations: part(0), left: part(1), right: part(2), constants: data.constants, means };
}

export function quantileOf(data: Data, input: Input): Quantile | null {
  const packed = input.quantile;
  if (!packed) return null;
  const table = packed.table === undefined ? undefined : unpacked(data.tables[packed.table]);
  const shares = packed.shares === undefined ? undefined : unpacked(data.tables[packed.shares]);
  return { ...packed, table, shares };
}
