#!/usr/bin/python3
"""How fast report pages are, and how large: in a headless Chromium and as processes. Needs $LCA, a release build.

    speed.py            prints each figure beside its limit; the exit code is 1 where one is missed
"""
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

from check import ROOT, TWO_FRAMES, browser, sized

sys.path.insert(0, str(ROOT / "bench"))
from process import many_activities  # noqa: E402

BLOOM = "scenarios/papers/bloom/training.yaml"
RUNS = 15
# Before each page: when its own script is put into it, when it says that it is ready, and what its frames cost.
WATCH = """
(() => {
  const times = window.lcaTimes = { start: 0, ready: 0, work: 0 };
  new MutationObserver((changes) => {
    for (const change of changes) {
      for (const node of change.addedNodes) if (node.nodeName === "SCRIPT" && !node.type) times.start = performance.now();
      if (change.attributeName === "data-ready") times.ready = performance.now();
    }
  }).observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ["data-ready"] });
  const next = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (call) => next((now) => { const from = performance.now(); call(now); times.work += performance.now() - from; });
})();
"""
MOVE = """
const one = document.querySelector('input[type=range]');
window.lcaTimes.work = 0;
const from = performance.now();
Number(one.value) < Number(one.max) ? one.stepUp(1) : one.stepDown(1);
one.dispatchEvent(new Event('input', { bubbles: true }));
const event = performance.now() - from;
const done = arguments[arguments.length - 1];
const wait = (frames) => frames > 0 ? requestAnimationFrame(() => setTimeout(() => wait(frames - 1))) : laidOut();
const laidOut = () => {
  const before = performance.now();
  document.body.offsetHeight;
  done(event + window.lcaTimes.work + performance.now() - before);
};
wait(3);
"""


def thirty_activities():
    """407 results and 109 inputs were looked at when the limits were set: here three figures for each of 30 activities, six of them uncertain."""
    text = ["lca: 1", "title: Thirty runs", "sites:", "  here: {grid: {intensity: 57 gCO2e/kWh}, pue: 1.1}", "hardware:",
            "  box: {kind: server, name: Box, embodied: 2500 kgCO2e}", "  card: {kind: accelerator, name: Card, embodied: 150 kgCO2e, power: {max: 400 W}}",
            "systems:", "  cluster:", "    site: here", "    nodes: 48 node", "    node: [{hardware: box}, {hardware: card, count: 8}]", "    lifetime: 6 yr",
            "activities:"]
    for i in range(30):
        power = f"{250 + 5 * i} W"
        uncertain = f"{{value: {power}, uncertainty: {{distribution: uniform, low: {200 + 5 * i} W, high: {300 + 5 * i} W}}}}" if i % 5 == 0 else power
        text += [f"  run_{i:02}:", f"    title: Run number {i}", "    stage: " + ("training", "inference", "experimentation")[i % 3], "    system: cluster",
                 f"    device_time: {1000 + 317 * i} GPU*h", f"    dynamic: {{device_power: {uncertain}}}", f"    idle: {{share: {5 + i % 9} %}}"]
    return "\n".join(text) + "\n"


def hours(folder, with_series):
    rows = "\n".join(f"{day_of(i)},{200 + (37 * i) % 211}.{i % 10}" for i in range(8760))
    (folder / "grid.csv").write_text("time,intensity\n" + rows + "\n")
    grid = "{series: grid.csv, time: time, value: intensity, unit: gCO2e/kWh}" if with_series else "{intensity: 300 gCO2e/kWh}"
    return (f"lca: 1\ntitle: A year\nsites: {{here: {{grid: {grid}, pue: 1.1}}}}\nactivities:\n"
            "  a: {stage: inference, site: here, start: 2023-01-01T00:00:00Z, duration: 8760 h, dynamic: {energy: 26 MWh}, idle: none, embodied: none}\n")


def day_of(hour):
    return time.strftime("%Y-%m-%dT%H:00:00Z", time.gmtime(1672531200 + 3600 * hour))


class Speed:
    def __init__(self, folder):
        self.folder, self.driver, self.missed = folder, browser(), 0
        self.driver.execute_cdp_cmd("Page.enable", {})
        self.driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": WATCH})
        sized(self.driver, 1200)

    def say(self, what, value, unit, limit):
        self.missed += value > limit
        print(f"{'ok    ' if value <= limit else 'MISSED'}  {what:58} {value:9.1f} {unit:3} at most {limit:g}")

    def page(self, name, text=None):
        file, page = self.folder / f"{name}.yaml", self.folder / f"{name}.html"
        if text is not None:
            file.write_text(text)
        subprocess.run([os.environ["LCA"], "report", file if text is not None else BLOOM, "--quiet", "--output", page], cwd=ROOT, check=True, timeout=120)
        return page

    def times(self, page):
        self.driver.get("about:blank")
        self.driver.get(page.as_uri())
        assert self.driver.execute_script("return document.documentElement.dataset.ready") == "true", page
        return self.driver.execute_script("return window.lcaTimes.ready - window.lcaTimes.start")

    def drawn(self, what, page, max_first, max_move, max_size):
        self.say(f"{what}: the page", page.stat().st_size / 1000, "kB", max_size)
        self.say(f"{what}: script to first draw", statistics.median(self.times(page) for _ in range(RUNS)), "ms", max_first)
        moves = []
        for _ in range(RUNS):
            self.driver.execute_async_script(TWO_FRAMES)
            moves.append(self.driver.execute_async_script(MOVE))
        self.say(f"{what}: everything drawn anew after a move", statistics.median(moves), "ms", max_move)

    def process(self):
        def median(*words):
            taken = []
            for _ in range(RUNS):
                start = time.perf_counter()
                subprocess.run([os.environ["LCA"], *words], cwd=ROOT, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                taken.append(time.perf_counter() - start)
            return statistics.median(taken)

        self.say("BLOOM: `lca report` over `lca evaluate`, processes", median("report", BLOOM) / median("evaluate", BLOOM), "x", 3)

    def all(self):
        self.drawn("BLOOM", self.page("bloom"), 100, 50, 200)
        self.drawn("30 activities", self.page("thirty", thirty_activities()), 200, 100, 300)
        year = [self.page(f"hours{series}", hours(self.folder, series)).stat().st_size for series in (False, True)]
        self.say("a year of hours: what it adds", (year[1] - year[0]) / 1000, "kB", 250)
        large = self.page("large", many_activities(10_000))
        self.say("10,000 activities: the page", large.stat().st_size / 1000, "kB", 5000)
        self.say("10,000 activities: script to first draw", self.times(large), "ms", 10_000)
        self.process()
        self.driver.quit()
        return 1 if self.missed else 0


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="lca-speed-") as made:
        sys.exit(Speed(pathlib.Path(made)).all())
