"""Drafted sections: who is quoted, how it is worded, when it happened."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from workbench.briefing.items import Chart, Heading, Item, Maker, Quote, Statement, Table, Text
from workbench.charts import unread
from workbench.charts.palette import shorten
from workbench.charts.speakers import SPOKEN
from workbench.compare import shared_words
from workbench.export.document.phrases import counted, ended, listed
from workbench.model import Device, Voice

if TYPE_CHECKING:
    from workbench.corpus import Corpus
    from workbench.model import Wording

MOST = 8
#: Sources that get a column each; with more of them they stand in one, by name.
_COLUMNS = 6
_HEAD = 26  # characters of a name above its column


def quoted(corpus: "Corpus", names: dict[str, str], told: Collection[str] = ()) -> list[Item]:
    """The speakers that most sources quote, with their words by source, and what several sources quote.

    `told` are utterances of which there was talk already.
    """
    words: dict[str, Counter[str]] = defaultdict(Counter)
    for row in corpus.rows("quotes"):
        if row["speaker"] and row["kind"] in SPOKEN:
            words[row["speaker"]][row["article_id"]] += len(row["surface"].split())
    if not words:
        return []
    ranked = sorted(words, key=lambda name: (-len(words[name]), -words[name].total(), name))
    heard = f"{counted(len(ranked), 'speaker')} named. Numbers are words between quote marks."
    unserved = unread.of(corpus.documents)  # an empty column would call them silent
    heads = {key: shorten(name, _HEAD) for key, name in names.items() if key not in unserved}
    found: list[Item] = [Text(heard, Maker.MACHINE), Chart("voices"), _speakers(words, ranked[:12], heads)]
    several = sorted(corpus.quote_groups[0], key=lambda one: -len(one.article_ids))
    spoken = {quote.quote_id: quote for quote in corpus.quote_records if quote.kind in SPOKEN}
    shared: list[Item] = []
    for one in several:
        known = [key for key in one.quote_ids if key in spoken]
        if len(one.article_ids) > 1 and known and one.utterance_id not in told and len(shared) < MOST:
            shared.append(Quote(shared_words.fullest(spoken[key] for key in known).quote_id))
    if shared:
        found += [
            Heading("Quoted alike by several sources" if told else "Quoted by several sources", 2, Maker.MACHINE),
            *shared,
        ]
    return found


def _speakers(words: dict[str, Counter[str]], ranked: list[str], names: dict[str, str]) -> Item:
    title = "Quoted words by speaker and source"
    if len(names) <= _COLUMNS:
        rows = tuple((name, *(words[name][key] or None for key in names), words[name].total()) for name in ranked)
        return Table("speakers", ("Speaker", *names.values(), "All"), rows, title)
    told = tuple(
        (name, "; ".join(f"{names[key]} {count}" for key, count in words[name].most_common()), words[name].total())
        for name in ranked
    )
    return Table("speakers", ("Speaker", "Words in each source", "All"), told, title)


def worded(corpus: "Corpus", names: dict[str, str]) -> list[Item]:
    """What each source chooses for one thing or act, and the loaded words in its own voice."""
    found: list[Item] = []
    if corpus.framing.labels:
        found.append(Chart("labels"))
    choices = _choices(corpus, names)
    if choices:
        intro = (
            "Words that sources use for one thing, or (X + Y) for one act X on one thing Y. They were found in these "
            "articles and stand in no list."
        )
        head = Heading("Chosen words", 2, Maker.MACHINE)
        found += [head, Text(intro, Maker.MACHINE), *choices[:MOST], Chart("choices")]
    loaded = _loaded(corpus, names)
    if loaded:
        intro = (
            "Words that judge, from the workbench’s word lists, in the source’s own voice: neither quoted nor "
            "reported. A few articles prove nothing in general."
        )
        found += [Heading("Loaded words", 2, Maker.MACHINE), Text(intro, Maker.MACHINE), *loaded]
    return found


def _choices(corpus: "Corpus", names: dict[str, str]) -> list[Item]:
    """A sentence for each thing or act that sources have different words for: the word, and who uses it."""
    concepts: dict[str, dict[str, dict[str, dict[str, Any]]]] = {}
    for row in corpus.rows("wording"):
        if row["device"] == Device.CHOICE.value and row["concept"]:
            word = " ".join(row["surface"].split()).casefold()
            thing = row["concept"].removesuffix(": what")
            concepts.setdefault(thing, {}).setdefault(word, {}).setdefault(row["article_id"], row)
    ranked: list[tuple[int, int, Item]] = []
    for concept, words in concepts.items():
        sources = {key for rows in words.values() for key in rows}
        if len(sources) < 2 or len(words) < 2:
            continue
        used = sorted(words.items(), key=lambda one: -len(one[1]))
        said = "; ".join(f"“{_printed(rows)}” in {listed([names[key] for key in rows])}" for _, rows in used[:6])
        cited = tuple((key, row["start"], row["end"]) for _, rows in used[:6] for key, row in rows.items())
        states = (str(row.get("decided") or "machine") for rows in words.values() for row in rows.values())
        status = next((state for state in states if state != "machine"), "machine")
        ranked.append((-len(sources), -len(words), Statement(ended(f"{concept}: {said}"), cited, status=status)))
    return [item for *_, item in sorted(ranked, key=lambda one: one[:2])]


def _printed(rows: Mapping[str, Mapping[str, Any]]) -> str:
    """The word as most of these print it: in small letters, unless all have it otherwise."""
    forms = [" ".join(row["surface"].split()) for row in rows.values()]
    return next((form for form in forms if form == form.casefold()), forms[0])


def _loaded(corpus: "Corpus", names: dict[str, str]) -> list[Item]:
    own: dict[str, list[Wording]] = defaultdict(list)
    for word in corpus.framing.wording:
        if word.device is Device.LOADED and word.voice is Voice.NARRATOR:
            own[word.passage.article_id].append(word)
    found: list[Item] = []
    for key, name in names.items():
        counts = Counter(" ".join(word.passage.surface.split()).casefold() for word in own[key])
        if counts:
            said = ", ".join(f"“{word}”{f' ({n} times)' if n > 1 else ''}" for word, n in counts.most_common(8))
            cited = tuple((key, word.passage.start, word.passage.end) for word in own[key][:6])
            found.append(Statement(f"{name}: {said}.", cited))
    return found


def dated(corpus: "Corpus", names: dict[str, str]) -> list[Item]:
    """Where sources differ on a date, and the timeline."""
    timeline = corpus.framing.timeline
    if not timeline:
        return []
    differing = [one for one in timeline if one.differs]
    shared = sum(len(one.article_ids) > 1 for one in timeline)
    many = f"{shared:,}" if shared else "none"
    several = f", {many} of them by two or more sources" if len(names) > 1 else ""
    said = f"{counted(len(timeline), 'event is', 'events are')} dated{several}; days that are named by their distance "
    said += "(“on Monday”, “last year”) are counted from the day of the article."
    said += " No event is dated differently by two sources." if shared and not differing else ""
    found: list[Item] = [Text(said, Maker.MACHINE)]
    for one in differing[:MOST]:
        told = listed([names[key] for key in one.article_ids if key in names], 6)
        cited = tuple((d.passage.article_id, d.passage.start, d.passage.end) for d in one.dates)
        found.append(Statement(ended(f"{one.label.rstrip('.')} ({told}): {one.differs}"), cited))
    return [*found, Chart("timeline")]


def shared_text(corpus: "Corpus", names: dict[str, str]) -> Iterator[Item]:
    """Text outside quotes that two sources share word for word."""
    copies = {one.article_id for one in corpus.documents if one.duplicate_of}  # what a copy shares is said of it
    known = set(names) - copies
    pairs = [one for one in corpus.framing.reuse if not one.near and {one.a.article_id, one.b.article_id} <= known]
    if not pairs:
        return
    yield Heading("The same words in two sources, outside quotes", 2, Maker.MACHINE)
    for one in pairs[:MOST]:
        cited = tuple((passage.article_id, passage.start, passage.end) for passage in (one.a, one.b))
        both = f"{names[one.a.article_id]} and {names[one.b.article_id]}"
        words = " ".join(one.a.surface.split())
        words = words if len(words) <= 160 else f"{words[:160].rsplit(' ', 1)[0]} …"
        yield Statement(f"{both} share {one.tokens:,} words: “{words}”.", cited)
    if len(pairs) > MOST:
        yield Text(f"… and {len(pairs) - MOST:,} more in the table reuse.", Maker.MACHINE)
