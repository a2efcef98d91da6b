// Elements that show a result of the program; their attributes state its name and its unrounded value.

import { make } from "./dom";
import type { Model, Named } from "./model";

export class ResultElements {
  private readonly shown: { element: HTMLElement; value: (named: Named) => number | null; text: (value: number | null) => string }[] = [];

  constructor(private readonly model: Model) {}

  /** Adds an element that shows a result; `text` formats its value, which is in the unit of machine output. */
  add(parent: Element, name: string, text: (value: number | null) => string, kind = "", tag: "span" | "td" | "strong" = "span"): HTMLElement {
    const element = make(parent, tag, { "data-result": name, ...(kind ? { class: kind } : {}) });
    this.follow(element, (named) => named.get(name) ?? null, text);
    return element;
  }

  /** Makes an existing element show a value that is computed from results. */
  follow(element: HTMLElement, value: (named: Named) => number | null, text: (value: number | null) => string): void {
    this.shown.push({ element, value, text });
  }

  update(): Named {
    const named = this.model.named();
    for (const { element, value: valueOf, text } of this.shown) {
      const value = valueOf(named);
      element.setAttribute("data-value", value === null ? "" : String(value));
      element.textContent = text(value);
    }
    return named;
  }
}
