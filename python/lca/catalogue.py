"""The catalogue as tables: a dict of columns, one row per entry. Each entry names its source."""

from __future__ import annotations

from typing import Sequence

from lca import _core
from lca.scenario import Table

__all__ = ["accelerators", "grids", "hardware", "show"]


def hardware(words: str = "", *, hardware_db: Sequence[str] = ()) -> Table:
    """Hardware whose id, name, kind or aliases contain all `words`; without words all hardware.

    Columns: "id", "kind", "name", "year", "source", "aliases". Raises :class:`lca.Fault` where nothing is found.
    """
    table: Table = _core.hardware(words, list(hardware_db))
    return table


def accelerators(*, hardware_db: Sequence[str] = ()) -> Table:
    """The accelerators (GPUs, TPUs and the like), with the columns of :func:`hardware`."""
    return _of_kind(hardware(hardware_db=hardware_db), "accelerator")


def show(*ids: str, hardware_db: Sequence[str] = ()) -> Table:
    """Every figure of some hardware by id or alias, one row each, as ``lca hardware show --format csv``.

    Columns: "id", "path" ("power.max"), "value" as written with its unit ("700 W"), "uncertainty", "status", "note",
    "source", "licence", "year", "place". Raises :class:`lca.Fault` for an unknown id, ValueError without ids.
    """
    if not ids:
        raise ValueError("name at least one id, such as 'nvidia-h100-sxm'")
    table: Table = _core.show(list(ids), list(hardware_db))
    return table


def grids(words: str = "", *, hardware_db: Sequence[str] = ()) -> Table:
    """Electricity grids, as ``lca grid list``; with `words` as ``lca grid search``."""
    table: Table = _core.grids(words, list(hardware_db))
    return table


def _of_kind(table: Table, kind: str) -> Table:
    rows = [row for row, one in enumerate(table["kind"]) if one == kind]
    return {name: [column[row] for row in rows] if isinstance(column, list) else column[rows]
            for name, column in table.items()}
