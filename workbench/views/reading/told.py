"""The sentence above the columns: in which sources the active passage is followed, and which have none of it."""

from collections.abc import Mapping, Sequence

from workbench.charts.palette import cut
from workbench.views.reading.marks import Link

#: How each layer's things stand in a source, and what a source does that has none of them.
_SAID: Mapping[str, tuple[str, str, str]] = {
    "figures": ("is given in", "does not say it", "do not say it"),
    "quotes": ("is quoted in", "does not have it", "do not have it"),
    "names": ("is named in", "does not name it", "do not name it"),
    "claims": ("is told in", "does not say it", "do not say it"),
    "labels": ("stands in", "has nothing of it", "have nothing of it"),
    "words": ("is used in", "does not use it", "do not use it"),
    "dates": ("is dated in", "does not have it", "do not have it"),
    "reuse": ("stands in", "does not have it", "do not have it"),
}
_OTHER = ("is followed in", "has no counterpart", "have no counterpart")
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
#: Sources named at most; of more, how many there are.
_NAMED = 5
NONE = {one: words[1] for one, words in _SAID.items()} | {"": _OTHER[1]}


def sentence(link: Link, names: Mapping[str, str], silent: Sequence[str]) -> str:
    """In how many sources `link` is, and which of the `silent` ones (article_ids) do not have it.

    >>> from workbench.model import Passage
    >>> link = Link("figure:1", "figures", "300 aboard", (Passage("a", 0, 3, "300"), Passage("b", 4, 7, "300")))
    >>> sentence(link, {"a": "Post", "b": "Herald", "c": "Channel 5", "d": "wire"}, ["c", "d"])
    '“300 aboard” is given in two sources. Channel 5 and wire do not say it.'
    """
    has, one, many = _SAID.get(link.layer, _OTHER)
    having = list(link.by_article)
    where = f"{names[having[0]]} alone" if len(having) == 1 else f"{number(len(having))} sources"
    words = cut(" ".join(link.name.split()), 110)
    said = f"“{words}” {has} {where}."
    if not silent:
        return f"{said} No source is without it." if len(having) > 1 else said
    return f"{said} {listed([names[key] for key in silent])} {one if len(silent) == 1 else many}."


def number(count: int) -> str:
    """A number in words, up to ten."""
    return _NUMBERS[count] if count < len(_NUMBERS) else f"{count:,}"


def listed(words: Sequence[str]) -> str:
    """The words with "and"; of many, the first and how many more.

    >>> listed(["A", "B", "C"]), listed(list("ABCDEFGH"))
    ('A, B and C', 'A, B, C, D and 4 more')
    """
    if len(words) > _NAMED:
        return f"{', '.join(words[: _NAMED - 1])} and {len(words) - _NAMED + 1} more"
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)


def note(link: Link, article_id: str) -> str:
    """What a column says of the active passage: how many places it has, or that it has none."""
    places = link.by_article.get(article_id, ())
    if places:
        return "1 place" if len(places) == 1 else f"{len(places)} places"
    return NONE.get(link.layer, NONE[""])
