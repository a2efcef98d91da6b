// Formats numbers and units for people.

import { format } from "d3-format";

const threeDigits = format(",.3r");
const twoDigits = format(",.2r");

const minus = (text: string): string => text.replace("-", "−");

/** The value with three significant digits, or with two. */
export function short(value: number, digits = 3): string {
  if (value === 0) return "0";
  if (!Number.isFinite(value)) return "–";
  const size = Math.abs(value);
  if (size < 1e-4 || size >= 1e9) return minus(value.toExponential(digits - 1).replace("e+", "e"));
  return minus((digits === 2 ? twoDigits : threeDigits)(value));
}

export function signed(value: number): string {
  return value > 0 ? `+${short(value)}` : short(value);
}

export function percent(share: number): string {
  return `${short(share * 100)} %`;
}

export function signedPercent(share: number): string {
  return `${signed(share * 100)} %`;
}

/** The unit as people write it: "gCO₂e/kWh", "GPU·h". */
export function pretty(unit: string): string {
  return unit.replace(/CO2/g, "CO₂").replace(/\*/g, "·");
}

/** The number with thousands separated by commas and unchanged digits. */
export function grouped(written: string): string {
  const match = /^(-?)(\d{5,})(\..*)?$/.exec(written);
  return match ? `${match[1]}${match[2].replace(/\B(?=(\d{3})+$)/g, ",")}${match[3] ?? ""}` : written;
}

/** A number of the file, with at most nine significant digits. */
export function stated(value: number): string {
  const size = Math.abs(value);
  return value === 0 || (size >= 1e-4 && size < 1e9) ? grouped(String(Number(value.toPrecision(9)))) : short(value);
}

/** The unit in which a page shows values. */
export interface Scale {
  unit: string;
  /** The unit without CO₂e, for charts whose heading names the whole unit. */
  brief: string;
  factor: number;
}

/** The largest unit of the ladder (in rising order) that is not larger than the value. */
export function scaleFor(ladder: [string, number][], value: number): Scale {
  let chosen = ladder[0];
  for (const rung of ladder) {
    if (Math.abs(value) >= rung[1] * (1 - 1e-12)) chosen = rung;
  }
  return { unit: pretty(chosen[0]), brief: chosen[0].replace("CO2e", ""), factor: chosen[1] };
}

const energyLadder: [string, number][] = [
  ["Wh", 3.6e3],
  ["kWh", 3.6e6],
  ["MWh", 3.6e9],
  ["GWh", 3.6e12],
  ["TWh", 3.6e15],
];

export function energy(value: number): string {
  const scale = scaleFor(energyLadder, value);
  return `${short(value / scale.factor)} ${scale.unit}`;
}


/** "a, b and c"; of more than `most` words, the first ones and the number of the others. */
export function listed(words: string[], most = 4): string {
  const all = words.length > most ? [...words.slice(0, most - 1), `${words.length - most + 1} others`] : words;
  if (all.length < 2) return all.join("");
  return `${all.slice(0, -1).join(", ")} and ${all[all.length - 1]}`;
}

export const counted = (count: number, one: string, many = `${one}s`): string => `${count === 1 ? one : many}`;
