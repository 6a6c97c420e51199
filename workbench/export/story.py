"""The page of the briefing pack, put together: what is told, the charts, the files."""

from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from workbench import __version__, charts
from workbench.export import agreement, framed
from workbench.export.page import document
from workbench.export.told import Told, counted, table_row
from workbench.markup import Html, join, tag

if TYPE_CHECKING:
    from workbench.corpus import Corpus

_CAPTIONS = {
    "corpus": "How much each source has to say, and how much of the file was set aside.",
    "figures": "A filled mark is an exact figure, a dotted one approximate, an arrow an open bound, a bar a range.",
    "agreement": "● several sources state it, ◐ fits what the others state, ▲ cannot be true beside it, ○ one source.",
    "quantities": "Each number on its own scale, as each source states it.",
    "coverage": "A dot is silence: the table of claims says what was looked for in vain.",
    "origins": "Only what the texts themselves show: an origin named in words, text that stands in both.",
    "labels": "Plain: the source’s own words; “…” quoted; ‹…› reported speech.",
    "choices": "Words for one thing, or (X + Y) for one act on one thing, found in these articles and in no list.",
    "distinctive": "Words outside quotes that a source uses more than the others do.",
    "timeline": "When things happened, as each source dates them; relative dates are resolved.",
    "voices": "Words between quote marks, by speaker; “not named” where the article does not say whose they are.",
}


_AGREEMENT = "What the sources agree on and where they differ"
_SIDES = ("quantities", "agreement")  # the charts of that section
_COVERAGE = ("coverage", "origins")
_WORDING = ("labels", "choices", "distinctive")
_PLACED = frozenset((*_SIDES, *_COVERAGE, *_WORDING, "timeline"))


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart for the page, once for light and once for dark."""

    light: Any
    dark: Any


def page(
    corpus: "Corpus", pictures: Mapping[str, Picture], listed: Sequence[str], failed: Mapping[str, Sequence[str]]
) -> str:
    """The whole page; `listed` are the pack's other files, `failed` the errors of notebooks."""
    told = Told(corpus)
    title = f"Briefing: {counted(len(corpus.documents), 'article')} side by side"
    sections = {
        "articles": ("Articles", told.articles()),
        "problems": ("Problems", join([told.problems(), _failed(failed)])),
        "agreement": (_AGREEMENT, join([agreement.section(told), *_pictures(pictures, _SIDES)])),
        "coverage": ("What is told where", join([framed.coverage(told), *_pictures(pictures, _COVERAGE)])),
        "wording": ("How it is worded", join([framed.wording(told), *_pictures(pictures, _WORDING)])),
        "questions": ("Questions to check", framed.questions(told)),
        "timeline": ("Timeline", join([framed.timeline(told), *_pictures(pictures, ("timeline",))])),
        "charts": ("Charts", join(_pictures(pictures, [name for name in pictures if name not in _PLACED]))),
        "figures": ("Figures", told.figures()),
        "quotes": ("Quotes", told.quotes()),
        "files": ("Files of this pack", _files(listed)),
    }
    links = tag("nav", *(tag("a", name, href=f"#{key}") for key, (name, _) in sections.items()))
    body = join(tag("section", tag("h2", name, id=key), content) for key, (name, content) in sections.items())
    foot = f"Analyst workbench {__version__}, machine reading. Versions, options and hashes: "
    footer = tag("footer", foot, tag("a", "provenance.json", href="provenance.json"), ".")
    header = tag("header", tag("h1", title), told.lead(), links)
    return document(title, join([header, body, footer]), sources=told.positions)


def _pictures(pictures: Mapping[str, Picture], names: Sequence[str]) -> list[Html]:
    return [_picture(name, pictures[name]) for name in names if name in pictures]


def _picture(name: str, picture: Picture) -> Html:
    """The chart inside the page, light or dark as the reader's screen is, light on paper."""
    dark = tag("source", srcset=_data(picture.dark), media="screen and (prefers-color-scheme: dark)")
    alt = charts.describe(picture.light)
    image = tag("img", src=_data(picture.light), alt=alt, width=round(picture.light.figure.get_figwidth() * 96))
    shown = tag("picture", Html(str(dark).removesuffix("</source>")), Html(str(image).removesuffix("</img>")))
    links = join((tag("a", form.upper(), href=f"charts/{name}.{form}") for form in ("png", "svg", "pdf")), " · ")
    return tag("figure", shown, tag("figcaption", _CAPTIONS.get(name, ""), " ", links))


def _data(chart: Any) -> str:
    return f"data:image/svg+xml;base64,{b64encode(charts.image(chart, 'svg')).decode('ascii')}"


def _files(listed: Sequence[str]) -> Html:
    folders: dict[str, list[str]] = {}
    for path in [*listed, "provenance.json"]:
        folders.setdefault(path.rpartition("/")[0] or "this folder", []).append(path)
    rows = (
        table_row(
            "td", (name, "source"), (join((tag("a", path.rpartition("/")[2], href=path) for path in paths), " · "), "")
        )
        for name, paths in folders.items()
    )
    return tag("table", tag("tbody", *rows))


def _failed(failed: Mapping[str, Sequence[str]]) -> Html:
    """Notebooks that stopped."""
    return join(
        tag("p", tag("span", f"Notebook {name}", class_="error"), f" stopped: {' '.join(errors)[:300]}")
        for name, errors in failed.items()
    )
