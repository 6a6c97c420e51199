"""Questions about on what a deed depends, and about what is first reported with doubt and then told as a fact."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from workbench.compare import deeds
from workbench.compare.asking import Material, ask, first_each, words
from workbench.compare.spelling import concept, weight
from workbench.extract.voices import Voices
from workbench.language import Parsed, Part
from workbench.model import Check, CheckKind, Passage, Role, Severity, Voice

_MARKS = frozenset({"if", "unless", "as", "once", "provided", "providing", "until"})
_TOLD = frozenset({Role.BODY, Role.STANDFIRST, Role.SUMMARY})
_COMMON = 2  # telling words that a doubted clause and a plain one share
_FAR = 14
_LARGEST = 200  # conditions of one act that are held against each other


def find(material: Material) -> Iterator[Check]:
    """A question for each act on one object that articles tie to different conditions, and for each thing that one
    article gives as reported and, in another sentence, as a fact."""
    yield from _conditions(material)
    for parsed in material.parsed:
        yield from _doubts(parsed, Voices(material.quotes.get(parsed.article.article_id, ())))


# ------------------------------------------------------------------------------------------------ conditions


def _conditions(material: Material) -> Iterator[Check]:
    tied: dict[str, list[tuple[Passage, frozenset[str]]]] = defaultdict(list)
    for parsed in material.parsed:
        for part in parsed.parts:
            for token in part.doc:
                clause = _clause(token)
                if clause is not None:
                    first, last, main = clause
                    passage = parsed.article.passage(part.span(first).start, part.span(last).end)
                    for key in _deeds_near(main, token):
                        tied[key].append((passage, _telling(part.doc[first.i : last.i + 1])))
    for key in sorted(tied):
        some = tied[key][:_LARGEST]
        articles = {passage.article_id for passage, _ in some}
        apart = [two for one, a in some for two, b in some if one.article_id != two.article_id and not a & b]
        if len(articles) > 1 and apart:
            passages = [passage for passage, _ in some]
            said = " / ".join(words(passage) for passage in first_each(passages)[:4])
            yield ask(
                CheckKind.CONTRADICTION,
                "condition",
                f"On what does it depend? {said}",
                passages,
                severity=Severity.WARNING,
            )


def _clause(token: Any) -> tuple[Any, Any, Any] | None:
    """The first and last word of a condition, and the verb or noun of what depends on it."""
    lemma = token.lemma_.lower()
    if lemma in deeds.words_of("condition") and token.dep_ not in ("mark", "amod"):
        on = next((child for child in token.children if child.lower_ in ("on", "upon")), None)
        return (token, _end(on), token) if on is not None and list(on.children) else None
    if token.dep_ in ("mark", "advmod") and token.lower_ in _MARKS and token.head.dep_ == "advcl":
        if token.lower_ == "as" and not _is_to_come(token.head.head):
            return None
        return token, _end(token.head), token.head.head
    return None


def _is_to_come(verb: Any) -> bool:
    return any(child.lower_ in ("will", "would", "shall", "can", "could") for child in verb.children)


def _end(head: Any) -> Any:
    """The last word of what hangs on a word, without the punctuation after it, and no further than a clause goes."""
    last = head.doc[min(head.right_edge.i, head.i + _FAR)]
    while last.is_punct and last.i > head.i:
        last = last.nbor(-1)
    return last


def _deeds_near(main: Any, mark: Any) -> set[str]:
    """The acts on objects in the clause that depends on a condition."""
    found = set()
    for token in main.sent:
        if (
            token.i == mark.i
            or mark.is_ancestor(token)
            or (mark.dep_ in ("mark", "advmod") and mark.head.is_ancestor(token))
        ):
            continue
        noun = deeds.object_of(token)
        if noun is not None:
            found.add(f"{deeds.kind(token.lemma_.lower())} {concept(noun.lemma_)}")
    return found


def _telling(tokens: Any) -> frozenset[str]:
    return frozenset(concept(token.lemma_) for token in tokens if token.is_alpha and weight(token.lemma_) == 1)


# ------------------------------------------------------------------------------------------------ doubts


def _doubts(parsed: Parsed, voices: Voices) -> Iterator[Check]:
    """What is reportedly so, and further down so without a doubt."""
    doubted: list[tuple[Passage, frozenset[str]]] = []
    asked: set[Passage] = set()
    for part in parsed.parts:
        if part.block.role not in _TOLD:
            continue
        for sentence in part.doc.sents:
            doubt = next((token for token in sentence if token.lower_ in deeds.words_of("doubt")), None)
            if doubt is not None:
                head = doubt.head
                last = _end(head)
                passage = parsed.article.passage(part.span(doubt).start, part.span(last).end)
                doubted.append((passage, _things(part.doc[doubt.i : last.i + 1])))
                continue
            for passage, things in doubted:
                plain = _plain(parsed, part, sentence, things, voices) if passage not in asked else None
                if plain is not None:
                    asked.add(passage)
                    message = f"{words(passage)}, then as a fact {words(plain)}: how sure is it?"
                    yield ask(CheckKind.CONTRADICTION, "doubt", message, [passage, plain])


def _plain(parsed: Parsed, part: Part, sentence: Any, things: frozenset[str], voices: Voices) -> Passage | None:
    """The clause of a sentence that tells the same things in the article's own voice, as done."""
    for verb in sentence:
        reports = any(child.dep_ == "ccomp" for child in verb.children)
        if verb.pos_ != "VERB" or reports:
            continue
        stretch = part.doc[verb.i : _end(verb).i + 1]
        span = part.span(stretch)
        told = (
            verb.tag_ in ("VBD", "VBN") and voices.at(part.span(verb).start, part.span(verb).end)[0] is Voice.NARRATOR
        )
        if told and len(_things(stretch) & things) >= _COMMON:
            return parsed.article.passage(*span)
    return None


def _things(tokens: Any) -> frozenset[str]:
    """The nouns, names apart, of a stretch."""
    return frozenset(concept(one.lemma_) for one in tokens if one.pos_ == "NOUN" and weight(one.lemma_) == 1)
