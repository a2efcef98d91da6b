#!/usr/bin/python3
"""docs/report.png: the page of BLOOM's training as a headless Chromium shows it (Debian: chromium-driver, python3-selenium). Run from the root, with $LCA.

The page comes from `lca report`, so what the picture shows is what the program writes; README opens with it.
"""
import base64
import os
import pathlib
import subprocess
import tempfile

from selenium import webdriver
from selenium.webdriver.chrome.service import Service

STUDY = "scenarios/papers/bloom/training.yaml"
PICTURE = pathlib.Path("docs/report.png")
WIDTH, HEIGHT = 1100, 1600
MOST_BYTES = 200_000
TWO_FRAMES = "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)));"


def picture(page):
    options = webdriver.ChromeOptions()
    options.binary_location = "/usr/bin/chromium"
    for word in ("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--disable-dev-shm-usage"):
        options.add_argument(word)
    driver = webdriver.Chrome(service=Service("/usr/bin/chromedriver"), options=options)
    try:
        driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {"width": WIDTH, "height": HEIGHT, "deviceScaleFactor": 1, "mobile": False})
        driver.get(page.as_uri())
        driver.execute_async_script(TWO_FRAMES)
        assert driver.execute_script("return document.documentElement.dataset.ready") == "true", "the page is not ready"
        end = driver.execute_script("return document.querySelector('[data-chart=uncertainty]').getBoundingClientRect().bottom")
        clip = {"x": 0, "y": 0, "width": WIDTH, "height": round(end), "scale": 1}
        return base64.b64decode(driver.execute_cdp_cmd("Page.captureScreenshot", {"format": "png", "clip": clip})["data"])
    finally:
        driver.quit()


def main():
    with tempfile.TemporaryDirectory(prefix="lca-picture-") as folder:
        page = pathlib.Path(folder) / "report.html"
        subprocess.run([os.environ["LCA"], "report", STUDY, "--quiet", "--output", page], check=True, timeout=60)
        png = picture(page)
    if len(png) > MOST_BYTES:
        raise SystemExit(f"the picture has {len(png)} bytes, more than {MOST_BYTES}")
    PICTURE.write_bytes(png)
    print(f"{PICTURE}: {len(png)} bytes")


if __name__ == "__main__":
    main()
