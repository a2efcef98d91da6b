"""Answers about one scenario or several: what the command writes as JSON, with names."""

from __future__ import annotations

import json
from html import escape
from typing import Any, Iterator, Mapping, Sequence, overload

from lca._core import measures
from lca.faults import Notice, RawFault, places

#: Of each measure of a result: the key in JSON, what people call it, the unit.
_MEASURES = tuple((key, name[:1].upper() + name[1:], unit) for key, name, unit in measures())


def _number(value: float | None) -> str:
    return "not assessed" if value is None else f"{value:,.4g}"


class _Measured:
    """A figure of a result, under the key in JSON that is the attribute's own name."""

    def __set_name__(self, owner: type[Impacts], name: str) -> None:
        self._key = name

    @overload
    def __get__(self, result: None, owner: type[Impacts]) -> _Measured: ...
    @overload
    def __get__(self, result: Impacts, owner: type[Impacts]) -> float | None: ...
    def __get__(self, result: Impacts | None, owner: type[Impacts]) -> _Measured | float | None:
        return self if result is None else result._of(self._key)


class Impacts:
    """The impacts of one result. ``None``: not assessed (never 0).

    `gwp_kgco2e` is climate change in kgCO2e, `energy_kwh` electricity in kWh, `water_l` water in litres, `adpe_kgsbe`
    abiotic depletion in kg Sb-eq, `primary_energy_mj` primary energy in MJ, `gwp_market_kgco2e` climate change as
    contracts claim it, in kgCO2e.
    """

    __slots__ = ("_members", "name")

    # One for each row of the table of measures; a test compares the two.
    gwp_kgco2e = _Measured()
    water_l = _Measured()
    adpe_kgsbe = _Measured()
    primary_energy_mj = _Measured()
    energy_kwh = _Measured()
    gwp_market_kgco2e = _Measured()

    def __init__(self, name: str, members: Mapping[str, Any]) -> None:
        self.name = name
        self._members = members

    def _of(self, key: str) -> float | None:
        value = self._members.get(key)
        return None if value is None else float(value)

    @property
    def why_not(self) -> Mapping[str, str]:
        """Why figures are not assessed, by key, where the answer gives a reason."""
        found: Mapping[str, str] = self._members.get("why_not", {})
        return dict(found)

    def to_dict(self) -> dict[str, Any]:
        """The impacts as the JSON of the command has them."""
        return dict(self._members)

    def __repr__(self) -> str:
        known = ", ".join(f"{key}={self._of(key)!r}" for key, _, _ in _MEASURES if key in self._members)
        return f"Impacts({self.name!r}, {known})"


class Figure:
    """A figure that a file asks for under `outputs`: `value` (``None``: not assessed) in `unit` ("": a bare number)."""

    __slots__ = ("name", "unit", "value")

    def __init__(self, name: str, value: float | None, unit: str) -> None:
        self.name, self.value, self.unit = name, value, unit

    def __repr__(self) -> str:
        return f"Figure({self.name!r}, {self.value!r}, {self.unit!r})"


class _Answer:
    """The JSON of an answer, and the warnings of the run."""

    def __init__(self, text: str, warnings: Sequence[RawFault]) -> None:
        self._json = text
        self._read: dict[str, Any] | None = None
        #: Warnings of the run, by file and line.
        self.warnings: tuple[Notice, ...] = places(warnings)

    def _dict(self) -> dict[str, Any]:
        if self._read is None:
            self._read = json.loads(self._json)
        return self._read

    def to_json(self) -> str:
        """The very text that the command prints with ``--format json``."""
        return self._json

    def to_dict(self) -> dict[str, Any]:
        """The same as a dict, a new one each time."""
        made: dict[str, Any] = json.loads(self._json)
        return made


class Evaluation(_Answer):
    """What a scenario emits: results by the names of ``lca evaluate``.

    ``evaluation["total"].gwp_kgco2e`` is a number or ``None``; ``evaluation.outputs["break_even"].value`` is a figure
    that the file asks for. Iterating gives the names of results.
    """

    @property
    def title(self) -> str:
        """The title of the scenario."""
        return str(self._dict()["title"])

    def __getitem__(self, name: str) -> Impacts:
        """The impacts of a result, "total" or "training.embodied". Raises KeyError where there is none of that name."""
        return Impacts(name, self._dict()["results"][name])

    def __iter__(self) -> Iterator[str]:
        return iter(self._dict()["results"])

    def __len__(self) -> int:
        return len(self._dict()["results"])

    def __contains__(self, name: object) -> bool:
        return name in self._dict()["results"]

    @property
    def outputs(self) -> dict[str, Figure]:
        """The figures that the file asks for under `outputs`."""
        found = self._dict().get("outputs", {})
        return {name: Figure(name, one["value"], one["unit"]) for name, one in found.items()}

    @property
    def gaps(self) -> list[Any]:
        """What is not assessed, as the JSON of the command lists it."""
        return list(self._dict().get("gaps", []))

    def _repr_html_(self) -> str:
        """A card for notebooks: total and phases, what is not assessed in words. All text of the file is escaped."""
        results = self._dict()["results"]
        rows = [name for name in ("total", "embodied", "idle", "dynamic") if name in results]
        shown = [one for one in _MEASURES if any(results[row].get(one[0]) is not None for row in rows)]
        head = "".join(f"<th>{escape(title)} [{escape(unit)}]</th>" for _, title, unit in shown)
        body = "".join(
            f"<tr><th>{escape(row)}</th>"
            + "".join(f"<td>{escape(_number(results[row].get(key)))}</td>" for key, _, _ in shown) + "</tr>"
            for row in rows)
        gaps = len(self._dict().get("gaps", []))
        note = f"<p>{gaps} part{'s' if gaps != 1 else ''} not assessed: see <code>.gaps</code></p>" if gaps else ""
        return f"<table><caption>{escape(self.title)}</caption><tr><th></th>{head}</tr>{body}</table>{note}"

    def __repr__(self) -> str:
        total = Impacts("total", self._dict()["results"].get("total", {})).gwp_kgco2e
        return f"<lca.Evaluation {self.title!r}: {_number(total)}{' kgCO2e' if total is not None else ''}>"


class Comparison(_Answer):
    """Variants or files side by side: the first is what the others are compared with.

    `to_dict()` is the JSON of ``lca compare``: totals, differences with their intervals, and which change made how much
    of each (Shapley values).
    """

    def __repr__(self) -> str:
        return f"<lca.Comparison of {self._dict().get('title', '')!r}>"
