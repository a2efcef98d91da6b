"""Embodied, idle and dynamic emissions of AI systems: the analyses of the command ``lca``, for notebooks.

    >>> import lca
    >>> training = lca.load("training.yaml")
    >>> training.evaluate()["total"].gwp_kgco2e
    50532.45087665497

Numbers are those of the command to the last bit. Impacts are in the units that their names say (``gwp_kgco2e``:
kgCO2e, ``energy_kwh``: kWh, ``water_l``: litre, ``adpe_kgsbe``: kg Sb-eq, ``primary_energy_mj``: MJ); what is not
assessed is ``None``, never 0. Errors of a file are a :class:`Fault` with file, line and column.
"""

from lca import catalogue
from lca._core import version as __version__
from lca.answers import Comparison, Evaluation, Figure, Impacts
from lca.faults import Fault, FaultPlace, Notice
from lca.jobs import fleet
from lca.samples import Column, Samples
from lca.scenario import Scenario, Table, load, loads

__all__ = [
    "Column", "Comparison", "Evaluation", "Fault", "FaultPlace", "Figure", "Impacts", "Notice", "Samples", "Scenario",
    "Table", "__version__", "catalogue", "fleet", "load", "loads",
]
