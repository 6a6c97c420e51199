"""Questions about who is meant: one person spelt in two ways, a surname never introduced, an official never named."""

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from functools import cache

from workbench.compare.asking import Material, ask, first_each, words
from workbench.compare.namekeys import likeness
from workbench.compare.personal import read
from workbench.extract.wordlists import person_words
from workbench.lexicons import lexicon
from workbench.model import (
    PROSE,
    Article,
    Check,
    CheckKind,
    LabelKind,
    Mention,
    NameKind,
    Passage,
    Quote,
    QuoteKind,
    Severity,
)

_SHORT = 2  # letters; shorter parts are initials
_ALIKE = 0.5  # of their sounds
_NEVER_NAMED = frozenset({"source", "sources", "insider", "authority", "authorities", "police"})  # or known to all
_TELLING = frozenset({LabelKind.TITLE, LabelKind.ROLE})
_MET_IN = 1  # articles in which a person is named by surname alone; more, and the person needs no introduction


def find(material: Material) -> Iterator[Check]:
    """A question for each person whose name articles spell differently, or one of them gives by the surname alone,
    and for each official of whom an article speaks as if it had said which one.
    """
    articles = {one.article.article_id: one.article for one in material.parsed}
    of: dict[str, list[Mention]] = defaultdict(list)
    for some in material.mentions.values():
        for mention in some:
            if mention.kind is NameKind.PERSON and mention.passage.article_id in articles:
                of[mention.entity_id].append(mention)
    told = {(label.entity_id, label.passage.article_id) for label in material.labels if label.kind in _TELLING}
    for entity_id in sorted(of):
        yield from _spelt(of[entity_id])
        yield from _unintroduced(of[entity_id], articles, told)
    for article_id in sorted(articles):
        yield from _unnamed(articles[article_id], material.quotes.get(article_id, ()))


def _spelt(mentions: Sequence[Mention]) -> Iterator[Check]:
    """One family name in two spellings of the Latin script."""
    forms: dict[str, list[Passage]] = defaultdict(list)
    given = {read(mention.passage.surface).given for mention in mentions}
    for mention in mentions:
        surface = mention.passage.surface
        name = read(surface)
        if len(name.family) > _SHORT and surface[:1].isalpha() and _is_latin(surface) and name.family not in given:
            forms[name.family].append(mention.passage)
    first = min(forms, key=lambda family: (-len(forms[family]), family), default="")
    forms = {family: some for family, some in forms.items() if family == first or _is_spelling(first, family)}
    if len(forms) < 2:
        return
    passages = [each for some in forms.values() for each in first_each(_fullest(some))]
    shown = " / ".join(
        words(min(_fullest(some), key=lambda one: (one.article_id, one.start))) for some in forms.values()
    )
    severity = Severity.WARNING if _is_slip(list(forms)) else Severity.NOTICE
    message = f"One person, spelt {shown}: which spelling is right?"
    yield ask(CheckKind.NAME, "spelt", message, passages, severity=severity)


def _is_latin(surface: str) -> bool:
    return all(letter < "\u0250" for letter in surface if letter.isalpha())


def _is_spelling(one: str, two: str) -> bool:
    """Whether two family names are one in two spellings; Lopez and Lopez-Vega are two forms."""
    return one not in two and two not in one and likeness(one, two) >= _ALIKE


def _is_slip(families: Sequence[str]) -> bool:
    """Whether names differ by a letter left out, as slips do and conventions of other alphabets do not."""
    short, long = sorted(families, key=len)[:2]
    return len(long) - len(short) == 1 and any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


def _fullest(passages: Sequence[Passage]) -> list[Passage]:
    """The passages with a first name, where there are such."""
    full = [one for one in passages if read(one.surface).given]
    return full or list(passages)


def _unintroduced(
    mentions: Sequence[Mention], articles: dict[str, Article], told_by: Set[tuple[str | None, str]]
) -> Iterator[Check]:
    """A person whom one article gives by surname alone, without a title, and others by the full name.

    `told_by` are the persons of whom an article says what they are: the governor.
    """
    full = [one.passage for one in mentions if read(one.passage.surface).given]
    named = {one.article_id for one in full}
    bare: dict[str, list[Passage]] = defaultdict(list)
    for mention in mentions:
        if mention.passage.article_id not in named and (mention.entity_id, mention.passage.article_id) not in told_by:
            bare[mention.passage.article_id].append(mention.passage)
    if not full or not 0 < len(bare) <= _MET_IN:
        return
    for article_id, passages in bare.items():
        article = articles[article_id]
        if all(article.block_at(one.start).role in PROSE and not _is_titled(article, one) for one in passages):
            first, told = min(passages, key=lambda one: one.start), first_each(full)
            known = f"{words(told[0])} in {articles[told[0].article_id].name}"
            message = f"{article.name} never says who {words(first)} is ({known}): is something left out?"
            yield ask(CheckKind.NAME, "unintroduced", message, [first, *told])


def _is_titled(article: Article, passage: Passage) -> bool:
    before = article.text[max(0, passage.start - 40) : passage.start].split()
    return bool(before) and before[-1].strip(".,").casefold() in person_words()


def _unnamed(article: Article, quotes: Sequence[Quote]) -> Iterator[Check]:
    """The official who speaks before anybody so called was mentioned."""
    text = article.text.casefold()
    speaking: dict[str, list[Passage]] = defaultdict(list)
    for quote in quotes:
        at = quote.speaker_at
        if at is None or quote.speaker_id is not None or quote.kind is QuoteKind.EMBED:
            continue
        said = at.surface.split()
        noun = said[-1].casefold() if said else ""
        if len(said) > 1 and said[0].casefold() == "the" and noun in _speaking_for_others() - _NEVER_NAMED:
            speaking[noun].append(at)
    for noun, passages in speaking.items():
        first = min(passages, key=lambda one: one.start)
        begins = min((block.start for block in article.blocks if block.role in PROSE), default=0)
        if noun not in text[begins : first.start] and len(noun) > _SHORT:
            message = f"{article.name} speaks of {words(first)} without having said which one: who is it?"
            yield ask(CheckKind.NAME, "unnamed", message, passages)


@cache
def _speaking_for_others() -> frozenset[str]:
    """Roles of those who speak for a body and go unnamed: official, spokeswoman, source."""
    entries = [entry for entry in lexicon("roles").entries if not entry.more.get("stands_in", True)]
    return frozenset(word for entry in entries for word in entry.pattern.split("|"))
