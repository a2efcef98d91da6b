// A choice of one activity, above the charts of what the total consists of, if there are several activities.

import { make } from "./dom";
import type { Model } from "./model";
import type { Parts } from "./parts";

export function activityFilter(model: Model, parts: Parts, parent: Element, changed: () => void): void {
  if (parts.included.length < 2) return;
  const { data } = model;
  const line = make(parent, "p", { class: "choice" });
  const label = make(line, "label", {}, "Activity ");
  const select = make(label, "select", { "data-filter": "activity" });
  make(select, "option", { value: "" }, `All ${data.activity_count}`);
  for (const index of parts.included) make(select, "option", { value: index }, data.activities[index].title);
  const note = make(line, "span", { class: "about", role: "status" });
  select.addEventListener("change", () => {
    parts.only = select.value === "" ? null : Number(select.value);
    note.textContent = parts.only === null ? "" : "in the phases and where it comes from; everything else is about the whole";
    changed();
  });
}
