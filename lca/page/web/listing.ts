// Tables in a page: one filter for all of them, and sorting by any column.

import { make } from "./dom";

interface Row {
  element: HTMLTableRowElement;
  cells: HTMLTableCellElement[];
  words: string;
  greyed: boolean;
}

type Key = string | number | null;

/** The value by which a cell is sorted: its number, or its text. Null is last in either order. */
function keyOf(cell: HTMLTableCellElement): Key {
  const value = cell.dataset.value;
  if (value === undefined) return cell.textContent!.toLowerCase() || null;
  return value === "" ? null : Number(value);
}

function compare(a: Key, b: Key, direction: number): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return a === b ? 0 : a < b ? -direction : direction;
}

class Listing {
  private readonly rows: Row[];
  private readonly body: HTMLTableSectionElement;
  private readonly heads: HTMLTableCellElement[];

  constructor(table: HTMLTableElement) {
    this.body = table.tBodies[0];
    this.heads = Array.from(table.tHead!.rows[0].cells);
    this.rows = Array.from(this.body.rows, (element) => ({
      element,
      cells: Array.from(element.cells),
      words: element.textContent!.toLowerCase(),
      greyed: element.classList.contains("greyed"),
    }));
    const names = this.heads.map((head) => head.textContent!);
    for (const { cells } of this.rows) cells.forEach((cell, i) => (cell.dataset.label = names[i]));
    this.heads.forEach((head, column) => {
      head.replaceChildren();
      make(head, "button", { type: "button", class: "order" }, names[column]).addEventListener("click", () => this.order(column));
    });
  }

  get count(): number {
    return this.rows.length;
  }

  /** Sorts by a column: numbers with the largest first, texts from A to Z; in reverse if it is called again. */
  private order(column: number): void {
    const head = this.heads[column];
    const before = head.getAttribute("aria-sort");
    const rises = before === null ? !head.classList.contains("amount") : before === "descending";
    this.heads.forEach((one) => one.removeAttribute("aria-sort"));
    head.setAttribute("aria-sort", rises ? "ascending" : "descending");
    const keyed = this.rows.map((row) => ({ row, key: keyOf(row.cells[column]) }));
    keyed.sort((a, b) => Number(a.row.greyed) - Number(b.row.greyed) || compare(a.key, b.key, rises ? 1 : -1));
    this.body.append(...keyed.map(({ row }) => row.element));
  }

  /** Shows only the rows that contain all words; returns how many there are. */
  filter(words: string[]): number {
    let shown = 0;
    for (const row of this.rows) {
      const fits = words.every((word) => row.words.includes(word));
      row.element.hidden = !fits;
      if (fits) ++shown;
    }
    return shown;
  }
}

const listings = Array.from(document.querySelectorAll<HTMLTableElement>("table.listing"), (table) => new Listing(table));
const rest = document.querySelector(".rest")!;
const line = make(rest, "p", { class: "filter" });
make(line, "label", { for: "filter" }, "Filter");
const box = make(line, "input", { type: "search", id: "filter", class: "search", autocomplete: "off" });
const said = make(line, "span", { class: "about", role: "status" });
if (rest.classList.contains("few")) line.remove();
else rest.prepend(line);

box.addEventListener("input", () => {
  const words = box.value.toLowerCase().split(/\s+/).filter(Boolean);
  const counts = listings.map((listing) => `${listing.filter(words)} of ${listing.count}`);
  said.textContent = words.length > 0 ? counts.join(", ") : "";
});
document.documentElement.dataset.ready = "true";
