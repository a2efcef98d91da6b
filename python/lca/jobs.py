"""One scenario for each row of a table: of jobs, of machines, of experiments."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, Iterable, Mapping, Protocol, Union

import numpy

from lca import _core
from lca.faults import Fault, FaultPlace
from lca.scenario import Scenario, Table, load

if TYPE_CHECKING:
    from numpy import float64
    from numpy.typing import NDArray

__all__ = ["fleet"]


class _Frame(Protocol):
    """What a DataFrame of pandas or polars has."""

    @property
    def columns(self) -> Iterable[Any]: ...

    def __getitem__(self, name: Any, /) -> Any: ...


Columns = Union[Mapping[str, Any], _Frame]


def _names(columns: Columns) -> list[str]:
    names = list(columns if isinstance(columns, Mapping) else columns.columns)
    for name in names:
        if not isinstance(name, str):
            raise TypeError(f"the heading {name!r} is not a text")
    return names


def _bare(heading: str) -> str:
    """A heading without its unit: "energy" of "energy [kWh]"."""
    begin = heading.rfind("[")
    return heading[:begin].strip() if begin > 0 and heading.rstrip().endswith("]") else heading.strip()


def _cell(value: Any) -> str:
    if value is None or str(value) in ("nan", "NaT", "<NA>"):
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value.isoformat()) if hasattr(value, "isoformat") else str(value)


def _cells(heading: str, values: Any) -> NDArray[float64] | list[str]:
    """Numbers where the column holds numbers, else texts as a file would have them."""
    array = numpy.asarray(values)
    if array.ndim != 1:
        raise ValueError(f"the column {heading!r} has {array.ndim} dimensions: expected 1")
    kind = array.dtype.kind
    if kind == "f" or (kind in "iu" and (not array.size or -2**53 < int(array.min()) <= int(array.max()) < 2**53)):
        return numpy.ascontiguousarray(array, dtype=numpy.float64)
    if kind == "M":
        seconds = array.astype("datetime64[s]")
        return ["" if numpy.isnat(one) else str(one) for one in (seconds if ((seconds == array) | numpy.isnat(array)).all() else array)]
    return [_cell(one) for one in array.tolist()]


def _located(fault: Fault, names: list[str]) -> Fault:
    """The same, with the rows and columns of a table that has no lines."""

    def place(one: FaultPlace) -> FaultPlace:
        if one.file != "<table>" or one.line < 2:
            return one
        return one._replace(row=one.line - 2, heading=names[one.column - 1] if one.column else None)

    faults = [place(one) for one in fault.faults]
    return Fault(faults, "\n".join(map(str, faults)) if any(one.row is not None for one in faults) else fault.text)


def fleet(template: Scenario | str | os.PathLike[str], columns: Columns, map: Mapping[str, str] | None = None, *,
          of: str | Iterable[str] = "total", id: str = "", by: str | Iterable[str] = (), cluster: str = "", shard: str = "",
          strict: bool = False) -> Table:
    """The results `of` of a template for each row of a table, as ``lca fleet``.

    `template`: a scenario, or the path of its file; `columns`: a DataFrame, or columns of one length by name. `map` says
    at which path of the template a column gives the value, and the unit of its bare numbers: ``{"energy":
    "activities.job.dynamic.energy [kWh]"}``. The unit may stand in the heading instead, ``"energy [kWh]"``, not in both.
    Without `map` every column is called by its path, ``"activities.job.dynamic.energy [kWh]"``, but for those that `id`
    and `by` name. A column of texts gives regions, hardware, or quantities with a unit ("12 kWh"). A missing value (None,
    NaN, NaT) is never 0: the row has no results then.

    The answer has one row for each row: "row" (from 1) or the column `id`, each result in its unit ("total [kgCO2e]"; NaN:
    not assessed), "gaps" and "why_not", which says what a result does not count and why a row has none. `by` sums rows
    that are equal in these columns ("user", "start:month"). Of a DataFrame: ``df.join(pandas.DataFrame(answer,
    index=df.index))``.

    `cluster` is the path of a system of the template that states `period` and `idle`, such as "systems.cluster", and that
    all rows share: its idle energy and embodied impact are divided among them, and a last row, whose id is
    "unallocated", has what no row carries (the column "row" holds texts then). `shard`, "I/N", asks for part I of the rows,
    from 1 to N; the parts put together in order are the whole table. With both, shares are those of all rows, and the last
    part has the row "unallocated".

    Raises :class:`lca.Fault` where the template, a column or a unit is wrong, where no row has results, and, if `strict`,
    where one has none; of a cell its ``row`` (position, from 0) and ``heading``. Raises ValueError for columns of
    different lengths. Ctrl-C ends it between blocks of rows.
    """
    names = _names(columns)
    scenario = template if isinstance(template, Scenario) else load(template)
    keys = [by] if isinstance(by, str) else list(by)
    others = {id.casefold(), *(key.removesuffix(":month").casefold() for key in keys)}
    if map is None:
        map = {name: _bare(name) for name in names if _bare(name).casefold() not in others}
    wanted = others | {_bare(name).casefold() for name in map}
    made: list[tuple[str, NDArray[float64] | list[str]]] = [
        (name, _cells(name, columns[name]) if _bare(name).casefold() in wanted else []) for name in names]
    lengths = {name: len(cells) for name, cells in made if _bare(name).casefold() in wanted}
    if len(set(lengths.values())) > 1:
        raise ValueError(f"columns of different lengths: {lengths}")
    try:
        table: Table = _core.fleet(scenario._query(), made, [(_bare(name), target) for name, target in map.items()],
                                   [of] if isinstance(of, str) else list(of), id, keys, cluster, shard, strict)[0]
    except Fault as fault:
        raise _located(fault, names) from None
    return table
