// Elements that show a result of the program: each carries its name and its number, unrounded.

import { make } from "./dom";
import type { Model, Named } from "./model";

export class ResultElements {
  private readonly shown: { element: HTMLElement; name: string; text: (value: number | null) => string }[] = [];

  constructor(private readonly model: Model) {}

  /** `text` gets the value in the unit of machine output. */
  add(parent: Element, name: string, text: (value: number | null) => string, kind = "", tag: "span" | "td" | "strong" = "span"): HTMLElement {
    const element = make(parent, tag, { "data-result": name, ...(kind ? { class: kind } : {}) });
    this.shown.push({ element, name, text });
    return element;
  }

  update(): Named {
    const named = this.model.named();
    for (const { element, name, text } of this.shown) {
      const value = named.get(name) ?? null;
      element.setAttribute("data-value", value === null ? "" : String(value));
      element.textContent = text(value);
    }
    return named;
  }
}
