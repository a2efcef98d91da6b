// The whole page: made once, then redrawn whenever a reader changes an input.

import { activityFilter } from "./activity_filter";
import { Amounts } from "./amounts";
import { FlowChart } from "./chart_flow";
import { HoursChart } from "./chart_hours";
import { PhasesChart } from "./chart_phases";
import { SensitivityChart } from "./chart_sensitivity";
import { UncertaintyChart } from "./chart_uncertainty";
import { VariantsChart } from "./chart_variants";
import { WaterfallChart } from "./chart_waterfall";
import type { Data } from "./data";
import { make } from "./dom";
import { Equivalents } from "./equivalents";
import { Figure } from "./figure";
import { Headline } from "./headline";
import { allResults, everyFigure, howToCite, outputs, versions, whatToKnow } from "./lists";
import { Model } from "./model";
import { Parts } from "./parts";
import { ResultElements } from "./results";
import { Sliders } from "./sliders";

const printedWidth = 680; // px: an A4 sheet without its margins

class Page {
  private readonly model: Model;
  private readonly amounts: Amounts;
  private readonly results: ResultElements;
  private readonly headline: Headline;
  private readonly sliders: Sliders;
  private readonly figures: Figure[] = [];
  private uncertainty: { chart: UncertaintyChart; figure: Figure } | null = null;
  private readonly equivalents: Equivalents;
  private readonly cite: () => void;
  private waiting = false;

  constructor(data: Data, main: HTMLElement) {
    this.model = new Model(data);
    const parts = new Parts(this.model);
    this.amounts = new Amounts(this.model, parts);
    this.results = new ResultElements(this.model);
    main.replaceChildren();
    const head = make(main, "header");
    this.headline = new Headline(this.model, parts, this.amounts, this.results, head, (movable) => this.sliders.go(movable));
    const view = new Parts(this.model);
    if (parts.total) {
      activityFilter(this.model, view, main, () => this.figures.forEach((figure) => figure.draw()));
      this.figures.push(new Figure(main, new PhasesChart(this.model, view)));
    }
    const columns = make(main, "div", { class: "columns" });
    const aside = make(columns, "aside", { "aria-label": "What if" });
    const charts = make(columns, "div", { class: "charts" });
    this.sliders = new Sliders(this.model, parts, this.amounts, aside, () => this.changed());
    this.restore();
    this.model.evaluate();
    const sensitivity = this.charts(charts, view);
    outputs(this.model, this.results, charts);
    this.equivalents = new Equivalents(this.model, this.results, charts);
    const rest = make(main, "div", { class: "rest" });
    whatToKnow(this.model, parts, rest);
    everyFigure(this.model, sensitivity, rest);
    allResults(this.model, this.results, rest);
    this.cite = howToCite(this.model, this.amounts, rest);
    versions(this.model, rest);
    this.draw();
    this.drawUncertainty();
    this.listen();
  }

  private charts(parent: Element, parts: Parts): SensitivityChart | null {
    const { data } = this.model;
    const flow = new FlowChart(parts);
    if (parts.total && flow.isWorthwhile) this.figures.push(new Figure(parent, flow));
    if (data.hours.length > 0) this.figures.push(new Figure(parent, new HoursChart(this.model)));
    const uncertain = this.model.main !== null && !data.is_large && (data.no_draws !== undefined || data.totals !== undefined || this.model.drawn.length > 0);
    if (uncertain) {
      const chart = new UncertaintyChart(this.model, this.amounts);
      if (data.totals !== undefined || data.no_draws !== undefined || chart.refresh() !== null || this.model.anyMoved) {
        this.uncertainty = { chart, figure: new Figure(parent, chart) };
      }
    }
    const sensitivity = this.model.main === null || data.is_large ? null : new SensitivityChart(this.model, this.amounts);
    if (sensitivity && sensitivity.effects().length > 0) this.figures.push(new Figure(parent, sensitivity));
    if (data.alternatives.length > 1 && this.amounts.isTotal) this.figures.push(new Figure(parent, new VariantsChart(this.model, this.amounts)));
    if (data.waterfalls?.length && this.amounts.isTotal) this.figures.push(new Figure(parent, new WaterfallChart(this.model, this.amounts)));
    return sensitivity;
  }

  /** Updates numbers at once, charts in the next frame, and samples in the frame after that. */
  private changed(): void {
    this.model.evaluate();
    this.results.update();
    this.headline.update();
    this.sliders.update();
    if (this.waiting) return;
    this.waiting = true;
    requestAnimationFrame(() => {
      this.figures.forEach((figure) => figure.draw());
      this.cite();
      this.remember();
      requestAnimationFrame(() => {
        this.waiting = false;
        this.drawUncertainty();
      });
    });
  }

  private draw(width?: number): void {
    this.results.update();
    this.headline.update();
    this.sliders.update();
    this.figures.forEach((figure) => figure.draw(width));
    this.cite();
  }

  private drawUncertainty(width?: number): void {
    const interval = this.uncertainty?.chart.refresh() ?? null;
    this.equivalents.update(interval);
    this.headline.showInterval(interval);
    this.uncertainty?.figure.draw(width);
  }

  /** Keeps the reader's changes in the address of the page: `#PATH=NUMBER&…`. */
  private remember(): void {
    const words = this.model.movable.flatMap((moved, index) =>
      this.model.isMoved(index) ? [`${encodeURIComponent(this.model.data.inputs[moved.input].path)}=${encodeURIComponent(this.model.now[index])}`] : []);
    try {
      history.replaceState(null, "", words.length > 0 ? `#${words.join("&")}` : location.pathname + location.search);
    } catch {
      // A page without an address of its own, such as one embedded in another, cannot keep them there.
    }
  }

  private restore(): void {
    this.model.movable.forEach((moved, index) => this.model.set(index, moved.written));
    for (const word of location.hash.slice(1).split("&")) {
      const [path, written] = word.split("=").map((part) => {
        try {
          return decodeURIComponent(part);
        } catch {
          return "";
        }
      });
      const index = this.model.movable.findIndex((moved) => this.model.data.inputs[moved.input].path === path);
      const moved = this.model.movable[index];
      const value = Number(written);
      if (moved && /^\d*\.?\d*(e-?\d+)?$/i.test(written ?? "") && value >= Number(moved.low) && value <= Number(moved.high)) this.model.set(index, written);
    }
  }

  private listen(): void {
    new ResizeObserver(() => {
      this.figures.forEach((figure) => figure.resized());
      this.uncertainty?.figure.resized();
      this.sliders.layout();
    }).observe(document.body);
    addEventListener("hashchange", () => {
      this.restore();
      this.changed();
    });
    addEventListener("beforeprint", () => {
      this.draw(printedWidth);
      this.drawUncertainty(printedWidth);
    });
    addEventListener("afterprint", () => {
      this.draw();
      this.drawUncertainty();
    });
  }
}

const data = JSON.parse(document.getElementById("data")!.textContent!) as Data;
new Page(data, document.getElementById("page")!);
document.documentElement.dataset.ready = "true";
