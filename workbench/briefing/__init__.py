"""What the analyst picks for a briefing, as plain data that names what it shows by its id.

items      headings, words, figures, quotes, claims, checks, charts, tables; and the briefing, which holds them in order
"""

from workbench.briefing.items import Briefing

__all__ = ["Briefing"]
