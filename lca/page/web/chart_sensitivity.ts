// The chart of how the result changes if one input alone is a tenth larger.

import scaleLinear from "d3-scale/src/linear";
import type { Selection } from "d3-selection";
import type { Amounts } from "./amounts";
import type { TableData } from "./dom";
import { fitted, widthOf, write, type Chart } from "./figure";
import { signed } from "./format";
import type { Model } from "./model";

interface Effect {
  label: string;
  context: string;
  value: number;
}

const rowsShown = 8;

export class SensitivityChart implements Chart {
  readonly name = "sensitivity";
  readonly title = "What matters";

  constructor(
    private readonly model: Model,
    private readonly amounts: Amounts,
  ) {}

  caption(): string {
    return `Change of ${this.amounts.name}, in ${this.amounts.scale.unit || "its unit"}, if one figure alone were a tenth larger.`;
  }
  label(): string {
    const words = this.effects().slice(0, rowsShown).map((effect) => `${effect.label} ${signed(effect.value / this.amounts.scale.factor)}`);
    return `Effect of a tenth more of a figure: ${words.join(", ")}`;
  }

  effects(): Effect[] {
    const now = this.amounts.now;
    if (now === null) return [];
    return this.model.data.inputs
      .map((input, i) => ({ label: input.label, context: input.context, value: this.model.withMore(i, 0.1) - now }))
      .filter(({ value }) => Number.isFinite(value) && Math.abs(value) > 1e-12 * Math.abs(now))
      .sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
  }

  draw(svg: Selection, width: number): number {
    const effects = this.effects().slice(0, rowsShown);
    const { factor } = this.amounts.scale;
    const values = effects.map((effect) => effect.value / factor);
    const wide = width >= 440;
    const left = wide ? Math.min(260, width * 0.42) : 0;
    const most = Math.max(0, ...values);
    const least = Math.min(0, ...values);
    const room = Math.max(0, ...values.map((value) => widthOf(signed(value), 12))) + 12;
    const x = scaleLinear().domain([least, most || 1]).range([left + (least < 0 ? room : 0), width - room]);
    const row = wide ? 27 : 45;
    effects.forEach((effect, i) => {
      const y = i * row;
      const value = values[i];
      const name = fitted(effect.label, 13, wide ? left - 20 : width);
      const rest = (wide ? left - 20 : width) - widthOf(name, 13) - 8;
      const label = write(svg, wide ? "t13 end" : "t13", wide ? left - 14 : 0, y + 14, name, effect.label);
      if (rest > 50) label.append("tspan").attr("class", "t12 ink-2").attr("dx", 6).text(fitted(effect.context, 12, rest));
      const [from, to] = value < 0 ? [x(value), x(0)] : [x(0), x(value)];
      const top = wide ? y + 2 : y + 21;
      svg.append("rect").attr("class", value < 0 ? "less" : "more").attr("x", from).attr("y", top).attr("width", Math.max(1, to - from)).attr("height", 15);
      svg.append("path").attr("class", "zero").attr("d", `M${x(0)},${top - 4}v23`);
      write(svg, value < 0 ? "t12 ink-2 end" : "t12 ink-2", value < 0 ? from - 6 : to + 6, top + 12, signed(value));
    });
    return effects.length * row + 2;
  }

  table(): TableData {
    const rows = this.effects().slice(0, 60).map((effect) => [effect.label, effect.context, signed(effect.value / this.amounts.scale.factor)]);
    return { head: ["A tenth more of", "of", this.amounts.scale.unit], rows };
  }
}
