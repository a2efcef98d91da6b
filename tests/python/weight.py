"""What the module costs: start-up beside numpy's, and memory for ten million draws that nobody copies."""
import statistics
import subprocess
import sys

from _data import run

MOST_IMPORT = 0.030  # s above `import numpy`
DRAWS = 10_000_000

IMPORT = """
import time
import numpy
begin = time.perf_counter()
import lca
print(time.perf_counter() - begin)
"""
MEMORY = f"""
import numpy
import lca
def status(key):
    return next(int(line.split()[1]) * 1024 for line in open("/proc/self/status") if line.startswith(key))
bloom = lca.load("scenarios/papers/bloom/training.yaml")
bloom.sample(1000)
before = status("VmRSS")
draws = bloom.sample({DRAWS})
total, again = draws["total"], numpy.asarray(draws.columns["total"])
capsules = draws.__arrow_c_array__()
assert total.shape == ({DRAWS},) and total.sum() == again.sum()
print(status("VmHWM") - before)
"""


def printed(program):
    return float(subprocess.run([sys.executable, "-c", program], check=True, stdout=subprocess.PIPE, timeout=250).stdout)


def test_import_is_quick():
    times = sorted(printed(IMPORT) for _ in range(9))
    print(f"import lca: {1000 * statistics.median(times):.1f} ms above numpy, fastest {1000 * times[0]:.1f} ms")
    assert times[0] < MOST_IMPORT, times  # the fastest: the machine may do other work


def test_ten_million_draws_are_there_once():
    grown = printed(MEMORY)
    print(f"{DRAWS:.0e} draws: {grown / 2**20:.1f} MiB, {grown / (8 * DRAWS):.3f} times the numbers themselves")
    assert grown < 1.2 * 8 * DRAWS, grown


run(globals())
