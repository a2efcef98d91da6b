#!/usr/bin/python3
"""Report pages in a headless Chromium (Debian: chromium-driver, python3-selenium). Run by .ci/run; needs $LCA.

    check.py                    the contract of the pages of five studies: ready, values, sliders, requests, widths, axe where it is given;
                                a page of a comparison, an index of a folder and a leaderboard
    check.py --axe axe.min.js   with the rules of axe-core, light, dark and narrow
    check.py --pictures FOLDER [FILE…]   pictures to look at, at three widths, light and dark, and a printed sheet
"""
import argparse
import base64
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

from selenium import webdriver
from selenium.webdriver.chrome.service import Service

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/command"))
from _page import evaluated, named  # noqa: E402

STUDIES = ["scenarios/papers/bloom/training.yaml", "scenarios/what_if/chat_service.yaml", "scenarios/what_if/new_servers.yaml",
           "scenarios/what_if/training_and_use.yaml", "scenarios/minimal.yaml"]
WIDTHS = (390, 768, 1200, 1600)
TWO_FRAMES = "const done = arguments[arguments.length - 1]; requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)));"
VALUES = "return Array.from(document.querySelectorAll('[data-result]'), (one) => [one.dataset.result, one.dataset.value])"


def browser(dark=False):
    options = webdriver.ChromeOptions()
    options.binary_location = "/usr/bin/chromium"
    for word in ("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--disable-dev-shm-usage"):
        options.add_argument(word)
    options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
    driver = webdriver.Chrome(service=Service("/usr/bin/chromedriver"), options=options)
    driver.set_script_timeout(20)
    scheme(driver, dark)
    return driver


def scheme(driver, dark):
    features = [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})


def sized(driver, width, height=1000):
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False})
    driver.execute_async_script(TWO_FRAMES)


def write_page(file, folder):
    page = pathlib.Path(folder) / (pathlib.Path(file).parent.name + "-" + pathlib.Path(file).stem + ".html")
    subprocess.run([os.environ["LCA"], "report", file, "--quiet", "--output", page], cwd=ROOT, check=True, timeout=60)
    return page


def opened(driver, page, fragment=""):
    driver.get("about:blank")
    driver.get_log("performance")
    driver.get(page.as_uri() + fragment)
    assert driver.execute_script("return document.documentElement.dataset.ready") == "true", "not ready"


def requests(driver, page):
    found = []
    for entry in driver.get_log("performance"):
        message = json.loads(entry["message"])["message"]
        if message["method"] == "Network.requestWillBeSent":
            found.append(message["params"]["request"]["url"])
    return [url for url in found if not url.startswith((page.as_uri(), "about:"))]


def check_equivalents(driver, file, *words):
    """What the total compares with, as `evaluate --equivalents` has it; no such list where that has none."""
    answer = evaluated(file, *words, "--equivalents")["equivalents"]["items"]
    expected = [(item["id"], item["value"]) for item in answer]
    shown = driver.execute_script("return Array.from(document.querySelectorAll('[data-equivalent]'), (one) => [one.dataset.equivalent, Number(one.dataset.value)])")
    assert [tuple(one) for one in shown] == expected, (shown, expected)
    intervals = driver.execute_script("return Array.from(document.querySelectorAll('[data-equivalent] ~ .interval'), (one) => one.textContent)")
    for item, text in zip(answer, intervals, strict=True):
        ends = [float(end.replace(",", "").replace("\u2212", "-")) for end in text.strip("()").split(" to ") if end]
        wanted = [item[end] for end in ("low", "high") if end in item]
        assert len(ends) == len(wanted) and all(abs(a - b) <= 0.006 * abs(b) for a, b in zip(ends, wanted)), (item["id"], text, wanted)


def check_values(driver, file, *words):
    check_equivalents(driver, file, *words)
    expected = named(evaluated(file, *words))
    shown = driver.execute_script(VALUES)
    for name, value in shown:
        assert name in expected, f"no result is called {name}"
        wanted = expected[name]
        assert value == "" if wanted is None else float(value) == wanted, f"{name}: {value!r}, the command gives {wanted!r}"
    names = {name for name, _ in shown}
    if "total" in expected:
        assert {"total", "total.energy", "embodied", "idle", "dynamic"} <= names, names
    assert {name for name in expected if name.startswith(("outputs.", "per."))} <= names, names
    return len(shown)


def check_sliders(driver, file):
    sliders = driver.execute_script("return Array.from(document.querySelectorAll('input[type=range]'), "
                                    "(one) => ({set: one.dataset.set, path: one.dataset.path, min: one.min, max: one.max}))")
    for number, slider in list(enumerate(sliders))[:9:2]:
        driver.execute_async_script(
            "const one = document.querySelectorAll('input[type=range]')[arguments[0]];"
            "one.stepUp(3); if (one.value === one.defaultValue) one.stepDown(3);"
            "one.dispatchEvent(new Event('input', {bubbles: true}));" + TWO_FRAMES, number)
        said = driver.execute_script("return document.querySelectorAll('input[type=range]')[arguments[0]].dataset.set", number)
        assert said != slider["set"], f"{slider['path']} did not move"
        check_values(driver, file, "--set", said)
        command = driver.execute_script("return document.querySelector('code.command').textContent")
        assert command.startswith(f"lca evaluate {file}") and slider["path"] in command, command
        assert slider["path"] in driver.execute_script("return decodeURIComponent(location.hash)")
        driver.execute_async_script("document.querySelector('[data-action=reset]').click();" + TWO_FRAMES)
    check_values(driver, file)
    return len(sliders)


def check_elements(driver):
    bad = driver.execute_script("""
        const bad = [];
        for (const one of document.querySelectorAll('*')) {
          for (const {name} of one.attributes) if (name === 'style' || name.startsWith('on')) bad.push(`${one.tagName} ${name}`);
        }
        for (const figure of document.querySelectorAll('figure')) {
          if (!/^(phases|flow|uncertainty|sensitivity|variants|hours|waterfall)$/.test(figure.dataset.chart)) bad.push(figure.dataset.chart);
          if (!figure.querySelector('svg[role=img][aria-label]') || !figure.querySelector('table')) bad.push(`${figure.dataset.chart} lacks svg or table`);
        }
        for (const svg of document.querySelectorAll('svg')) if (svg.getAttribute('aria-hidden') !== 'true' && svg.getAttribute('role') !== 'img') bad.push('svg');
        for (const button of document.querySelectorAll('[data-action]')) {
          if (!(button.getAttribute('aria-label') ?? button.textContent).includes(button.textContent)) bad.push(button.textContent);
        }
        for (const text of document.querySelectorAll('figure text')) {
          const a = text.getBoundingClientRect(), b = text.closest('figure').getBoundingClientRect();
          if (a.width > 0 && (a.left < b.left - 1 || a.right > b.right + 1)) bad.push(`cut off: ${text.textContent}`);
        }
        return bad;""")
    assert not bad, bad


def check_widths(driver):
    for is_open in (True, False):
        driver.execute_script("document.querySelectorAll('details').forEach((one) => { one.open = arguments[0]; })", is_open)
        for width in WIDTHS:
            sized(driver, width)
            wide = driver.execute_script("return document.documentElement.scrollWidth")
            assert wide <= width, f"{wide} px wide at {width}, details {'open' if is_open else 'closed'}"
            check_elements(driver)
    sized(driver, 1200)


def check_axe(driver, axe):
    driver.execute_cdp_cmd("Page.setBypassCSP", {"enabled": True})
    driver.refresh()
    driver.execute_script(axe)
    for dark in (False, True):
        scheme(driver, dark)
        for width in (390, 1200):
            sized(driver, width)
            driver.execute_script("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
            found = driver.execute_async_script("const done = arguments[arguments.length - 1]; axe.run().then((found) => done(found.violations.map("
                                                "(one) => [one.id, one.nodes.map((node) => node.html.slice(0, 160)).slice(0, 3)])));")
            assert not found, f"axe, {'dark' if dark else 'light'}, {width} px: {found}"
    scheme(driver, False)
    driver.execute_cdp_cmd("Page.setBypassCSP", {"enabled": False})


def check(studies, axe):
    wrong = 0
    with tempfile.TemporaryDirectory(prefix="lca-pages-") as folder:
        driver = browser()
        for file in studies:
            try:
                page = write_page(file, folder)
                sized(driver, 1200)
                opened(driver, page)
                values = check_values(driver, file)
                sliders = check_sliders(driver, file)
                if driver.execute_script("return document.querySelector('[data-filter=activity]') !== null"):
                    check_choices(driver)
                check_widths(driver)
                check_print(driver, 3)
                check_silence(driver, page, axe)
                print(f"ok      {file}: {values} values, {sliders} sliders")
            except AssertionError as error:
                wrong += 1
                print(f"FAILED  {file}: {error}")
        wrong += check_others(driver, axe)
        driver.quit()
    print("all passed" if wrong == 0 else f"{wrong} failed")
    return wrong


def check_print(driver, max_sheets):
    """How many sheets of A4 a page takes."""
    sheet = driver.execute_cdp_cmd("Page.printToPDF", {"printBackground": True, "paperWidth": 8.27, "paperHeight": 11.69, "preferCSSPageSize": True})
    sheets = len(re.findall(rb"/Type\s*/Page\b", base64.b64decode(sheet["data"])))
    assert 1 <= sheets <= max_sheets, f"{sheets} sheets of paper, at most {max_sheets}"


def check_choices(driver):
    """One activity alone: its phases are those of the file; and back."""
    total = driver.execute_script("return document.querySelector('[data-chart=phases] table').textContent")
    moved = driver.execute_script("""
        const choice = document.querySelector('[data-filter=activity]');
        choice.selectedIndex = choice.options.length - 1;
        choice.dispatchEvent(new Event('change'));
        const shown = document.querySelector('[data-chart=phases] table').textContent;
        choice.selectedIndex = 0;
        choice.dispatchEvent(new Event('change'));
        return shown;""")
    assert moved != total, "one activity looks like all of them"
    assert driver.execute_script("return document.querySelector('[data-chart=phases] table').textContent") == total


def check_waterfall(driver):
    """Each variant's bars lead from the base to it: the last total of the table is the variant's."""
    count = driver.execute_script("return document.querySelectorAll('[data-filter=variant] option').length")
    assert count > 1, count
    labels = []
    for number in range(count):
        labels.append(driver.execute_script("""
            const choice = document.querySelector('[data-filter=variant]');
            choice.selectedIndex = arguments[0];
            choice.dispatchEvent(new Event('change'));
            return document.querySelector('[data-chart=waterfall] svg').getAttribute('aria-label');""", number))
        rows = driver.execute_script("return Array.from(document.querySelectorAll('[data-chart=waterfall] tbody tr'), (row) => Array.from(row.cells, (cell) => cell.textContent))")
        title = driver.execute_script("return document.querySelector('[data-filter=variant]').selectedOptions[0].textContent")
        assert rows[-1][0] == title, (rows, title)
    assert len(set(labels)) == count, labels


def check_few(driver):
    """Three starts, without a filter."""
    found = driver.execute_script("return [document.querySelectorAll('.listing tbody tr').length, document.querySelector('#filter')]")
    assert found[0] >= 3 and found[1] is None, found


def check_listing(driver):
    """A filter leaves the rows that hold its words, and a column orders them; greyed rows stay below."""
    said = driver.execute_script("""
        const rows = () => Array.from(document.querySelector('table.listing').tBodies[0].rows);
        const all = rows().length;
        const box = document.querySelector('#filter');
        const type = (text) => { box.value = text; box.dispatchEvent(new Event('input')); };
        const words = rows()[0].cells[0].textContent.slice(0, 12);
        type(words.toUpperCase());
        const kept = rows().filter((row) => !row.hidden).length;
        type('no such words anywhere');
        const none = rows().filter((row) => !row.hidden).length;
        type('');
        const head = Array.from(document.querySelector('table.listing').querySelectorAll('th.amount button')).pop();
        head.click();
        const column = head.parentElement.cellIndex;
        const numbers = () => rows().filter((row) => !row.classList.contains('greyed')).map((row) => row.cells[column].dataset.value);
        const falling = numbers();
        head.click();
        return {all, kept, none, falling, rising: numbers(), sort: head.parentElement.getAttribute('aria-sort'),
                last: rows().map((row) => row.classList.contains('greyed'))};""")
    assert 1 <= said["kept"] < max(2, said["all"]) or said["all"] == 1, said
    assert said["none"] == 0, said
    for name, falls in (("falling", True), ("rising", False)):
        numbers = [float(number) for number in said[name] if number != ""]
        assert numbers == sorted(numbers, reverse=falls), said
        assert said[name][len(numbers):] == [""] * (len(said[name]) - len(numbers)), said
    assert said["sort"] == "ascending" and said["last"] == sorted(said["last"]), said


def other_pages(folder):
    """Pages that are not about one scenario: the file, and what else is checked of it."""
    run = lambda *words: subprocess.run([os.environ["LCA"], *map(str, words)], cwd=ROOT, check=True, timeout=60)
    compared, gallery, board = folder / "compared.html", folder / "gallery", folder / "board.html"
    run("compare", STUDIES[0], "--format", "html", "--output", compared)
    run("report", "scenarios/papers/bloom", "--output", gallery)
    results = []
    for number, file in enumerate(STUDIES):
        results.append(folder / f"{number}.json")
        run("evaluate", file, "--quiet", "--format", "json", "--output", results[-1])
    run("leaderboard", *results, "--output", board)
    start = folder / "start.html"
    run("schedule", "examples/measured/hours.yaml", "--deadline", "36h", "--format", "html", "--output", start)
    return [(start, check_few), (compared, check_waterfall), (gallery / "index.html", check_listing), (board, check_listing)]


def check_silence(driver, page, axe):
    """No request, no complaint of the browser, nothing that axe finds."""
    requested = requests(driver, page)
    assert not requested, f"requests: {requested}"
    said = [entry["message"] for entry in driver.get_log("browser") if entry["level"] == "SEVERE"]
    assert not said, said
    if axe:
        check_axe(driver, axe)


def check_others(driver, axe):
    wrong = 0
    with tempfile.TemporaryDirectory(prefix="lca-pages-") as folder:
        for page, more in other_pages(pathlib.Path(folder)):
            try:
                sized(driver, 1200)
                opened(driver, page)
                more(driver)
                check_widths(driver)
                check_silence(driver, page, axe)
                print(f"ok      {page.name}")
            except AssertionError as error:
                wrong += 1
                print(f"FAILED  {page.name}: {error}")
    return wrong


def pictures(folder, files):
    pathlib.Path(folder).mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="lca-pages-") as made:
        driver = browser()
        for file in files:
            page = write_page(file, made)
            for dark in (False, True):
                scheme(driver, dark)
                for width in (390, 768, 1200):
                    sized(driver, width)
                    opened(driver, page)
                    height = driver.execute_script("return document.documentElement.scrollHeight")
                    sized(driver, width, min(height, 9000))
                    shot = driver.execute_cdp_cmd("Page.captureScreenshot", {"format": "png"})
                    name = f"{page.stem}-{width}-{'dark' if dark else 'light'}.png"
                    (pathlib.Path(folder) / name).write_bytes(base64.b64decode(shot["data"]))
            scheme(driver, False)
            sheet = driver.execute_cdp_cmd("Page.printToPDF", {"printBackground": True, "paperWidth": 8.27, "paperHeight": 11.69, "preferCSSPageSize": True})
            (pathlib.Path(folder) / f"{page.stem}.pdf").write_bytes(base64.b64decode(sheet["data"]))
        driver.quit()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--axe")
    parser.add_argument("--pictures")
    parser.add_argument("files", nargs="*")
    words = parser.parse_args()
    if words.pictures:
        return pictures(words.pictures, words.files or STUDIES[:2])
    axe = pathlib.Path(words.axe).read_text(encoding="utf-8") if words.axe else ""
    return 1 if check(words.files or STUDIES, axe) else 0


if __name__ == "__main__":
    sys.exit(main())
