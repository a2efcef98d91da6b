// Types of the d3 functions that are used here, as Debian has no package of types. Single files are imported,
// because Debian's packages do not declare that unused modules may be left out of a bundle.

declare module "d3-selection" {
  type Value = string | number | boolean | null;
  export interface Selection {
    append(tag: string): Selection;
    attr(name: string, value: Value): Selection;
    text(value: string): Selection;
    call(apply: (selection: Selection) => unknown): Selection;
    node(): Element | null;
  }
  export function select(element: Element): Selection;
}

declare module "d3-scale/src/linear" {
  export interface Linear {
    (value: number): number;
    domain(ends: [number, number]): Linear;
    range(ends: [number, number]): Linear;
    ticks(count: number): number[];
  }
  export default function scaleLinear(): Linear;
}

declare module "d3-axis" {
  import type { Linear } from "d3-scale/src/linear";
  import type { Selection } from "d3-selection";
  export interface Axis {
    (selection: Selection): void;
    tickValues(values: number[]): Axis;
    tickFormat(format: (value: number) => string): Axis;
    tickSize(size: number): Axis;
    tickPadding(size: number): Axis;
  }
  export function axisBottom(scale: Linear): Axis;
}

declare module "d3-shape/src/area" {
  export interface Area<T> {
    (data: T[]): string | null;
    x(at: (item: T) => number): Area<T>;
    y0(at: number): Area<T>;
    y1(at: (item: T) => number): Area<T>;
    curve(kind: unknown): Area<T>;
  }
  export default function area<T>(): Area<T>;
}

declare module "d3-shape/src/curve/step" {
  export const stepAfter: unknown;
}

declare module "d3-array" {
  export function max(values: Iterable<number>): number | undefined;
  export function quantileSorted(values: ArrayLike<number>, share: number): number | undefined;
}

declare module "d3-format" {
  export function format(specifier: string): (value: number) => string;
}
