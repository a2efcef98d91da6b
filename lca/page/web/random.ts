// Draws by number, with the same bits as lca/math/draws: they depend only on the stream's key and the number
// of the draw. 64-bit integers are pairs of 32-bit words, because BigInt would take a hundred times as long.

let high = 0;
let low = 0;

/** (a, b) * (c, d) modulo 2^64 for pairs of words; the result is stored in `high` and `low`. */
function multiply(a: number, b: number, c: number, d: number): void {
  const b0 = b & 0xffff;
  const b1 = b >>> 16;
  const d0 = d & 0xffff;
  const d1 = d >>> 16;
  const low0 = b0 * d0;
  const middle = b1 * d0 + (low0 >>> 16);
  const middle2 = b0 * d1 + (middle % 0x10000);
  const carry = b1 * d1 + Math.floor(middle / 0x10000) + Math.floor(middle2 / 0x10000);
  high = (carry + Math.imul(a, d) + Math.imul(b, c)) >>> 0;
  low = Math.imul(b, d) >>> 0;
}

/** Applies SplitMix64's mixer to `high` and `low`. */
function mix(): void {
  let h = high ^ (high >>> 30);
  let l = low ^ ((high << 2) | (low >>> 30));
  multiply(h >>> 0, l >>> 0, 0xbf58476d, 0x1ce4e5b9);
  h = high ^ (high >>> 27);
  l = low ^ ((high << 5) | (low >>> 27));
  multiply(h >>> 0, l >>> 0, 0x94d049bb, 0x133111eb);
  h = high ^ (high >>> 31);
  l = low ^ ((high << 1) | (low >>> 31));
  high = h >>> 0;
  low = l >>> 0;
}

const number = new Float64Array(1);
const words = new Uint32Array(number.buffer);

/** Draws 0, 1, … of a stream; `key` has 16 hexadecimal digits. */
export function plainDraws(key: string, count: number): Float64Array {
  const draws = new Float64Array(count);
  let atHigh = parseInt(key.slice(0, 8), 16);
  let atLow = parseInt(key.slice(8), 16);
  for (let i = 0; i < count; ++i) {
    high = atHigh;
    low = atLow;
    mix();
    words[1] = (high >>> 12) | 0x3ff00000;
    words[0] = (high << 20) | (low >>> 12);
    draws[i] = number[0] - 1 + 1.1102230246251565e-16;
    const sum = atLow + 0x7f4a7c15;
    atLow = sum >>> 0;
    atHigh = (atHigh + 0x9e3779b9 + (sum > 0xffffffff ? 1 : 0)) >>> 0;
  }
  return draws;
}
