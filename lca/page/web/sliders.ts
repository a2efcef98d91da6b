// Sliders for inputs that a reader can change, with fields for the numbers; the command with these values.

import type { Amounts } from "./amounts";
import { breakable, make } from "./dom";
import { grouped, pretty, signedPercent } from "./format";
import type { Model } from "./model";
import { phaseClass, type Parts } from "./parts";
import { select } from "d3-selection";

const shownFirst = 7;

/** A word of a command line, quoted if a shell would interpret it. */
function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replace(/'/g, "'\\''")}'`;
}

interface Slider {
  box: HTMLElement;
  range: HTMLInputElement;
  number: HTMLInputElement;
  track: SVGSVGElement;
}

export class Sliders {
  private readonly sliders: Slider[] = [];
  private readonly total: HTMLElement;
  private readonly difference: HTMLElement;
  private readonly bar: SVGSVGElement;
  private readonly line: HTMLElement;
  private readonly others: HTMLDetailsElement | null = null;
  private width = 0;
  private rooms: number[] | null = null; // null until measured

  constructor(
    private readonly model: Model,
    private readonly parts: Parts,
    private readonly amounts: Amounts,
    parent: Element,
    private readonly changed: () => void,
  ) {
    const now = make(parent, "div", { class: "now" });
    const row = make(now, "div", { class: "now-row" });
    this.total = make(row, "output", { class: "now-total", "aria-live": "polite" });
    this.difference = make(row, "span", { class: "now-difference" });
    this.bar = select(now).append("svg").attr("aria-hidden", "true").attr("height", 4).node() as SVGSVGElement;
    const panel = make(parent, "div", { class: "knobs" });
    make(panel, "h2", {}, "What if");
    const list = make(panel, "div", { class: "knob-list" });
    model.movable.slice(0, shownFirst).forEach((_, index) => this.add(list, index));
    if (model.movable.length > shownFirst) {
      this.others = make(panel, "details", { class: "others" });
      make(this.others, "summary", {}, `All other figures (${model.movable.length - shownFirst})`);
      this.search(this.others);
      const rest = make(this.others, "div", { class: "knob-list" });
      for (let index = shownFirst; index < model.movable.length; ++index) this.add(rest, index);
      this.others.addEventListener("toggle", () => this.layout());
    }
    const buttons = make(panel, "div", { class: "buttons" });
    make(buttons, "button", { type: "button", "data-action": "reset" }, "Reset").addEventListener("click", () => this.reset());
    const copy = make(buttons, "button", { type: "button", "data-action": "copy-command" }, "Copy as command");
    copy.addEventListener("click", () => void this.copy(copy));
    this.line = make(panel, "code", { class: "command" });
    if (model.movable.length === 0) panel.querySelector("h2")!.textContent = "As a command";
  }

  private search(parent: Element): void {
    const box = make(parent, "input", { type: "search", class: "search", placeholder: "Search", "aria-label": "Search all other figures" });
    box.addEventListener("input", () => {
      const words = box.value.toLowerCase();
      this.sliders.slice(shownFirst).forEach((slider) => {
        slider.box.hidden = !(slider.box.textContent ?? "").toLowerCase().includes(words) && !slider.range.dataset.path!.toLowerCase().includes(words);
      });
      this.layout();
    });
  }

  private add(parent: Element, index: number): void {
    const moved = this.model.movable[index];
    const input = this.model.data.inputs[moved.input];
    const box = make(parent, "div", { class: "slider" });
    const head = make(box, "div", { class: "slider-head" });
    const label = make(head, "label", { for: `slider-${index}` });
    make(label, "span", { class: "slider-name", dir: "auto" }, input.label);
    const states = [input.context, input.status === "printed" ? "" : input.status, input.quantile ? "uncertain" : "", input.origin === "default" ? "default" : ""];
    make(label, "span", { class: "slider-context", dir: "auto" }, states.filter(Boolean).join(" · "));
    const value = make(head, "span", { class: "slider-value" });
    const number = make(value, "input", { type: "text", inputmode: "decimal", class: "number", "aria-label": `${input.label}, ${input.context}`, size: Math.max(4, grouped(moved.written).length + 1) });
    if (moved.unit) make(value, "span", { class: "unit" }, pretty(moved.unit));
    const strip = make(box, "div", { class: "strip" });
    const track = select(strip).append("svg").attr("aria-hidden", "true").attr("height", 24).node() as SVGSVGElement;
    const range = make(strip, "input", {
      type: "range",
      id: `slider-${index}`,
      min: moved.low,
      max: moved.high,
      step: moved.step,
      value: moved.written,
      "data-path": input.path,
      "data-unit": moved.unit,
    });
    this.sliders.push({ box, range, number, track });
    range.addEventListener("input", () => this.set(index, range.value === String(Number(moved.written)) ? moved.written : range.value));
    number.addEventListener("change", () => this.typed(index));
  }

  private set(index: number, written: string): void {
    this.model.set(index, written);
    this.changed();
  }

  /** Accepts a typed number if it is within the limits of the slider; else shows the previous one again. */
  private typed(index: number): void {
    const { low, high } = this.model.movable[index];
    const text = this.sliders[index].number.value.replace(/[,_\s]/g, "").replace("−", "-");
    const value = Number(text);
    if (text !== "" && /^\d*\.?\d*(e-?\d+)?$/i.test(text) && value >= Number(low) && value <= Number(high)) this.set(index, text);
    else this.update();
  }

  reset(): void {
    this.model.movable.forEach((moved, index) => this.model.set(index, moved.written));
    this.changed();
  }

  private async copy(button: HTMLElement): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.line.textContent ?? "");
    } catch {
      getSelection()?.selectAllChildren(this.line);
      document.execCommand("copy");
    }
    button.classList.add("done");
    setTimeout(() => button.classList.remove("done"), 1200);
  }

  /** Makes a slider visible and focuses it. */
  go(index: number): void {
    if (index >= shownFirst && this.others) this.others.open = true;
    const { range, box } = this.sliders[index];
    box.hidden = false;
    this.layout();
    range.focus();
    box.scrollIntoView({ block: "center" });
  }

  update(): void {
    const { now, inFile } = this.amounts;
    this.total.textContent = now === null ? "not assessed" : this.amounts.full(now);
    const moved = this.model.anyMoved;
    this.difference.textContent = !moved || now === null || !inFile ? "as in the file" : signedPercent(now / inFile - 1);
    this.sliders.forEach(({ box, range, number }, index) => {
      const written = this.model.now[index];
      if (Number(range.value) !== Number(written)) range.value = written;
      range.dataset.set = this.model.setArgument(index);
      range.setAttribute("aria-valuetext", `${written} ${pretty(this.model.movable[index].unit)}`.trim());
      number.value = grouped(written);
      box.classList.toggle("moved", this.model.isMoved(index));
    });
    const command = this.model.command().map(quoted).join(" ");
    if (this.line.textContent !== command) {
      this.line.replaceChildren();
      breakable(this.line, command);
    }
    this.drawTracks();
  }

  /** Measures the widths of all tracks, then draws them: measuring after drawing would force a new layout. */
  layout(): void {
    this.width = this.bar.parentElement!.clientWidth;
    this.rooms = this.sliders.map(({ track }) => track.parentElement!.clientWidth);
    this.drawTracks();
  }

  private drawTracks(): void {
    const { width, rooms } = this;
    if (rooms === null) return this.layout();
    const bar = select(this.bar).attr("width", width);
    this.bar.replaceChildren();
    const total = this.parts.total ?? 0;
    let at = 0;
    for (const phase of this.parts.phases) {
      const value = this.parts.phase(phase) ?? 0;
      if (total <= 0 || value <= 0) continue;
      const size = (value / total) * width;
      bar.append("rect").attr("class", phaseClass(phase)).attr("x", at).attr("width", Math.max(1, size - 2)).attr("height", 4);
      at += size;
    }
    this.sliders.forEach(({ track, range }, index) => {
      const room = rooms[index];
      if (room === 0) return;
      const moved = this.model.movable[index];
      const low = Number(moved.low);
      const place = (value: number): number => 9 + ((value - low) / (Number(moved.high) - low)) * (room - 18);
      const svg = select(track).attr("width", room);
      track.replaceChildren();
      svg.append("rect").attr("class", "hairline").attr("y", 10.5).attr("width", room).attr("height", 3).attr("rx", 1.5);
      svg.append("rect").attr("class", "certain").attr("y", 10.5).attr("width", Math.max(0, place(Number(range.value)))).attr("height", 3).attr("rx", 1.5);
      if (this.model.isMoved(index)) svg.append("rect").attr("class", "ink-2").attr("x", place(Number(moved.written)) - 0.75).attr("y", 5).attr("width", 1.5).attr("height", 14);
    });
  }
}
