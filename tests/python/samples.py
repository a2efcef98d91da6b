"""Draws from Python: the command's numbers, without a copy, and through the Arrow C data interface."""
import ctypes
import gc
import sys
import threading
import time

import numpy

import lca
from _data import BLOOM, UNIFORM, command, command_json, run

SAMPLES, SEED = 20_000, 7


class Schema(ctypes.Structure):
    pass


class Array(ctypes.Structure):
    pass


Schema._fields_ = [("format", ctypes.c_char_p), ("name", ctypes.c_char_p), ("metadata", ctypes.c_char_p), ("flags", ctypes.c_int64),
                   ("n_children", ctypes.c_int64), ("children", ctypes.POINTER(ctypes.POINTER(Schema))),
                   ("dictionary", ctypes.c_void_p), ("release", ctypes.CFUNCTYPE(None, ctypes.POINTER(Schema))), ("private_data", ctypes.c_void_p)]
Array._fields_ = [("length", ctypes.c_int64), ("null_count", ctypes.c_int64), ("offset", ctypes.c_int64), ("n_buffers", ctypes.c_int64),
                  ("n_children", ctypes.c_int64), ("buffers", ctypes.POINTER(ctypes.c_void_p)), ("children", ctypes.POINTER(ctypes.POINTER(Array))),
                  ("dictionary", ctypes.c_void_p), ("release", ctypes.CFUNCTYPE(None, ctypes.POINTER(Array))), ("private_data", ctypes.c_void_p)]

pointer_of = ctypes.pythonapi.PyCapsule_GetPointer
pointer_of.restype, pointer_of.argtypes = ctypes.c_void_p, [ctypes.py_object, ctypes.c_char_p]


def opened(capsules):
    """What a reader of the interface sees."""
    schema = Schema.from_address(pointer_of(capsules[0], b"arrow_schema"))
    return schema, Array.from_address(pointer_of(capsules[1], b"arrow_array"))


def address(array):
    return array.__array_interface__["data"][0]


def test_the_same_json_as_the_command():
    words = ["uncertainty", BLOOM, "--of", "total", "--samples", str(SAMPLES), "--seed", str(SEED), "--format", "json"]
    assert lca.load(BLOOM).sample(SAMPLES, SEED).to_json().strip() == command(*words).strip()


def test_the_draws_behind_that_json():
    draws = lca.load(BLOOM).sample(SAMPLES, SEED, ["total", "embodied.energy", "total.energy"])
    assert draws.units == {"total": "kgCO2e", "embodied.energy": "kWh", "total.energy": "kWh"}
    said = command_json("uncertainty", BLOOM, "--samples", str(SAMPLES), "--seed", str(SEED))
    of = said["results"]["total"]["gwp_kgco2e"]
    total = draws["total"]
    assert total.shape == (SAMPLES,) and total.dtype == numpy.float64
    assert total.min() == of["min"] and total.max() == of["max"]  # to the last bit
    assert abs(total.mean() - of["mean"]) <= 1e-12 * of["mean"]  # sums in another order: 2e4 additions of 1e-16
    within = said["sampling"]["percentile_relative_error"]
    for key, percent in (("p5", 5), ("p50", 50), ("p95", 95)):
        # Beside the sketch's own error, neighbours of a percentile may be taken: 2e4 draws lie close together.
        assert abs(numpy.percentile(total, percent) - of[key]) <= (within + 1e-3) * of[key], key
    assert numpy.all(draws["total.energy"] == command_json("evaluate", BLOOM)["results"]["total"]["energy_kwh"])


def test_the_closed_form():
    a = lca.loads(UNIFORM).sample(200_000, of="outputs.energy")["outputs.energy"]
    error = 2 / 12**0.5 / 200_000**0.5  # of the mean of a uniform from 2 to 4
    assert abs(a.mean() - 3) < 5 * error
    # Percentiles of a uniform: the error is sqrt(p (1 - p) / n) times the width 2.
    assert abs(numpy.percentile(a, 5) - 2.1) < 5 * 2 * (0.05 * 0.95 / 200_000) ** 0.5
    assert abs(numpy.percentile(a, 95) - 3.9) < 5 * 2 * (0.05 * 0.95 / 200_000) ** 0.5


def test_draws_depend_on_seed_and_number_only():
    bloom = lca.load(BLOOM)
    few, many = bloom.sample(100, 3)["total"], bloom.sample(5000, 3)["total"]
    assert numpy.array_equal(few, many[:100])
    assert not numpy.array_equal(few, bloom.sample(100, 4)["total"])
    assert numpy.array_equal(many, bloom.sample(5000, 3, threads=3)["total"])
    sobol = bloom.sample(4096, 3, method="sobol").to_dict()
    assert sobol["results"] == command_json("uncertainty", BLOOM, "--of", "total", "--samples", "4096", "--seed", "3", "--sampling", "sobol")["results"]


def test_views_share_and_keep_the_memory():
    draws = lca.load(BLOOM).sample(1000)
    first, second = draws["total"], numpy.asarray(draws.columns["total"])
    assert address(first) == address(second) and not first.flags.owndata and not first.flags.writeable
    copy = first.copy()
    del draws, second
    gc.collect()
    lca.load(BLOOM).sample(1000, 99)  # would use the memory if it were free
    assert numpy.array_equal(first, copy)


def test_not_assessed_is_no_column():
    draws = lca.load(BLOOM).sample(100, of=["total.water", "total"])
    assert list(draws) == ["total.water", "total"]
    for ask in (lambda: draws["total.water"], lambda: draws.columns["total.water"].to_numpy()):
        try:
            ask()
        except LookupError as error:
            assert "not assessed" in str(error)
        else:
            raise AssertionError("draws of what is not assessed")
    schema, array = opened(draws.__arrow_c_array__())
    assert schema.n_children == array.n_children == 1


def test_arrow_column():
    draws = lca.load(BLOOM).sample(1000)
    capsules = draws.columns["total"].__arrow_c_array__()
    schema, array = opened(capsules)
    assert (schema.format, schema.name, schema.n_children, schema.flags) == (b"g", b"total [kgCO2e]", 0, 0)
    assert (array.length, array.null_count, array.offset, array.n_buffers) == (1000, 0, 0, 2)
    assert array.buffers[0] is None and array.buffers[1] == address(draws["total"])  # no copy


def test_arrow_batch_outlives_the_draws():
    draws = lca.load(BLOOM).sample(1000, of=["total", "embodied"])
    expected = [draws["total"].copy(), draws["embodied"].copy()]
    capsules = draws.__arrow_c_array__()
    del draws
    gc.collect()
    lca.load(BLOOM).sample(1000, 99)
    schema, array = opened(capsules)
    assert schema.format == b"+s" and array.n_buffers == 1 and array.n_children == 2
    for i, numbers in enumerate(expected):
        child = array.children[i].contents
        assert child.length == 1000
        seen = (ctypes.c_double * 1000).from_address(child.buffers[1])
        assert numpy.array_equal(numpy.frombuffer(seen), numbers)


def test_arrow_consumer_moves_a_child_out():
    draws = lca.load(BLOOM).sample(10, of=["total", "embodied"])
    expected = draws["total"].copy()
    capsules = draws.__arrow_c_array__()
    _, array = opened(capsules)
    moved = Array()
    ctypes.memmove(ctypes.byref(moved), array.children[0], ctypes.sizeof(Array))
    array.children[0].contents.release = type(array.release)()  # as the interface says: moved
    array.release(ctypes.byref(array))
    assert not array.release
    del draws, capsules, array
    gc.collect()
    assert numpy.array_equal(numpy.frombuffer((ctypes.c_double * 10).from_address(moved.buffers[1])), expected)
    moved.release(ctypes.byref(moved))
    assert not moved.release


def test_other_threads_go_on():
    """Another thread counts while samples are drawn. Python takes the lock from nobody for 60 s here, so that thread runs
    only if sampling lets go of it."""
    counted, stop = [0], threading.Event()

    def count():
        while not stop.is_set():
            counted[0] += 1
            time.sleep(0)

    def counted_during(work):
        before = counted[0]
        work()
        return counted[0] - before

    thread, usual = threading.Thread(target=count), sys.getswitchinterval()
    sys.setswitchinterval(60)
    try:
        thread.start()
        bloom = lca.load(BLOOM)
        kept = counted_during(lambda: sum(range(1_000_000)))
        released = counted_during(lambda: bloom.sample(3_000_000, threads=1))
    finally:
        stop.set()
        sys.setswitchinterval(usual)
        thread.join()
    assert kept == 0 and released > 100, (kept, released)


def test_two_threads_ask_at_a_time():
    expected = lca.load(BLOOM).sample(50_000, 5)["total"]
    seen = []

    def ask():
        seen.extend(lca.load(BLOOM).sample(50_000, 5)["total"] for _ in range(5))

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(seen) == 20 and all(numpy.array_equal(one, expected) for one in seen)


def test_wrong_numbers_are_refused():
    bloom = lca.load(BLOOM)
    for ask in (lambda: bloom.sample(1), lambda: bloom.sample(2_000_000_000), lambda: bloom.sample(10, -1), lambda: bloom.sample(10, of=[]),
                lambda: bloom.sample(10, method="halton")):
        try:
            ask()
        except ValueError:
            pass
        else:
            raise AssertionError("a number out of range")
    try:
        bloom.sample(10, of="totl")
    except lca.Fault as fault:
        assert fault.file is None and "total" in str(fault)
    else:
        raise AssertionError("a result that is none")


def test_a_draw_that_cannot_be():
    power = "activities.final_training.dynamic.device_power"
    wide = lca.load(BLOOM).set(power, "{value: 400 W, uncertainty: {distribution: normal, sd: 400 W}}")
    try:
        wide.sample(10_000)
    except lca.Fault as fault:
        assert fault.file and "out of range" in fault.message and fault.expectation == "0 or more", fault.faults
    else:
        raise AssertionError("a negative power")


run(globals())
