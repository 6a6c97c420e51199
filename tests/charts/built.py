"""Corpora built by hand for the tests of charts and exports: no reading, no parse, any number of sources."""

import hashlib

from workbench.corpus import Corpus
from workbench.model import Article, Block, Bound, Fact, Figure, FigureKind, Measure, Problem, Quote, QuoteKind, Role
from workbench.tables import rows as to_rows
from workbench.tables.schemas import SCHEMAS

NAMES = [
    "The Morning Chronicle",
    "Кронштадтский вестник и ведомости порта",
    "a_very_long_file_stem_2024-11-02_final_version_b",
    "Reuters",
    "Reuters",
    "Neue Allgemeine Nachrichten für Stadt und Land",
    "El Día",
    "x",
    "Ναυτιλιακή",
    "003_7df2e0f2d1cf324f",
    "Harbour & Coast <Weekly>",
    "Daily $5 News of $10",
]

MEASURES = [
    ("more than 40", "40", Measure(40, 40, None, bound=Bound.ABOVE)),
    ("52", "52", Measure(52, 52, 52, bound=Bound.EXACT)),
    ("about fifty", "fifty", Measure(50, None, None, approximate=True, bound=Bound.ABOUT)),
    ("45 to 60", "45 to 60", Measure(None, 45, 60)),
    ("dozens", "Dozens", Measure(None, 24, None)),
    ("several", "Several", Measure(None, None, None)),
    ("fewer than 70", "70", Measure(70, None, 70, bound=Bound.BELOW)),
    ("52", "52", Measure(52, 52, 52, bound=Bound.EXACT)),
]


def article(at: int, name: str, extra: str = "") -> Article:
    """An article on a storm: a headline, three sentences, a caption, a label."""
    said, _, _ = MEASURES[at % len(MEASURES)]
    parts = [
        (f"Storm floods harbour {at}{extra}\n", Role.HEADLINE),
        (
            f"The storm left {said} boats adrift, the council said. “We have never seen water this high,” "
            f"said Ana Petrova. Officials spoke of “a bad night”. {'The night was long. ' * (3 + 5 * at % 37)}\n",
            Role.BODY,
        ),
        ("A boat on the quay\n", Role.CAPTION),
        ("Share this page\n", Role.FURNITURE),
    ]
    text, blocks = "", []
    for surface, role in parts:
        blocks.append(Block(len(text), len(text) + len(surface), role))
        text += surface
    return Article(
        article_id=f"doc{at:02d}",
        text=text,
        blocks=tuple(blocks),
        path=f"articles/doc{at:02d}.txt",
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        encoding="utf-8",
        headline=parts[0][0].strip(),
        source=Fact(name, "sources.csv"),
        published=Fact("2024-11-02", "sources.csv") if at % 2 else None,
        language="en",
    )


def figures(of: Article, at: int) -> list[Figure]:
    """The boats that the article counts, and a depth that every other one gives."""
    said, surface, measure = MEASURES[at % len(MEASURES)]
    start = of.text.index(said) + said.lower().index(surface.lower())
    kind = FigureKind.VAGUE if surface in {"Dozens", "Several"} else FigureKind.COUNT
    return [Figure(of.passage(start, start + len(surface)), kind, measure, counted="boats", speaker="the council")]


def quotes(of: Article, at: int) -> list[Quote]:
    """What Ana Petrova says, and what nobody is named for."""
    made = []
    for words, speaker in (("We have never seen water this high,", "Ana Petrova"), ("a bad night", None)):
        start = of.text.index(words)
        kind = QuoteKind.DIRECT if speaker else QuoteKind.PARTIAL
        passage = of.passage(start, start + len(words))
        made.append(Quote(passage, kind, f"{of.article_id}:{start}", speaker, cue="said" if speaker else None))
    if at % 4 == 3:
        start = of.text.index("Share this page")
        made.append(Quote(of.passage(start, start + 5), QuoteKind.PARTIAL, f"{of.article_id}:n", f"Neighbour {at}"))
    return made


class Built(Corpus):
    """A corpus whose figures and quotes are set by hand; what is compared is empty unless it is given."""

    given: dict[str, list[dict]]

    def rows(self, name):
        """The rows of the table `name`."""
        if name in {"articles", "problems", "blocks"}:
            return super().rows(name)
        return to_rows.complete(self.given.get(name, []), SCHEMAS[name].names)


def corpus(sources: int, *, extra: str = "", problems: tuple[Problem, ...] = ()) -> Built:
    """A corpus of so many sources."""
    names = [NAMES[at % len(NAMES)] + ("" if at < len(NAMES) else f" {at}") for at in range(sources)]
    articles = [article(at, name, extra) for at, name in enumerate(names)]
    made = Built(articles, problems)
    made.given = {
        "figures": to_rows.figures(one for at, of in enumerate(articles) for one in figures(of, at)),
        "quotes": to_rows.quotes(one for at, of in enumerate(articles) for one in quotes(of, at)),
    }
    return made
