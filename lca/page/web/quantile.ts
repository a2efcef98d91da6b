// Turns draws from (0, 1) into values of a distribution, with the same bits as lca/math/quantile.

import { exponential, naturalLog } from "./kernels";

/** A quantile function, prepared by the program (see lca/math/quantile.hpp). */
export interface Quantile {
  form: "straight" | "normal" | "lognormal" | "triangular" | "pert" | "steps" | "metalog";
  a: number;
  b: number;
  c: number;
  /** The part that truncation keeps: where its shares begin, its share, and its smallest and largest value. */
  kept?: { from: number; share: number; low: number | null; high: number | null };
  /** PERT: nodes of its table; steps: the values, rising. */
  table?: ArrayLike<number>;
  /** Steps: the share below each value except the first. */
  shares?: ArrayLike<number>;
}

const number = new Float64Array(1);
const words = new Uint32Array(number.buffer);

function roughLog(x: number): number {
  number[0] = x;
  const low = words[0] + 0x9980c433;
  const high = (words[1] + 0x00095f61 + (low > 0xffffffff ? 1 : 0)) >>> 0;
  const mantissa = (low >>> 0) + 0x667f3bcd;
  words[0] = mantissa >>> 0;
  words[1] = (high & 0xfffff) + 0x3fe6a09e + (mantissa > 0xffffffff ? 1 : 0);
  const k = (high >>> 20) - 1023;
  const f = number[0] - 1;
  const s = f / (2 + f);
  const z = s * s;
  let series = 2 / 11;
  series = series * z + 2 / 9;
  series = series * z + 2 / 7;
  series = series * z + 2 / 5;
  series = series * z + 2 / 3;
  series = series * z + 2;
  return k * 0.6931471805599453 + series * s;
}

function central(q: number, t: number): number {
  let above = -11.875647511171952;
  above = above * t + 101.91186811649753;
  above = above * t - 166.86079964764278;
  above = above * t + 102.53556967532276;
  above = above * t - 26.757415950370358;
  above = above * t + 2.5066282746311424;
  let below = -19.972688157961798;
  below = below * t + 81.772885473042749;
  below = below * t - 99.103219175085442;
  below = below * t + 50.87797155321379;
  below = below * t - 11.721862088011946;
  below = below * t + 1.0;
  return (q * above) / below;
}

export function normalQuantile(u: number): number {
  const q = u - 0.5;
  const t = q * q;
  if (t <= 0.180625) return central(q, t);
  const r = Math.sqrt(-roughLog(q < 0 ? u : 1 - u));
  let above = 0.008986143037300531;
  above = above * r + 0.38414198974510827;
  above = above * r + 4.0839184605065473;
  above = above * r + 12.356256897145188;
  above = above * r + 4.3227889278977365;
  above = above * r - 10.914768039593261;
  above = above * r - 3.1584175718418641;
  let below = 0.006354005611662673;
  below = below * r + 0.27166557480599079;
  below = below * r + 2.9066422359839632;
  below = below * r + 9.3157786507302447;
  below = below * r + 7.4874034782020731;
  below = below * r + 1.0;
  return (q < 0 ? -above : above) / below;
}

const tableEnd = 9;
const perUnit = 32;

function pertPiece(table: ArrayLike<number>, z: number): number {
  const last = 2 * tableEnd * perUnit - 1;
  let place = (z + tableEnd) * perUnit;
  place = place < 0 ? 0 : place;
  const index = Math.trunc(place < last ? place : last);
  const t = place - index;
  const at = 2 * index;
  const rise = table[at + 2] - table[at];
  const slope = table[at + 1];
  const next = table[at + 3];
  return table[at] + t * (slope + t * (3 * rise - 2 * slope - next + t * (slope + next - 2 * rise)));
}

function stepAt(values: ArrayLike<number>, shares: ArrayLike<number>, u: number): number {
  let from = 0;
  let to = shares.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (u < shares[middle]) to = middle;
    else from = middle + 1;
  }
  return values[from];
}

function triangular(a: number, b: number, c: number, u: number): number {
  const turn = (c - a) / (b - a);
  const root = Math.sqrt(u < turn ? u * ((b - a) * (c - a)) : (1 - u) * ((b - a) * (b - c)));
  return u < turn ? a + root : b - root;
}

function valueOf(quantile: Quantile, u: number): number {
  const { form, a, b, c } = quantile;
  switch (form) {
    case "straight":
      return a + b * u;
    case "normal":
      return a + b * normalQuantile(u);
    case "lognormal":
      return a * exponential(b * normalQuantile(u));
    case "triangular":
      return triangular(a, b, c, u);
    case "pert":
      return a + (b - a) * pertPiece(quantile.table!, normalQuantile(u));
    case "steps":
      return stepAt(quantile.table!, quantile.shares!, u);
    case "metalog": {
      const logit = naturalLog(u / (1 - u));
      return a + logit * (b + c * (u - 0.5));
    }
  }
}

/** Turns draws from (0, 1) into values, in place. */
export function ofDraws(quantile: Quantile, column: Float64Array): void {
  const kept = quantile.kept;
  for (let i = 0; i < column.length; ++i) {
    let u = column[i];
    if (kept && kept.share !== 1) {
      u = kept.from + kept.share * u;
      if (!(u < 1)) u = 1 - 1.1102230246251565e-16;
    }
    let x = valueOf(quantile, u);
    if (kept) {
      if (kept.low !== null && x < kept.low) x = kept.low;
      if (kept.high !== null && kept.high < x) x = kept.high;
    }
    column[i] = x;
  }
}
