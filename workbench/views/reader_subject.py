"""What is followed in the reader, as something to decide on and to pick; and where it stands, in words."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from workbench.briefing import items
from workbench.charts.palette import cut
from workbench.citing import place
from workbench.model import Passage
from workbench.views import subject_groups
from workbench.views.reading.marks import Link, Mark
from workbench.views.subject import Subject

if TYPE_CHECKING:
    from workbench.corpus import Corpus
    from workbench.views.reader import Reader

_LONGEST = 90


def of(reader: "Reader") -> Subject | None:
    """The thing that is followed, with the marks at the place from which it is as its parts, and all its passages."""
    link = reader.followed
    if link is None:
        return None
    spot = reader.state.at
    own = [mark for mark in (reader.linked.at(*spot) if spot else ()) if mark.link == link.link_id]
    if not own:
        own = [mark for mark in reader.linked.marks if mark.link == link.link_id][:1]
    passages = reader.subjects.reading(link.passages)
    whole = _whole(reader, link)
    if whole is not None:
        part = _single(reader, own[0]) if own else None
        parts = tuple(dict.fromkeys(one for one in (part, *whole.parts) if one is not None))
        return Subject(whole.name, whole.layer, whole.key, whole.fields, passages, whole.items, parts)
    single = _single(reader, own[0]) if own else None
    if single is not None:
        return Subject(single.name, single.layer, single.key, single.fields, passages, single.items)
    name = cut(" ".join(link.name.split()), _LONGEST)
    picked = tuple(subject_groups.where(some[0]) for some in link.by_article.values())
    told = "; ".join(f"{reader.sources.names[key]}: {_words(some[0])}" for key, some in link.by_article.items())
    return Subject(name, passages=passages, items=(items.Statement(f"{told}.", picked),))


def _whole(reader: "Reader", link: Link) -> Subject | None:
    """The quantity, the utterance, the claim that a link is."""
    sort, _, key = link.link_id.partition(":")
    if sort == "figure":
        return subject_groups.quantity(reader.subjects, key)
    if sort == "utterance":
        said = {one.utterance_id: one for one in reader.corpus.quote_groups[0]}
        return subject_groups.utterance(reader.subjects, said[key]) if key in said else None
    if sort == "claim":
        told = {one.claim_id: one for one in reader.corpus.framing.claims}
        return subject_groups.claim(reader.subjects, told[key]) if key in told else None
    return None


def _single(reader: "Reader", mark: Mark) -> Subject | None:
    """What one mark is."""
    subjects, corpus = reader.subjects, reader.corpus
    if mark.layer == "figures":
        return subjects.figure(mark.key)
    if mark.layer == "quotes":
        return subjects.quote(mark.key)
    if mark.layer == "names":
        return next((subjects.mention(one) for one in corpus.naming.mentions if one.passage == mark.passage), None)
    if mark.layer == "labels":
        return next((subjects.label(one) for one in corpus.framing.labels if one.passage == mark.passage), None)
    if mark.layer == "words":
        return next((subjects.wording(one) for one in corpus.framing.wording if one.passage == mark.passage), None)
    return None


def places(corpus: "Corpus", link: Link, names: Mapping[str, str]) -> Iterator[str]:
    """Where each source has it: name, paragraph, words."""
    for key, some in link.by_article.items():
        number = corpus.document(key).paragraph_at(some[0].start)
        more = f" (and {len(some) - 1} more)" if len(some) > 1 else ""
        yield f"{names[key]} ¶{number}: {_words(some[0])}{more}"


def cited(corpus: "Corpus", link: Link, names: Mapping[str, str]) -> str:
    """What is followed in plain text, with the citation of its first passage in each source."""
    lines = [f"{cut(' '.join(link.name.split()), _LONGEST)}:"]
    for key, some in link.by_article.items():
        one = some[0]
        lines.append(f"{names[key]}: {_words(one)} [{place.citation(corpus.document(key), one.start, one.end)}]")
    return "\n".join(lines)


def _words(passage: Passage) -> str:
    return f"“{cut(' '.join(passage.surface.split()), _LONGEST)}”"
