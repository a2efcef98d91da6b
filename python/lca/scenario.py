"""A scenario, and the analyses of it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Iterable, Literal, Mapping, Sequence, Union

from lca import _core
from lca.answers import Comparison, Evaluation
from lca.samples import Samples

if TYPE_CHECKING:
    from numpy import float64
    from numpy.typing import NDArray

#: Columns by name: an array of float64 for numbers (NaN: not assessed), else a list of texts or None. The unit is in the
#: name, "total [kgCO2e]", or in a column of its own.
Table = dict[str, Union["NDArray[float64]", "list[str | None]"]]

Value = Union[str, float, int]


def _text(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return repr(float(value))  # of numpy's numbers, too
    return str(value)


def _names(of: str | Iterable[str]) -> list[str]:
    return [of] if isinstance(of, str) else list(of)


class Scenario:
    """A scenario file or text with changes. Never altered: `set` and `what_if` return another one.

    Made by :func:`load` or :func:`loads`. A file is read when a question is asked, so faults are raised there: every
    question raises :class:`lca.Fault` where the file, a change or the question is wrong, and OSError where a file
    cannot be read.
    """

    __slots__ = ("_changes", "_hardware_db", "_path", "_text", "_what_if")

    def __init__(self, path: str, text: str | None = None, *, what_if: str = "",
                 changes: Sequence[tuple[str, str]] = (), hardware_db: Sequence[str] = ()) -> None:
        self._path, self._text, self._what_if = path, text, what_if
        self._changes, self._hardware_db = tuple(changes), tuple(hardware_db)

    def _query(self) -> _core.Query:
        return _core.Query(self._path, self._text, self._what_if, list(self._changes), list(self._hardware_db))

    def set(self, path: str, value: Value) -> Scenario:
        """A copy in which the value at `path` ("sites.idris.pue") is replaced: by a number, or by a text as in a file
        ("57 gCO2e/kWh"). As the command's ``--set``; a wrong path or unit is a fault of the next question."""
        return Scenario(self._path, self._text, what_if=self._what_if,
                        changes=[*self._changes, (path, _text(value))], hardware_db=self._hardware_db)

    def what_if(self, id: str) -> Scenario:
        """A copy that is the variant `id` of the file; changes by `set` are made after it."""
        return Scenario(self._path, self._text, what_if=id, changes=self._changes, hardware_db=self._hardware_db)

    def evaluate(self) -> Evaluation:
        """The emissions at the point values, as ``lca evaluate``."""
        return Evaluation(*_core.evaluate(self._query()))

    def sample(self, n: int = 100_000, seed: int = 1, of: str | Iterable[str] = "total", *,
               method: Literal["plain", "sobol"] = "plain", threads: int = 0) -> Samples:
        """`n` draws (2 to 1e9) of the results `of`, by the names of ``lca evaluate``: 8 bytes each.

        `seed` (0 to 2**53) chooses the draws, as the command's ``--seed``. `threads` changes the time only (0: as many
        as help). Other threads of Python go on meanwhile. Raises ValueError where `n` or `seed` is out of its range.
        """
        if not 2 <= n <= 1_000_000_000:
            raise ValueError(f"n is {n}: expected 2 to 1e9 samples")
        if not 0 <= seed <= 2**53:
            raise ValueError(f"seed is {seed}: expected 0 to 2**53")
        if method not in ("plain", "sobol"):
            raise ValueError(f"method is {method!r}: expected 'plain' or 'sobol'")
        names = _names(of)
        if not names:
            raise ValueError("of is empty: name at least one result, such as 'total'")
        return Samples(_core.sample(self._query(), n, seed, names, method == "sobol", threads))

    def sweep(self, vary: Mapping[str, str | Iterable[Value]], of: str | Iterable[str] = ()) -> Table:
        """The results `of` (default: the total) at every combination of values of some paths, as ``lca sweep``.

        `vary` has for each path its values one by one, or a text as the command takes it: ``"1.05..1.6:12"``,
        ``"FRA,DEU,USA"``. One row per point; "gaps" and "why_not" say what a row does not count.
        Raises ValueError for a path without values.
        """
        axes: list[tuple[str, str | list[str]]] = [
            (path, values if isinstance(values, str) else [_text(value) for value in values])
            for path, values in vary.items()]
        for path, values in axes:
            if not values:
                raise ValueError(f"{path}: expected at least one value")
        table: Table = _core.sweep(self._query(), axes, _names(of))[0]
        return table

    def compare(self, *others: Scenario, what_ifs: Iterable[str] = (), samples: int = 0, seed: int = 1) -> Comparison:
        """This scenario with its what-ifs (all, or those named), or with other scenarios, as ``lca compare``.

        `samples`: draws for the intervals of differences; 0: as many as the command takes.
        """
        queries = [self._query(), *(other._query() for other in others)]
        return Comparison(*_core.compare(queries, list(what_ifs), samples, seed))

    def gradient(self, of: str = "total") -> Table:
        """How the result `of` responds to a small change of each input: exact derivatives, the largest elasticity first.

        Columns: "input" (path), "input_value" in "input_unit", "derivative" in the result's "unit" per "input_unit",
        "elasticity" (per cent per per cent). Empty where the result is not assessed.
        """
        table: Table = _core.gradient(self._query(), of)[0]
        return table

    def __repr__(self) -> str:
        more = (f".what_if({self._what_if!r})" if self._what_if else "") + "".join(
            f".set({path!r}, {value!r})" for path, value in self._changes)
        return f"<lca.Scenario {self._path}{more}>"


def load(path: str | os.PathLike[str], *, hardware_db: Sequence[str | os.PathLike[str]] = ()) -> Scenario:
    """The scenario of a YAML file. `hardware_db`: folders that add to the catalogue or override it."""
    return Scenario(os.fspath(path), hardware_db=[os.fspath(folder) for folder in hardware_db])


def loads(text: str, name: str = "<text>", *, hardware_db: Sequence[str | os.PathLike[str]] = ()) -> Scenario:
    """The scenario of a YAML text; messages call it `name`, and paths in it are relative to the working directory."""
    return Scenario(name, text, hardware_db=[os.fspath(folder) for folder in hardware_db])
