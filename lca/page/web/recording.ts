// Evaluates a recorded calculation as lca/calc does: once, or for columns of samples.

import { binaryLog, exponential, naturalLog, power } from "./kernels";
import type { MeanOverTime } from "./series";

/** In the same order as lca::Operation. */
export enum Operation {
  input,
  constant,
  add,
  subtract,
  multiply,
  divide,
  minimum,
  maximum,
  power,
  negate,
  squareRoot,
  exponential,
  naturalLog,
  binaryLog,
  ceiling,
  floor,
  meanOverTime,
}

/** Steps as three lists. `left` of inputs and constants, and `right` of means over time, are indices of these. */
export interface Recording {
  operations: ArrayLike<number>;
  left: ArrayLike<number>;
  right: ArrayLike<number>;
  constants: ArrayLike<number>;
  means: MeanOverTime[];
}

function apply(operation: Operation, a: number, b: number): number {
  switch (operation) {
    case Operation.add:
      return a + b;
    case Operation.subtract:
      return a - b;
    case Operation.multiply:
      return a * b;
    case Operation.divide:
      return a / b;
    case Operation.minimum:
      return b < a ? b : a;
    case Operation.maximum:
      return b > a ? b : a;
    case Operation.power:
      return power(a, b);
    case Operation.negate:
      return -a;
    case Operation.squareRoot:
      return Math.sqrt(a);
    case Operation.exponential:
      return exponential(a);
    case Operation.naturalLog:
      return naturalLog(a);
    case Operation.binaryLog:
      return binaryLog(a);
    case Operation.ceiling:
      return Math.ceil(a);
    case Operation.floor:
      return Math.floor(a);
    default:
      return a;
  }
}

const isUnary = (operation: Operation): boolean => operation >= Operation.negate;

/** The value of every step, by its index. */
export function evaluate(recording: Recording, inputs: ArrayLike<number>): Float64Array {
  const { operations, left, right, constants, means } = recording;
  const values = new Float64Array(operations.length);
  for (let i = 0; i < values.length; ++i) {
    const operation: Operation = operations[i];
    if (operation === Operation.input) values[i] = inputs[left[i]];
    else if (operation === Operation.constant) values[i] = constants[left[i]];
    else if (operation === Operation.meanOverTime) values[i] = means[right[i]].over(values[left[i]]);
    else values[i] = apply(operation, values[left[i]], isUnary(operation) ? 0 : values[right[i]]);
  }
  return values;
}

/** Marks the steps on which a step depends, and the step itself. */
export function behind(recording: Recording, step: number): Uint8Array {
  const { operations, left, right } = recording;
  const needed = new Uint8Array(operations.length);
  needed[step] = 1;
  for (let i = step; i >= 0; --i) {
    const operation: Operation = operations[i];
    if (!needed[i] || operation <= Operation.constant) continue;
    needed[left[i]] = 1;
    if (!isUnary(operation)) needed[right[i]] = 1;
  }
  return needed;
}

const chunk = 512;

/** The value of a step for each sample: inputs in `columns` vary, all others keep their value. */
export function evaluateColumns(
  recording: Recording,
  inputs: ArrayLike<number>,
  columns: Map<number, Float64Array>,
  step: number,
  count: number,
): Float64Array {
  const { operations, left, right, means } = recording;
  const point = evaluate(recording, inputs);
  const needed = behind(recording, step);
  const slots: (Float64Array | undefined)[] = new Array(step + 1);
  const program: number[] = [];
  for (let i = 0; i <= step; ++i) {
    if (!needed[i]) continue;
    const operation: Operation = operations[i];
    if (operation === Operation.constant) continue;
    const varies =
      operation === Operation.input
        ? columns.has(left[i])
        : slots[left[i]] !== undefined || (!isUnary(operation) && slots[right[i]] !== undefined);
    if (!varies) continue;
    slots[i] = new Float64Array(chunk);
    program.push(i);
  }
  const result = new Float64Array(count).fill(point[step]);
  const last = slots[step];
  if (!last) return result;
  for (let start = 0; start < count; start += chunk) {
    const size = Math.min(chunk, count - start);
    for (const i of program) {
      const operation: Operation = operations[i];
      const target = slots[i]!;
      if (operation === Operation.input) {
        target.set(columns.get(left[i])!.subarray(start, start + size));
      } else if (operation === Operation.meanOverTime) {
        const durations = slots[left[i]]!;
        for (let k = 0; k < size; ++k) target[k] = means[right[i]].over(durations[k]);
      } else {
        const unary = isUnary(operation);
        fill(operation, target, size, slots[left[i]], point[left[i]], unary ? undefined : slots[right[i]], unary ? 0 : point[right[i]]);
      }
    }
    result.set(last.subarray(0, size), start);
  }
  return result;
}

/** Carries out an operation for a chunk of samples; an operand that does not vary has no array but a number. */
function fill(
  operation: Operation,
  target: Float64Array,
  size: number,
  a: Float64Array | undefined,
  aFixed: number,
  b: Float64Array | undefined,
  bFixed: number,
): void {
  const left = a ?? new Float64Array(size).fill(aFixed);
  const right = b ?? new Float64Array(size).fill(bFixed);
  switch (operation) {
    case Operation.add:
      for (let k = 0; k < size; ++k) target[k] = left[k] + right[k];
      break;
    case Operation.subtract:
      for (let k = 0; k < size; ++k) target[k] = left[k] - right[k];
      break;
    case Operation.multiply:
      for (let k = 0; k < size; ++k) target[k] = left[k] * right[k];
      break;
    case Operation.divide:
      for (let k = 0; k < size; ++k) target[k] = left[k] / right[k];
      break;
    default:
      for (let k = 0; k < size; ++k) target[k] = apply(operation, left[k], right[k]);
  }
}
