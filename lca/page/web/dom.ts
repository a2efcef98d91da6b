// Makes and fills elements of the page; text from the scenario is always inserted as text, never as HTML.

type Attributes = Record<string, string | number | boolean>;

export function make<K extends keyof HTMLElementTagNameMap>(
  parent: Element,
  tag: K,
  attributes: Attributes = {},
  text?: string,
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) element.setAttribute(name, value === true ? "" : String(value));
  }
  if (text !== undefined) element.textContent = text;
  parent.append(element);
  return element;
}

/** Appends a text, such as a path, that may be broken after `.`, `_`, `/` and `-`. */
export function breakable(parent: Element, text: string): void {
  text.split(/(?<=[._/-])/).forEach((part, i) => {
    if (i > 0) make(parent, "wbr");
    parent.append(part);
  });
}

export interface TableData {
  head: string[];
  rows: string[][];
}

export function fillTable(table: HTMLTableElement, { head, rows }: TableData): void {
  table.replaceChildren();
  const top = make(make(table, "thead"), "tr");
  head.forEach((text) => make(top, "th", { scope: "col" }, text || "Value"));
  const body = make(table, "tbody");
  for (const row of rows) {
    const line = make(body, "tr");
    row.forEach((text, i) => (i === 0 ? make(line, "th", { scope: "row", dir: "auto" }, text) : make(line, "td", {}, text)));
  }
}
