"""Who plays the same part in one deed: the migrants, families or asylum seekers who cross one border."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from workbench.compare import words as lexical
from workbench.compare.acted_on import beside, called, done, head_of
from workbench.compare.called import kindred
from workbench.compare.phrases import Words, noun, singular
from workbench.language import Parsed
from workbench.model import Act

if TYPE_CHECKING:
    from workbench.language import Token


def find(parsed: Sequence[Parsed], acts_of: Mapping[str, Sequence[Act]]) -> Iterator[tuple[str, list[Words]]]:
    """By deed: what it is, and the nouns by which the articles call those who do it, or what it is done to.

    Those who do one thing to one object ("cross + border: by whom"), and what one actor does one thing to ("free +
    Perth: what"), in sentences of two articles that share enough words. Names have their own comparison.
    """
    parts: dict[str, list[tuple[Words, frozenset[str]]]] = defaultdict(list)
    for one in parsed:
        for part, token, act, thing in done(one, acts_of.get(one.article.article_id, ())):
            deed = _deed(token, act)
            doer = head_of(part, act.actor) if act.actor is not None else None
            near = beside(token, thing)
            if doer is not None and doer.pos_ == "NOUN":
                object_ = called(act.object_id) if act.object_id else singular(thing)
                parts[f"{deed} + {object_}: by whom"].append((noun(one, part, doer), near - {singular(doer)}))
            if act.actor_id is not None and thing.pos_ == "NOUN":
                parts[f"{deed} + {called(act.actor_id)}: what"].append((noun(one, part, thing), near))
    for concept, members in parts.items():
        met = {id(words): words for pair in kindred(members) for words in pair}
        if met:
            yield concept, list(met.values())


def _deed(token: "Token", act: Act) -> str:
    """The act, by one name for all verbs of it that a lexicon knows."""
    lemma = str(lexical.lemma(token)) if token.pos_ == "VERB" else act.lemma
    return min(lexical.acts(lemma)) if lexical.names_act(lemma) else lemma
