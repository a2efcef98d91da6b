// What follows the charts: outputs, caveats for quoting, inputs with their places, all results, how to cite.

import type { Input } from "./data";
import { breakable, make } from "./dom";
import { listed, pretty, scaleFor, short, stated } from "./format";
import type { Amounts } from "./amounts";
import type { Model } from "./model";
import type { Parts } from "./parts";
import type { ResultElements } from "./results";
import type { SensitivityChart } from "./chart_sensitivity";

const figuresShown = 16;

export function section(parent: Element, title: string): HTMLElement {
  const made = make(parent, "section");
  make(made, "h2", {}, title);
  return made;
}

const amountOf = (input: Input): string => `${stated(input.written)} ${pretty(input.unit)}`.trim();

export function outputs(model: Model, results: ResultElements, parent: Element): void {
  const { data } = model;
  if (data.outputs.length === 0 && data.per.length === 0) return;
  const made = section(parent, "Asked for by the file");
  const list = make(made, "dl", { class: "outputs" });
  const add = (title: string, name: string, text: (value: number) => string, note: string): void => {
    make(list, "dt", { dir: "auto" }, title);
    const place = make(list, "dd");
    results.add(place, name, (value) => (value === null ? "not assessed" : text(value)), "bold");
    if (note) place.append(` ${note}`);
  };
  for (const one of data.per) {
    const what = one.name === "functional_unit" ? data.functional_unit || "functional unit" : one.name;
    add(`Per ${what}`, `per.${one.name}`, (value) => {
      const scale = scaleFor(data.ladder, value * one.factor);
      return `${short((value * one.factor) / scale.factor)} ${scale.unit}`;
    }, "");
  }
  for (const one of data.outputs) {
    const note = one.step === null && one.reason ? `(${one.reason})` : one.partial ? "(counts only what is assessed)" : "";
    add(one.title, `outputs.${one.id}`, (value) => `${short((value * one.factor) / one.shown_factor)} ${pretty(one.unit)}`.trim(), note);
  }
}

/** Groups items by their reasons: for each reason the names of its items. */
function byReason<T>(items: T[], reason: (item: T) => string, name: (item: T) => string): [string, string[]][] {
  const groups = new Map<string, string[]>();
  for (const item of items) groups.set(reason(item), [...(groups.get(reason(item)) ?? []), name(item)]);
  return Array.from(groups);
}

export function whatToKnow(model: Model, parts: Parts, parent: Element): void {
  const { data } = model;
  const lines: [kind: string, name: string, text: string][] = [];
  for (const [reason, names] of byReason(parts.gaps, (gap) => gap.reason, (gap) => gap.of)) {
    lines.push(["not assessed", listed(names, 5), reason]);
  }
  for (const input of data.inputs.filter((one) => one.uncertainty)) lines.push(["uncertain", `${input.label} (${input.context})`, `${amountOf(input)}, ${input.uncertainty}`]);
  for (const input of data.inputs.filter((one) => one.status && one.status !== "printed")) {
    lines.push([input.status!, `${input.label} (${input.context})`, [amountOf(input), input.note].filter(Boolean).join(": ")]);
  }
  const defaults = data.inputs.filter((one) => one.origin === "default");
  for (const [why, names] of byReason(defaults, (one) => one.note ?? "", (one) => `${one.label} ${amountOf(one)} (${one.context})`)) lines.push(["default", listed(names, 5), why]);
  for (const text of [...data.remarks, ...data.warnings]) lines.push(["note", "", text]);
  if (lines.length === 0) return;
  const made = section(parent, "What to know before quoting it");
  const list = make(made, "ul", { class: "know" });
  for (const [kind, name, text] of lines) {
    const item = make(list, "li");
    make(item, "span", { class: kind === "not assessed" ? "kind hatched" : "kind" }, kind);
    const words = make(item, "span", { class: "words", dir: "auto" });
    if (name) breakable(make(words, "strong"), name);
    words.append(name && text ? ": " : "", text);
  }
}

function figureRow(body: Element, input: Input): void {
  const row = make(body, "tr");
  const name = make(row, "th", { scope: "row", dir: "auto" });
  breakable(name, input.path);
  make(row, "td", { class: "amount" }, amountOf(input));
  const place = make(row, "td", { class: "place", dir: "auto" });
  breakable(place, input.where ?? (input.origin === "default" ? "default of the program" : input.origin));
  const said = [input.source, input.status === "printed" ? "" : input.status, input.uncertainty].filter(Boolean).join(" · ");
  if (said) breakable(make(place, "div", { class: "said" }), said);
}

function figureTable(parent: Element, inputs: Input[], label: string): void {
  const table = make(make(parent, "div", { class: "scroll", tabindex: 0, role: "region", "aria-label": label }), "table", { class: "figures" });
  const head = make(make(table, "thead"), "tr");
  for (const text of ["Figure", "Value", "Read from"]) make(head, "th", { scope: "col" }, text);
  const body = make(table, "tbody");
  for (const input of inputs) figureRow(body, input);
}

export function everyFigure(model: Model, sensitivity: SensitivityChart | null, parent: Element): void {
  const { data } = model;
  if (data.inputs.length === 0) return;
  const made = section(parent, "Every figure and where it was read");
  const order = new Map(sensitivity?.effects().map((effect, i) => [`${effect.label} ${effect.context}`, i]));
  const place = (input: Input): number => order.get(`${input.label} ${input.context}`) ?? Infinity;
  const sorted = [...data.inputs].sort((a, b) => place(a) - place(b) || 0);
  figureTable(made, sorted.slice(0, figuresShown), "Figures");
  if (sorted.length > figuresShown) {
    const rest = make(made, "details");
    make(rest, "summary", {}, `${sorted.length - figuresShown} other figures`);
    figureTable(rest, sorted.slice(figuresShown), "Other figures");
  }
  if (data.input_count > data.inputs.length) make(made, "p", { class: "said" }, `${data.input_count - data.inputs.length} more are left out: lca evaluate --format json lists them all.`);
}

export function allResults(model: Model, results: ResultElements, parent: Element): void {
  const { data } = model;
  const made = make(parent, "section", { class: "folded" });
  const details = make(made, "details");
  make(details, "summary", {}, `All ${data.rows.length} results`);
  const table = make(make(details, "div", { class: "scroll", tabindex: 0, role: "region", "aria-label": "All results" }), "table", { class: "figures" });
  const head = make(make(table, "thead"), "tr");
  make(head, "th", { scope: "col" }, "Result");
  for (const measure of data.measures) make(head, "th", { scope: "col" }, `${measure.name}, ${pretty(measure.unit)}`);
  const body = make(table, "tbody");
  for (const row of data.rows) {
    const line = make(body, "tr");
    breakable(make(line, "th", { scope: "row" }), row.name);
    data.measures.forEach(({ suffix }) => {
      results.add(line, suffix ? `${row.name}.${suffix}` : row.name, (value) => (value === null ? "not assessed" : short(value, 3)), "amount", "td");
    });
  }
  if (data.activity_count > data.activities.length) make(made, "p", { class: "said" }, `Of ${data.activity_count} activities the first ${data.activities.length} are listed, without sliders: the file is too large for a page.`);
}

const tex = (text: string): string => text.replace(/[\\{}%&#_$~^]/g, (character) => (character === "\\" ? "\\textbackslash{}" : character === "~" || character === "^" ? `\\${character}{}` : `\\${character}`));

export function howToCite(model: Model, amounts: Amounts, parent: Element): () => void {
  const { data } = model;
  const made = section(parent, "How to cite");
  const text = make(made, "pre", { class: "cite", tabindex: 0 });
  const key = data.title.toLowerCase().replace(/[^a-z0-9]+/g, "_").replace(/^_|_$/g, "").slice(0, 40) || "scenario";
  const digest = data.files[0]?.sha256.slice(0, 12) ?? "";
  return () => {
    const result = amounts.now === null ? "" : `: ${amounts.full(amounts.now).replace("₂", "2")}`;
    const lines = [
      `  title = {${tex(data.title)}${tex(result)}},`,
      `  howpublished = {Computed by lca ${data.lca_version}, catalogue ${data.catalogue.slice(0, 12)}${digest ? `, scenario ${digest}` : ""}},`,
      ...(data.source ? [`  note = {After ${tex(data.source)}},`] : []),
    ];
    text.textContent = `@misc{${key},\n${lines.join("\n")}\n}`;
  };
}

export function versions(model: Model, parent: Element): void {
  const { data } = model;
  const line = make(parent, "footer");
  const files = data.files.map((file) => `${file.name} ${file.sha256.slice(0, 12)}`);
  const folders = (data.hardware_db ?? []).map((folder) => `${folder.path} ${folder.sha256.slice(0, 12)}`);
  breakable(line, [`lca ${data.lca_version}`, `catalogue ${data.catalogue.slice(0, 12)}`, ...folders, ...files].join(" · "));
}
