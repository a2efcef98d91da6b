// Converts a number as written to base units like the program: times a multiple, divided by a divisor,
// rounded to 64 bits after each operation, then to a double.

/** A number as mantissa * 2^exponent, exactly. */
interface Exact {
  mantissa: bigint;
  exponent: number;
}

const number = new Float64Array(1);
const bits = new BigUint64Array(number.buffer);

function exact(value: number): Exact {
  number[0] = Math.abs(value);
  const exponent = Number(bits[0] >> 52n);
  const mantissa = bits[0] & 0xfffffffffffffn;
  return exponent === 0 ? { mantissa, exponent: -1074 } : { mantissa: mantissa | 0x10000000000000n, exponent: exponent - 1075 };
}

function length(mantissa: bigint): number {
  return mantissa.toString(2).length;
}

/** Rounds to `size` bits, halves to even; `rest`: whether something smaller was cut off before. */
function rounded(value: Exact, size: number, rest = false): Exact {
  const drop = length(value.mantissa) - size;
  if (drop <= 0) return value;
  const cut = BigInt(drop);
  const half = 1n << (cut - 1n);
  const low = value.mantissa & ((1n << cut) - 1n);
  let mantissa = value.mantissa >> cut;
  if (low > half || (low === half && (rest || (mantissa & 1n) === 1n))) mantissa += 1n;
  return { mantissa, exponent: value.exponent + drop };
}

/** A factor of up to 64 bits: one double, or the sum of two. */
export type Factor = number | [number, number];

function sum(factor: Factor): Exact {
  if (typeof factor === "number") return exact(factor);
  const [a, b] = [exact(factor[0]), exact(factor[1])];
  const exponent = Math.min(a.exponent, b.exponent);
  const low = b.mantissa << BigInt(b.exponent - exponent);
  return { mantissa: (a.mantissa << BigInt(a.exponent - exponent)) + (factor[1] < 0 ? -low : low), exponent };
}

export function inBase(written: number, multiple: Factor, divisor: Factor): number {
  if (written === 0 || !Number.isFinite(written)) return written;
  const [a, b, d] = [exact(written), sum(multiple), sum(divisor)];
  const product = rounded({ mantissa: a.mantissa * b.mantissa, exponent: a.exponent + b.exponent }, 64);
  const shift = 130; // more bits than rounding keeps
  const dividend = product.mantissa << BigInt(shift);
  const quotient = dividend / d.mantissa;
  const rest = dividend % d.mantissa !== 0n;
  const single = rounded({ mantissa: quotient, exponent: product.exponent - shift - d.exponent }, 64, rest);
  const double = rounded(single, 53);
  const size = Number(double.mantissa) * 2 ** double.exponent;
  return written < 0 ? -size : size;
}
