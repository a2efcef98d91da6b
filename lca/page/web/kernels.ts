// exp, log, log2 and powers with the same bits as lca/math/elementary: the same operations in the same order.

const number = new Float64Array(1);
const words = new Uint32Array(number.buffer); // low word first: browsers run on little-endian machines

const rounder = 6755399441055744; // 1.5 * 2^52: adding and subtracting it rounds to a whole number
const ln2High = 0.6931471803691238; // 32 bits of ln 2, so that its product with an exponent is exact
const ln2Low = 1.9082149292705877e-10;
const ln2Middle = 1.9082149288430703e-10;
const ln2Last = 4.275175589747649e-20;
const perLn2 = 1.4426950408889634;
const perLn2High = 1.4426950365304947;
const perLn2Low = 4.3584687174185184e-9;

function powerOfTwo(n: number): number {
  words[0] = 0;
  words[1] = (n + 1023) << 20;
  return number[0];
}

/** exp(x + low). */
export function exponential(x: number, low = 0): number {
  let bounded = x < -746 ? -746 : x;
  bounded = bounded > 711 ? 711 : bounded;
  const k = bounded * perLn2 + rounder - rounder;
  const above = bounded - k * ln2High;
  const below = k * ln2Low - low;
  const r = above - below;
  const rest = above - r - below;
  let series = 1 / 6227020800;
  series = series * r + 1 / 479001600;
  series = series * r + 1 / 39916800;
  series = series * r + 1 / 3628800;
  series = series * r + 1 / 362880;
  series = series * r + 1 / 40320;
  series = series * r + 1 / 5040;
  series = series * r + 1 / 720;
  series = series * r + 1 / 120;
  series = series * r + 1 / 24;
  series = series * r + 1 / 6;
  series = series * r + 0.5;
  const value = 1 + (r + (r * r * series + rest));
  const half = k * 0.5 + rounder - rounder;
  return value * powerOfTwo(half) * powerOfTwo(k - half);
}

/** For x = 2^k (1 + f) with 1 + f from sqrt(1/2) to sqrt(2), fraction() returns f and stores k here. */
let scale = 0;
function fraction(x: number): number {
  const subnormal = x < 2.2250738585072014e-308;
  number[0] = subnormal ? x * 18014398509481984 : x;
  const low = words[0] + 0x9980c433;
  const high = (words[1] + 0x00095f61 + (low > 0xffffffff ? 1 : 0)) >>> 0;
  const mantissa = (low >>> 0) + 0x667f3bcd;
  words[0] = mantissa >>> 0;
  words[1] = (high & 0xfffff) + 0x3fe6a09e + (mantissa > 0xffffffff ? 1 : 0);
  scale = (high >>> 20) - (subnormal ? 1077 : 1023);
  return number[0] - 1;
}

function atanhTail(z: number, last = 2 / 21): number {
  let series = last;
  series = series * z + 2 / 19;
  series = series * z + 2 / 17;
  series = series * z + 2 / 15;
  series = series * z + 2 / 13;
  series = series * z + 2 / 11;
  series = series * z + 2 / 9;
  series = series * z + 2 / 7;
  return series * z + 2 / 5;
}

const atanhSeries = (z: number): number => (atanhTail(z) * z + 2 / 3) * z;

function orSpecial(x: number, result: number): number {
  if (x > 0 && x < Infinity) return result;
  return x === 0 ? -Infinity : x === Infinity ? Infinity : NaN;
}

export function naturalLog(x: number): number {
  const f = fraction(x);
  const k = scale;
  const s = f / (2 + f);
  const h = 0.5 * f * f;
  const correction = s * (h + atanhSeries(s * s)) + k * ln2Low;
  return orSpecial(x, k * ln2High - (h - correction - f));
}

export function binaryLog(x: number): number {
  const f = fraction(x);
  const k = scale;
  const s = f / (2 + f);
  const h = 0.5 * f * f;
  number[0] = f - h;
  words[0] = 0;
  const high = number[0];
  const low = f - high - h + s * (h + atanhSeries(s * s));
  const main = high * perLn2High;
  const rest = (low + high) * perLn2Low + low * perLn2High;
  const sum = k + main;
  return orSpecial(x, sum + (rest + (k - sum + main)));
}

/** A number as the sum of two doubles. */
type Double2 = [high: number, low: number];

function sum2(a: number, b: number): Double2 {
  const sum = a + b;
  const shadow = sum - a;
  return [sum, a - (sum - shadow) + (b - shadow)];
}

function normal(a: number, b: number): Double2 {
  const sum = a + b;
  return [sum, b - (sum - a)];
}

function highHalf(x: number): number {
  const t = 134217729 * x;
  return t - (t - x);
}

function exactProduct(a: number, b: number): Double2 {
  const a1 = highHalf(a);
  const b1 = highHalf(b);
  const a2 = a - a1;
  const b2 = b - b1;
  const product = a * b;
  return [product, a1 * b1 - product + a1 * b2 + a2 * b1 + a2 * b2];
}

function product2(a: Double2, b: Double2): Double2 {
  const p = exactProduct(a[0], b[0]);
  return normal(p[0], p[1] + (a[0] * b[1] + a[1] * b[0]));
}

/** log x, accurate to about 65 bits. */
function log2parts(x: number): Double2 {
  const f = fraction(x);
  const k = scale;
  const below = sum2(2, f);
  const s = f / below[0];
  const back = exactProduct(s, below[0]);
  const ratio: Double2 = [s, (f - back[0] - back[1] - s * below[1]) / below[0]];
  const z = product2(ratio, ratio);
  const last = 2 / 21 + z[0] * (2 / 23 + z[0] * (2 / 25 + z[0] * (2 / 27)));
  const inner = sum2(1 / 3, 0.5 * z[0] * atanhTail(z[0], last));
  inner[1] += 1.850371707708594e-17;
  const correction = product2(ratio, product2(z, inner));
  const half = sum2(ratio[0], correction[0]);
  half[1] += ratio[1] + correction[1];
  const sum = sum2(k * ln2High, 2 * half[0]);
  return normal(sum[0], sum[1] + (2 * half[1] + (k * ln2Middle + k * ln2Last)));
}

function magnitude(x: number, y: number): number {
  if (x === 0 || x === Infinity) return (x === 0) === y > 0 ? 0 : Infinity;
  if (x === 1) return 1;
  const log = log2parts(x);
  const estimate = y * log[0];
  if (!(Math.abs(estimate) < 800)) return exponential(estimate);
  let exponent = exactProduct(y, log[0]);
  exponent = normal(exponent[0], exponent[1] + y * log[1]);
  return exponential(exponent[0], exponent[1]);
}

const odd = (whole: number): boolean => Math.trunc(whole / 2) * 2 !== whole;
const negative = (x: number): boolean => x < 0 || Object.is(x, -0);

function wholePower(x: number, y: number): number {
  let result: Double2 = [1, 0];
  let square: Double2 = [x, 0];
  for (let left = Math.abs(y); left > 0; left >>= 1) {
    if (left & 1) result = product2(result, square);
    if (left > 1) square = product2(square, square);
  }
  const size = Math.abs(result[0]);
  const exact = size > 1.1830521861667747e-271 && size < 1 / 1.1830521861667747e-271;
  if (!exact || !Number.isFinite(square[0]) || !Number.isFinite(result[1])) {
    const value = magnitude(Math.abs(x), y);
    return negative(x) && odd(y) ? -value : value;
  }
  if (y > 0) return result[0] + result[1];
  const inverse = 1 / result[0];
  const one = exactProduct(inverse, result[0]);
  return inverse + inverse * (1 - one[0] - one[1] - inverse * result[1]);
}

export function power(x: number, y: number): number {
  if (y === 0) return 1;
  if (Number.isNaN(x) || Number.isNaN(y)) return NaN;
  if (y === 1) return x;
  if (y === 2) return x * x;
  if (y === -1) return 1 / x;
  if (y === 0.5) return Math.sqrt(x);
  if (Math.abs(y) === Infinity) {
    const size = Math.abs(x);
    return size === 1 ? 1 : size > 1 === y > 0 ? Infinity : 0;
  }
  const whole = Math.trunc(y) === y;
  if (whole && Math.abs(y) <= 1024) return wholePower(x, y);
  if (x < 0 && !whole) return NaN;
  const value = magnitude(Math.abs(x), y);
  return negative(x) && whole && odd(y) ? -value : value;
}
