"""The one place that gives every source its colour, shape, hatch and label; charts and views both ask here."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from workbench.errors import OptionError

#: The hash that crawlers put at the end of a file's name: no date is that long, and none has letters.
_HASH = re.compile(r"[-_.](?=[0-9a-f]*[a-f])(?=[0-9a-f]*[0-9])[0-9a-f]{12,}$")
#: Okabe and Ito's hues in their order of difference, dark enough on white (light enough on black) to be read as text.
_HUES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "light": ("#0072b2", "#c04f00", "#007a5a", "#a3489b", "#7a6400", "#4f5963"),
        "dark": ("#56b4e9", "#f0883e", "#35c495", "#e08fd0", "#d9c24a", "#b4bcc4"),
    }
)
#: Paler hues of the same family, for areas that carry dark text (light text on the dark theme).
_TINTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "light": ("#9fd3f2", "#f6c27a", "#93dcc2", "#e6b5d2", "#efe58f", "#c9d1d8"),
        "dark": ("#1f5f86", "#8a5510", "#14694f", "#7f3d72", "#6b6217", "#4a535c"),
    }
)
_HATCHES = ("", "///", "...", "xxx", "\\\\\\", "ooo")
#: Where a name may be cut, what no name ends with, and how much of the room a name cut between words must fill.
_GAP, _HANGING, _ENOUGH = re.compile(r"[\s_]+"), " ,;:(-–—", 0.6
_MARKERS = ("o", "s", "^", "D", "v", "P", "X", "h", "p", "<", ">", "d")

THEMES = tuple(_HUES)


@dataclass(frozen=True, slots=True)
class Look:
    """How a source is told from the others: by colour, and without it by hatch and marker."""

    colour: str
    hatch: str
    marker: str


def look(position: int, theme: str = "light") -> Look:
    """The look of the source at `position` (from 0) in the corpus; six hues, then the same ones hatched.

    >>> look(0), look(6)
    (Look(colour='#0072b2', hatch='', marker='o'), Look(colour='#0072b2', hatch='///', marker='X'))
    """
    hues = _HUES[known(theme)]
    return Look(
        hues[position % len(hues)],
        _HATCHES[position // len(hues) % len(_HATCHES)],
        _MARKERS[position % len(_MARKERS)],
    )


def tint(position: int, theme: str = "light") -> tuple[str, str]:
    """Fill and hatch of the speaker (or whatever else is not a source) at `position`, from 0."""
    hues = _TINTS[known(theme)]
    return hues[position % len(hues)], _HATCHES[position // len(hues) % len(_HATCHES)]


def source_looks(article_ids: Iterable[str], theme: str = "light") -> dict[str, Look]:
    """The look of each article, in the order of the corpus."""
    return {article_id: look(at, theme) for at, article_id in enumerate(dict.fromkeys(article_ids))}


def source_colours(article_ids: Iterable[str], theme: str = "light") -> dict[str, str]:
    """The colour of each article, in the order of the corpus: the same in every chart and view.

    >>> source_colours(["000", "001"])
    {'000': '#0072b2', '001': '#c04f00'}
    """
    return {article_id: one.colour for article_id, one in source_looks(article_ids, theme).items()}


def source_labels(sources: Mapping[str, str | None], longest: int = 26) -> dict[str, str]:
    """What to call each article: its source (else its id), shortened in the middle, and no two alike.

    `sources` maps article_id to source, None where it is not known. An id loses the hash that it ends in, where what is
    left tells the articles apart.

    >>> source_labels({"a": "BBC", "b": "BBC", "c_5888520af6bb491f": None})
    {'a': 'BBC (a)', 'b': 'BBC (b)', 'c_5888520af6bb491f': 'c'}
    """
    stems = {key: _HASH.sub("", key) or key for key in sources}
    alike = _counts(stems.values())
    stems = {key: stem if alike[stem] == 1 else key for key, stem in stems.items()}
    given = {key: source for key, source in sources.items() if isinstance(source, str) and source.strip()}
    names = {key: given.get(key, stems[key]) for key in sources}
    counts = _counts(names.values())
    made: dict[str, str] = {}
    for key, name in names.items():
        if counts[name] > 1 and key in given:
            half = max(8, longest - 3 - min(len(name), longest // 2))
            label = f"{shorten(name, longest // 2)} ({shorten(stems[key], half)})"
        else:
            label = shorten(name, longest)
        made[key] = _unlike(label, made.values())
    return made


def shorten(text: str, longest: int) -> str:
    """`text` on one line, at most `longest` characters, cut in the middle: names of files differ at both ends.

    Words stay whole where enough of the text is left.

    >>> shorten("the_morning_chronicle_2024", 15), shorten("Transport Briefing International", 26)
    ('the_mor…le_2024', 'Transport…International')
    """
    text = " ".join(text.split())
    if len(text) <= longest:
        return text
    if whole := _between_words(text, longest):
        return whole
    kept = longest - 1
    return f"{text[: (kept + 1) // 2].rstrip()}…{text[len(text) - kept // 2 :].lstrip()}"


def _between_words(text: str, longest: int) -> str:
    """`text` without words in its middle, as long as may be; empty where too little of it would be left."""
    gaps = [found.span() for found in _GAP.finditer(text[: 4 * longest])]
    late = [found.end() for found in _GAP.finditer(text, max(0, len(text) - longest))]
    heads = [start for start, _ in gaps if start < longest - 2]
    made = [(head, tail) for head in heads for tail in late if head + 1 + len(text) - tail <= longest and tail > head]
    head, tail = max(made, key=lambda one: (one[0] - one[1], -abs(one[0] - (len(text) - one[1]))), default=(0, 0))
    kept = head + len(text) - tail
    return f"{text[:head].rstrip(_HANGING)}…{text[tail:]}" if made and kept >= _ENOUGH * longest else ""


def light(colour: Sequence[float]) -> bool:
    """Whether a colour, as red, green and blue from 0 to 1, is that of a light page.

    >>> light((1.0, 1.0, 1.0, 1.0)), light((0.08, 0.1, 0.12))
    (True, False)
    """
    return sum(colour[:3]) > 1.5


def cut(text: str, longest: int) -> str:
    """`text` on one line, at most `longest` characters, cut at the end: names of bodies begin with what tells.

    >>> cut("Coordination Headquarters for the Treatment", 16)
    'Coordination…'
    """
    text = " ".join(text.split())
    if len(text) <= longest:
        return text
    kept = text[: longest - 1].rstrip()
    last = kept.rfind(" ")
    return f"{kept[:last] if last > 0.7 * longest else kept}…"


def known(theme: str) -> str:
    """`theme`, if it is one.

    Raises OptionError where it is not.
    """
    if theme not in _HUES:
        raise OptionError(f"There is no theme {theme!r}; the themes are {', '.join(THEMES)}.")
    return theme


def _counts(names: Iterable[str]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for name in names:
        counts[name] = counts.get(name, 0) + 1
    return counts


def _unlike(label: str, others: Iterable[str]) -> str:
    """`label`, numbered where another article is already called so."""
    taken: Sequence[str] = list(others)
    number, made = 2, label
    while made in taken:
        made, number = f"{label} {number}", number + 1
    return made
