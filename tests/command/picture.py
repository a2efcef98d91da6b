"""README opens with a picture of the report, made by tests/browser/picture.py."""
from _lca import ROOT, run_all

PICTURE = "docs/report.png"


def test_the_picture_is_small_and_stands_above_the_text():
    png = (ROOT / PICTURE).read_bytes()
    assert png[:8] == b"\x89PNG\r\n\x1a\n" and len(png) <= 200_000, len(png)
    width = int.from_bytes(png[16:20], "big")
    assert 900 <= width <= 1400, width
    text = (ROOT / "README.md").read_text()
    assert 0 < text.index(PICTURE) < text.index("$ lca evaluate scenarios/papers/bloom/training.yaml")


run_all(globals())
