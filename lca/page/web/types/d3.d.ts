// Of d3's modules the functions that are used here: Debian has no types for them.

declare module "d3-selection" {
  type Value = string | number | boolean | null;
  export interface Selection {
    append(tag: string): Selection;
    select(selector: string): Selection;
    selectAll(selector: string): Selection;
    attr(name: string, value: Value): Selection;
    text(value: string): Selection;
    call(apply: (selection: Selection) => unknown): Selection;
    remove(): Selection;
    node(): Element | null;
  }
  export function select(element: Element): Selection;
}

declare module "d3-scale" {
  export interface Linear {
    (value: number): number;
    domain(ends: [number, number]): Linear;
    range(ends: [number, number]): Linear;
    nice(count?: number): Linear;
    ticks(count: number): number[];
  }
  export function scaleLinear(): Linear;
}

declare module "d3-axis" {
  import type { Linear } from "d3-scale";
  import type { Selection } from "d3-selection";
  export interface Axis {
    (selection: Selection): void;
    ticks(count: number): Axis;
    tickFormat(format: (value: number) => string): Axis;
    tickSize(size: number): Axis;
    tickPadding(size: number): Axis;
  }
  export function axisBottom(scale: Linear): Axis;
}

declare module "d3-shape" {
  export interface Area<T> {
    (data: T[]): string | null;
    x(at: (item: T) => number): Area<T>;
    y0(at: number): Area<T>;
    y1(at: (item: T) => number): Area<T>;
    curve(kind: unknown): Area<T>;
  }
  export function area<T>(): Area<T>;
  export const curveStepAfter: unknown;
}

declare module "d3-array" {
  export function max(values: Iterable<number>): number | undefined;
  export function sum(values: Iterable<number>): number;
  export function quantile(values: ArrayLike<number>, share: number): number | undefined;
}

declare module "d3-format" {
  export function format(specifier: string): (value: number) => string;
}
