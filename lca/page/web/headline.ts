// The top of the page: title, the result in a sentence, and what it is based on.

import type { Amounts } from "./amounts";
import { make } from "./dom";
import { counted, energy, grouped, pretty, short, signed, signedPercent, stated } from "./format";
import type { Model } from "./model";
import type { Parts } from "./parts";
import type { ResultElements } from "./results";

export class Headline {
  private interval: HTMLElement | null = null;
  private against: HTMLElement;
  private readonly rests: { element: HTMLElement; movable: number; text: () => string }[] = [];

  constructor(
    private readonly model: Model,
    private readonly parts: Parts,
    private readonly amounts: Amounts,
    results: ResultElements,
    parent: Element,
    private readonly go: (movable: number) => void,
  ) {
    const { data } = model;
    make(parent, "h1", { dir: "auto" }, data.title);
    const about = [data.variant ? `What if: ${data.variant_title || data.variant}` : "", data.source ?? "", data.note ?? ""].filter(Boolean);
    if (about.length > 0) make(parent, "p", { class: "about", dir: "auto" }, about.join(" · "));
    const sentence = make(parent, "p", { class: "headline" });
    if (amounts.isTotal) this.total(sentence, results);
    else this.outputs(sentence, results, amounts);
    this.against = make(parent, "p", { class: "against" });
    this.sentence(parent);
  }

  private total(sentence: HTMLElement, results: ResultElements): void {
    const { data } = this.model;
    const climate = data.measures[0].factor;
    results.add(sentence, "total", (value) => (value === null ? "Not assessed" : this.amounts.full(value * climate)), "", "strong");
    sentence.append(" ");
    this.interval = make(sentence, "span", { class: "interval" });
    const electricity = this.model.value(this.model.row("total"), 1);
    if (electricity !== null && electricity > 0) {
      sentence.append(" and ");
      results.add(sentence, "total.energy", (value) => (value === null ? "not assessed" : energy(value * data.measures[1].factor)), "nowrap");
    }
    const gaps = this.parts.gaps.length;
    if (gaps > 0) sentence.append(`, with ${gaps} ${counted(gaps, "gap")}`);
    const work = this.parts.phase(data.work_phase);
    const ratio = (this.parts.total ?? 0) / (work || NaN);
    if (ratio > 1.005) {
      sentence.append(": ");
      const times = make(sentence, "strong", { class: "nowrap" });
      this.rests.push({ element: times, movable: -1, text: () => `${short((this.parts.total ?? 0) / (this.parts.phase(data.work_phase) || NaN))} ×` });
      const stages = new Set(this.parts.included.map((index) => data.activities[index].stage));
      const what = stages.size === 1 ? [...stages][0] : "computing";
      sentence.append(` the electricity of ${what === "other" ? "computing" : what} alone.`);
    } else {
      sentence.append(".");
    }
  }

  private outputs(sentence: HTMLElement, results: ResultElements, amounts: Amounts): void {
    const { data } = this.model;
    data.outputs.slice(0, 1).forEach((output) => {
      results.add(sentence, `outputs.${output.id}`, (value) => (value === null ? "Not assessed" : amounts.full(value * output.factor)), "", "strong");
      sentence.append(" ");
      this.interval = make(sentence, "span", { class: "interval" });
      sentence.append(` ${output.title}.`);
    });
    if (data.outputs.length === 0) sentence.append("Nothing is assessed.");
  }

  private sentence(parent: Element): void {
    const { data } = this.model;
    const line = make(parent, "p", { class: "rests" });
    for (const part of data.rests) {
      if (typeof part === "string") {
        line.append(part);
        continue;
      }
      const input = data.inputs[part.input];
      const movable = this.model.movable.findIndex((moved) => moved.input === part.input);
      const text = (): string => {
        const number = movable < 0 ? stated(input.written) : grouped(this.model.now[movable]);
        const unit = part.noun ?? pretty(movable < 0 ? input.unit : this.model.movable[movable].unit);
        return `${number} ${unit}`.trim();
      };
      if (movable < 0) {
        line.append(text());
        continue;
      }
      const button = make(line, "button", { type: "button", class: "knob" });
      button.addEventListener("click", () => this.go(movable));
      this.rests.push({ element: button, movable, text });
    }
    if (data.sites > 1 || data.systems > 1) {
      const largest = [...this.parts.included].sort((a, b) => (this.parts.activity(b) ?? 0) - (this.parts.activity(a) ?? 0))[0];
      const places = data.sites > 1 ? `${data.sites} sites` : `${data.systems} systems`;
      if (largest !== undefined && this.parts.included.length > 1) {
        line.append(` ${this.parts.included.length} activities on ${places}; the largest is ${data.activities[largest].title}.`);
      }
    }
    if (!line.hasChildNodes()) line.remove();
  }

  update(): void {
    for (const { element, movable, text } of this.rests) {
      element.textContent = text();
      if (movable >= 0) element.classList.toggle("moved", this.model.isMoved(movable));
    }
    const now = this.amounts.now;
    const before = this.amounts.inFile;
    this.against.classList.toggle("moved", this.model.anyMoved);
    if (!this.model.anyMoved) {
      this.against.textContent = this.model.movable.length > 0 ? "As in the file. Underlined figures can be moved." : "As in the file.";
    } else if (now !== null && before !== null) {
      const relative = before !== 0 ? ` (${signedPercent(now / before - 1)})` : "";
      const difference = signed((now - before) / this.amounts.scale.factor);
      this.against.textContent = `${difference} ${this.amounts.scale.unit} against the file${relative}`;
    }
  }

  showInterval(interval: [number, number] | null): void {
    if (!this.interval) return;
    this.interval.textContent = interval ? `(${this.amounts.number(interval[0])} to ${this.amounts.number(interval[1])})` : "";
  }
}
