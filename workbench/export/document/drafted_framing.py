"""Drafted sections: who is quoted, how it is worded, when it happened."""

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any

from workbench.briefing.items import Chart, Heading, Item, Maker, Quote, Statement, Table, Text
from workbench.charts.speakers import SPOKEN
from workbench.export.told import counted
from workbench.model import Device, Voice

if TYPE_CHECKING:
    from workbench.corpus import Corpus
    from workbench.model import Wording

MOST = 8


def quoted(corpus: "Corpus", names: dict[str, str]) -> list[Item]:
    """The speakers that most sources quote, with their words by source, and what several sources quote."""
    words: dict[str, Counter[str]] = defaultdict(Counter)
    for row in corpus.rows("quotes"):
        if row["speaker"] and row["kind"] in SPOKEN:
            words[row["speaker"]][row["article_id"]] += len(row["surface"].split())
    if not words:
        return []
    ranked = sorted(words, key=lambda name: (-len(words[name]), -words[name].total(), name))
    heard = f"{counted(len(ranked), 'speaker')} named. Numbers are words between quote marks."
    grid = Table(
        "speakers",
        ("Speaker", *names.values(), "All"),
        tuple((name, *(words[name][key] or None for key in names), words[name].total()) for name in ranked[:12]),
        "Quoted words by speaker and source",
    )
    found: list[Item] = [Text(heard, Maker.MACHINE), Chart("voices"), grid]
    several = sorted(corpus.quote_groups[0], key=lambda one: -len(one.article_ids))
    spoken = {quote.quote_id: quote for quote in corpus.quote_records if quote.kind in SPOKEN}
    shared: list[Item] = []
    for one in several:
        known = [key for key in one.quote_ids if key in spoken]
        if len(one.article_ids) > 1 and known and len(shared) < MOST:
            shared.append(Quote(max(known, key=lambda key: len(spoken[key].passage.surface))))
    if shared:
        found += [Heading("Quoted by several sources", 2, Maker.MACHINE), *shared]
    return found


def worded(corpus: "Corpus", names: dict[str, str]) -> list[Item]:
    """What each source chooses for one thing or act, and the loaded words in its own voice."""
    found: list[Item] = []
    if corpus.framing.labels:
        found.append(Chart("labels"))
    choices = _choices(corpus, names)
    if choices:
        intro = "Words that sources use for one thing or act, found in these articles."
        found += [
            Heading("Chosen words", 2, Maker.MACHINE),
            Text(intro, Maker.MACHINE),
            *choices[:MOST],
            Chart("choices"),
        ]
    loaded = _loaded(corpus, names)
    if loaded:
        intro = "Loaded words in the source’s own voice. Counts are raw; a few articles prove nothing in general."
        found += [Heading("Loaded words", 2, Maker.MACHINE), Text(intro, Maker.MACHINE), *loaded]
    return found


def _choices(corpus: "Corpus", names: dict[str, str]) -> list[Item]:
    by_concept: dict[str, dict[str, list[dict[str, Any]]]] = {}
    for row in corpus.rows("wording"):
        if row["device"] == Device.CHOICE.value and row["concept"]:
            by_concept.setdefault(row["concept"], {}).setdefault(row["article_id"], []).append(row)
    sentences: list[tuple[int, Item]] = []
    for concept, sources in by_concept.items():
        if len(sources) < 2:
            continue
        parts, cited = [], []
        for key, rows in sources.items():
            chosen = dict.fromkeys(" ".join(row["surface"].split()) for row in rows)
            parts.append(f"{names[key]}: {', '.join(f'“{word}”' for word in list(chosen)[:4])}")
            cited.append((key, rows[0]["start"], rows[0]["end"]))
        thing = concept.replace(" + ", ", ")
        sentences.append((len(sources), Statement(f"For {thing} – {'; '.join(parts)}.", tuple(cited))))
    return [item for _, item in sorted(sentences, key=lambda one: -one[0])]


def _loaded(corpus: "Corpus", names: dict[str, str]) -> list[Item]:
    own: dict[str, list[Wording]] = defaultdict(list)
    for word in corpus.framing.wording:
        if word.device is Device.LOADED and word.voice is Voice.NARRATOR:
            own[word.passage.article_id].append(word)
    found: list[Item] = []
    for key, name in names.items():
        counts = Counter(" ".join(word.passage.surface.split()).casefold() for word in own[key])
        if counts:
            said = ", ".join(
                f"“{word}”{f' {count} times' if count > 1 else ''}" for word, count in counts.most_common(8)
            )
            cited = tuple((key, word.passage.start, word.passage.end) for word in own[key][:6])
            found.append(Statement(f"{name}: {said}.", cited))
    return found


def dated(corpus: "Corpus", names: dict[str, str]) -> list[Item]:
    """Where sources differ on a date, and the timeline."""
    if not corpus.framing.timeline:
        return []
    found: list[Item] = [Chart("timeline")]
    for one in corpus.framing.timeline:
        if one.differs and len(found) <= MOST:
            told = ", ".join(names[key] for key in one.article_ids if key in names)
            cited = tuple((d.passage.article_id, d.passage.start, d.passage.end) for d in one.dates)
            found.append(Statement(f"{one.label} ({told}): {one.differs.rstrip('.')}.", cited))
    return found
