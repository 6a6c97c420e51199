"""Widgets for JupyterLab, each a frozen state and a pure rendering of it; what they show can be read in the next cell.

>>> import workbench as wb
>>> figures = wb.views.Figures(wb.load("seeds", progress=False))
>>> figures.find = "prisoners"
>>> figures.frame.sentence.str.contains("prisoners", case=False).all()
np.True_
"""

from workbench.views import companions, reading_along
from workbench.views.briefing import Briefing
from workbench.views.checks import Checks
from workbench.views.choices import Choices
from workbench.views.claims import Claims
from workbench.views.deciding import Deciding
from workbench.views.decisions import Decisions
from workbench.views.distinctive import Distinctive
from workbench.views.events import Events
from workbench.views.figures import Figures
from workbench.views.headlines import Headlines
from workbench.views.labels import Labels
from workbench.views.loaded import Loaded
from workbench.views.names import Names
from workbench.views.picking import Picking
from workbench.views.quantities import Quantities
from workbench.views.quotes import Quotes
from workbench.views.reader import Reader
from workbench.views.reuse import Origins, Shared
from workbench.views.start import Start
from workbench.views.styler import matrix_style
from workbench.views.timeline import Timeline
from workbench.views.utterances import Utterances

companions.offer(Deciding, Picking, reading_along.of)

__all__ = [
    "Briefing",
    "Checks",
    "Choices",
    "Claims",
    "Decisions",
    "Distinctive",
    "Events",
    "Figures",
    "Headlines",
    "Labels",
    "Loaded",
    "Names",
    "Origins",
    "Quantities",
    "Quotes",
    "Reader",
    "Shared",
    "Start",
    "Timeline",
    "Utterances",
    "matrix_style",
]
