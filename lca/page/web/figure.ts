// A chart with its heading, its table and a button that saves the chart.

import { select, type Selection } from "d3-selection";
import { fillTable, make, type TableData } from "./dom";

export interface Chart {
  /** The value of the attribute `data-chart`. */
  name: string;
  title: string;
  caption(): string;
  /** What the chart shows, in a sentence for screen readers. */
  label(): string;
  /** Draws into an empty SVG of this width; returns the height. */
  draw(svg: Selection, width: number): number;
  table(): TableData;
  /** Adds a choice of what is drawn; only for charts that have one. */
  control?(parent: HTMLElement, changed: () => void): void;
}

/** Style properties that are copied into a saved SVG, as it has no style sheet. */
const kept = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "font-family", "font-size", "font-weight", "text-anchor"];

function saved(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  const from = svg.querySelectorAll("*");
  copy.querySelectorAll("*").forEach((element, i) => {
    const style = getComputedStyle(from[i]);
    for (const name of kept) element.setAttribute(name, style.getPropertyValue(name));
    element.removeAttribute("class");
  });
  const paper = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  for (const [name, value] of [["width", "100%"], ["height", "100%"], ["fill", getComputedStyle(document.body).backgroundColor]]) {
    paper.setAttribute(name, value);
  }
  copy.prepend(paper);
  return new XMLSerializer().serializeToString(copy);
}

function download(svg: SVGSVGElement, name: string): void {
  const address = URL.createObjectURL(new Blob([saved(svg)], { type: "image/svg+xml" }));
  const link = make(document.body, "a", { href: address, download: `${name}.svg`, hidden: true });
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

export class Figure {
  private readonly figure: HTMLElement;
  private readonly caption: HTMLElement;
  private readonly svg: SVGSVGElement;
  private readonly tableElement: HTMLTableElement;
  private readonly details: HTMLDetailsElement;
  /** Width available on the screen, kept so that drawing need not wait for a layout; `width`: as drawn. */
  private room = 0;
  private width = 0;

  constructor(
    parent: Element,
    private readonly chart: Chart,
  ) {
    this.figure = make(parent, "figure", { "data-chart": chart.name });
    const head = make(this.figure, "div", { class: "figure-head" });
    make(head, "h2", {}, chart.title);
    const button = make(head, "button", { type: "button", class: "quiet", "data-action": "download-svg", "aria-label": `Save SVG: ${chart.title}` }, "Save SVG");
    button.addEventListener("click", () => download(this.svg, chart.name));
    chart.control?.(this.figure, () => this.draw());
    this.caption = make(this.figure, "figcaption");
    this.svg = select(this.figure).append("svg").attr("role", "img").node() as SVGSVGElement;
    this.details = make(this.figure, "details");
    make(this.details, "summary", {}, "As a table");
    this.tableElement = make(make(this.details, "div", { class: "scroll", tabindex: 0, role: "region", "aria-label": `${chart.title}, as a table` }), "table");
  }

  /** `width`: given when drawing for paper; else the width available on the screen is used. */
  draw(width?: number): void {
    this.caption.textContent = this.chart.caption();
    if (width === undefined && this.room < 1) this.room = Math.floor(this.figure.clientWidth);
    this.width = Math.floor(width ?? this.room);
    if (this.width < 1) return;
    this.svg.replaceChildren();
    this.svg.setAttribute("aria-label", this.chart.label());
    const svg = select(this.svg).attr("width", this.width);
    const height = Math.ceil(this.chart.draw(svg, this.width));
    svg.attr("height", height).attr("viewBox", `0 0 ${this.width} ${height}`);
    fillTable(this.tableElement, this.chart.table());
  }

  resized(): void {
    this.room = Math.floor(this.figure.clientWidth);
    if (this.room !== this.width) this.draw();
  }
}

/** Adds a hatching for what is not assessed; returns the value for `fill`. */
export function hatching(svg: Selection, name: string): string {
  const pattern = svg.append("defs").append("pattern");
  pattern.attr("id", `hatch-${name}`).attr("width", 6).attr("height", 6).attr("patternUnits", "userSpaceOnUse").attr("patternTransform", "rotate(45)");
  pattern.append("rect").attr("width", 6).attr("height", 6).attr("class", "soft");
  pattern.append("rect").attr("width", 2).attr("height", 6).attr("class", "ink-2");
  return `url(#hatch-${name})`;
}

/** Adds a text to a chart; if `whole` differs because the text was cut, it is shown as a tooltip. */
export function write(svg: Selection, kind: string, x: number, y: number, text: string, whole = text): Selection {
  const element = svg.append("text").attr("class", kind).attr("x", x).attr("y", y);
  element.text(text);
  if (whole !== text) element.append("title").text(whole);
  return element;
}

const brush = document.createElement("canvas").getContext("2d");
let family = "";

/** Width in pixels of a text in this size and weight. */
export function widthOf(text: string, size: number, weight = 400): number {
  if (!brush) return text.length * size * 0.6;
  family ||= getComputedStyle(document.body).fontFamily;
  brush.font = `${weight} ${size}px ${family}`;
  return brush.measureText(text).width;
}

/** A text shortened to a width; if it is too long, its middle is left out. */
export function fitted(text: string, size: number, room: number, weight = 400): string {
  if (widthOf(text, size, weight) <= room) return text;
  const letters = Array.from(text);
  let most = Math.min(letters.length, Math.max(4, Math.floor((letters.length * room) / widthOf(text, size, weight)) + 2));
  while (most > 4) {
    const head = Math.ceil((most - 1) * 0.6);
    const short = `${letters.slice(0, head).join("").trimEnd()}…${letters.slice(letters.length - (most - 1 - head)).join("").trimStart()}`;
    if (widthOf(short, size, weight) <= room) return short;
    --most;
  }
  return `${letters.slice(0, 3).join("")}…`;
}
