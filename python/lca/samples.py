"""Every draw of some results, as columns without copies."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Iterator, Mapping

from lca.faults import Notice, places

if TYPE_CHECKING:
    from numpy import float64
    from numpy.typing import NDArray

    from lca._core import SampledColumns


class Column:
    """The draws of one result, in `unit`, in the order of the samples: float64, shape ``(samples,)``.

    Taken by numpy (``numpy.asarray(column)``) and by whatever reads the Arrow C data interface (polars, pyarrow,
    DuckDB), in both cases without a copy.
    """

    __slots__ = ("_sampled", "_number", "name", "unit")

    def __init__(self, sampled: SampledColumns, number: int, name: str, unit: str) -> None:
        self._sampled, self._number = sampled, number
        #: The result, as `lca evaluate` names it.
        self.name = name
        #: "kgCO2e"; "" of a bare number.
        self.unit = unit

    def to_numpy(self) -> NDArray[float64]:
        """A read-only view: it keeps the draws alive. Raises LookupError where the result is not assessed."""
        view = self._sampled.view(self._number)
        if view is None:
            raise LookupError(f"{self.name} is not assessed: it has no draws")
        return view

    def __array__(self, dtype: Any = None) -> NDArray[Any]:
        view = self.to_numpy()
        return view if dtype is None else view.astype(dtype, copy=False)

    def __arrow_c_array__(self, requested_schema: object = None) -> tuple[object, object]:
        """The capsules "arrow_schema" and "arrow_array" of a float64 column. `requested_schema` is ignored, as the
        interface allows."""
        return self._sampled.arrow_column(self._number)

    def __repr__(self) -> str:
        return f"<lca.Column {self.name!r} [{self.unit}]>"


class Samples(Mapping[str, "NDArray[float64]"]):
    """Draws of results by name, each a read-only numpy view of shape ``(samples,)`` in the unit `units` says.

    The draws are those of ``lca uncertainty`` with the same seed: a figure's draw depends on the seed, its path and the
    sample's number only. `to_dict()` is that command's JSON (mean, sd, percentiles), of these very draws; percentiles
    there are of a sketch, within `percentile_relative_error`.
    """

    def __init__(self, sampled: SampledColumns) -> None:
        self._sampled = sampled
        #: The columns, by name; also those of results that are not assessed, which have no draws.
        self.columns: dict[str, Column] = {
            name: Column(sampled, number, name, unit) for number, (name, unit) in enumerate(sampled.columns())}
        #: The unit of each column: "kgCO2e".
        self.units: dict[str, str] = {name: column.unit for name, column in self.columns.items()}
        #: Warnings of the run, by file and line.
        self.warnings: tuple[Notice, ...] = places(sampled.warnings())

    def __getitem__(self, name: str) -> NDArray[float64]:
        """The draws of a result. Raises KeyError for what was not asked for, LookupError for what is not assessed."""
        return self.columns[name].to_numpy()

    def __iter__(self) -> Iterator[str]:
        return iter(self.columns)

    def __len__(self) -> int:
        return len(self.columns)

    def to_json(self) -> str:
        """The very text that ``lca uncertainty --format json`` prints."""
        return self._sampled.json()

    def to_dict(self) -> dict[str, Any]:
        """The same as a dict."""
        made: dict[str, Any] = json.loads(self._sampled.json())
        return made

    def __arrow_c_array__(self, requested_schema: object = None) -> tuple[object, object]:
        """All columns that are assessed, as one record batch; fields are called "total [kgCO2e]"."""
        return self._sampled.arrow_batch()
