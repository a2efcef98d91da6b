// The total compared with everyday things, as in `lca evaluate --equivalents`.

import { quantileSorted } from "d3-array";
import type { Equivalent } from "./data";
import { breakable, make } from "./dom";
import { pretty, short } from "./format";
import { section } from "./lists";
import type { Model } from "./model";
import type { ResultElements } from "./results";

type Interval = [number, number];

export class Equivalents {
  private readonly intervals: { item: Equivalent; element: HTMLElement }[] = [];

  constructor(
    private readonly model: Model,
    results: ResultElements,
    parent: Element,
  ) {
    const items = model.data.equivalents;
    if (items.length === 0) return;
    const made = section(parent, "The total in words");
    const list = make(made, "dl", { class: "outputs" });
    for (const item of items) {
      const name = make(list, "dt", { class: "two-lines" }, item.unit);
      name.append(" ");
      make(name, "span", { class: "said" }, `${pretty(item.one)}; ${item.publisher} (${item.year})`);
      const place = make(list, "dd", { class: "two-lines" });
      const value = make(place, "span", { class: "bold", "data-equivalent": item.id });
      results.follow(value, () => this.of(item), (now) => (now === null ? "not assessed" : short(now)));
      place.append(" ");
      this.intervals.push({ item, element: make(place, "span", { class: "said interval" }) });
    }
    this.sources(made, items);
  }

  private sources(parent: Element, items: Equivalent[]): void {
    const details = make(parent, "details");
    make(details, "summary", {}, "Where these figures come from");
    const list = make(details, "ul", { class: "plain said" });
    const texts = items.map((item) => `${item.title}. ${item.publisher}, ${item.year}, ${item.url} (${item.licence}; ${item.access})`);
    for (const text of new Set(texts)) breakable(make(list, "li"), text);
  }

  private step(measure: number): number | null {
    return this.model.row("total")?.steps[measure] ?? null;
  }
  private of(item: Equivalent): number | null {
    const step = this.step(item.measure);
    return step === null ? null : this.model.values[step] / item.each;
  }

  /** `climate`: the interval of the total, if the page has samples of it; else null. */
  update(climate: Interval | null): void {
    for (const { item, element } of this.intervals) {
      const interval = this.interval(item, item.measure === 0 ? climate : this.electricity(item));
      element.textContent = interval ? `(${short(interval[0])} to ${short(interval[1])})` : "";
    }
  }

  private interval(item: Equivalent, drawn: Interval | null): Interval | null {
    const { each, least = each, most = each, low, high } = item;
    const now = this.of(item);
    if (now === null) return null;
    if (drawn) return [drawn[0] / most, drawn[1] / least];
    if (!this.model.anyMoved) return low === undefined || high === undefined ? null : [low, high];
    return least < most ? [(now * each) / most, (now * each) / least] : null;
  }

  /** The interval of the electricity, from samples; null if it is not uncertain or cannot be sampled. */
  private electricity(item: Equivalent): Interval | null {
    const { data } = this.model;
    if (item.low === undefined || data.is_large || data.totals !== undefined || data.no_draws !== undefined) return null;
    const sorted = this.model.draws(this.step(item.measure))?.sort();
    if (!sorted || !(sorted[sorted.length - 1] > sorted[0])) return null;
    return [quantileSorted(sorted, 0.05)!, quantileSorted(sorted, 0.95)!];
  }
}
