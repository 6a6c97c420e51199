"""What a name is a name of, a person, an organisation or a place, told by what stands around it in the article."""

import re
from itertools import pairwise
from typing import Any

from workbench.extract.cast import Entity
from workbench.extract.names import Mention
from workbench.extract.namewords import (
    contexts,
    dictionary,
    eastern_names,
    is_faint,
    is_word,
    name_nouns,
    person_nouns,
)
from workbench.extract.things import is_closed_by_thing, is_thing
from workbench.extract.wordlists import (
    first_names,
    is_human,
    organisation_words,
    place_adjectives,
    places,
    platforms,
    roles,
    verbs,
)
from workbench.language import Parsed
from workbench.model import Role

_PLACE_PREPOSITIONS = {
    **{"in": 1.5, "near": 1.5, "across": 1.0, "throughout": 1.0, "outside": 1.0, "around": 0.5, "off": 0.5},
    **{"into": 0.5, "from": 0.5, "to": 0.5, "at": 0.5, "between": 0.5},
}
_HEADS = frozenset({Role.HEADLINE, Role.SUBHEADING})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_ENOUGH = 1.0
_SURE = 1.5  # votes that make a name of a lone English word
NO_NAME = "no name"  # of people by their place, of a prize, a shout: not said of whom or what
_MOST = 200  # mentions looked at: what these do not tell, more will not
_ADJECTIVE = re.compile(r"..(?:ian|ean|ese|ish)s?$")
_STRESSED = frozenset(["ADJ", "ADV", "VERB", "AUX", "PART", "DET", "INTJ"])
#: What "it" does where no body is meant: (she said) it would take weeks, it cost lives.
_OF_THINGS = frozenset(
    ["be", "take", "cost", "make", "mean", "hit", "kill", "cause", "include", "seem", "appear", "happen", "look"]
)
_PARTY = re.compile(r"[A-Z]-.{1,8}")  # D-N.Y.: a party and a state


def kind_of(parsed: Parsed, entity: Entity, common: frozenset[str]) -> str | None:
    """person, organisation or place; "thing" for a ship and the like, NO_NAME for other words, None for doubt.

    `common` are the words that the article writes in small letters: no name is made of them alone.
    """
    words = entity.words
    articled = all(_has_article(parsed, mention) for mention in entity.mentions[:_MOST])
    if _is_adjective(parsed, entity) or _PARTY.fullmatch(entity.mentions[0].passage.surface):
        return NO_NAME
    thing = is_thing(parsed, entity)
    if (not thing or len(words) == 1) and _is_no_name(words, common, articled):
        return NO_NAME
    if thing:
        return "thing"
    if _is_emphasis(parsed, entity):
        return NO_NAME
    return _told(parsed, entity) or _by_surroundings(parsed, entity, common)


def _is_emphasis(parsed: Parsed, entity: Entity) -> bool:
    """Whether a lone word is set in capitals to stress it: Do NOT wait, a BRAVE girl."""
    word = entity.words[0]
    if len(entity.words) > 1 or len(word) < 3 or not word.isupper() or any(one.sure for one in entity.mentions):
        return False
    return all(parsed.parts[one.part].doc[one.first].pos_ in _STRESSED for one in entity.mentions[:_MOST])


def _told(parsed: Parsed, entity: Entity) -> str | None:
    """The kind that the name's own words tell."""
    name = " ".join(entity.words)
    if entity.kind == "person" and _is_body(parsed, entity):
        return "organisation"
    if entity.kind == "person" and not _is_articled(parsed, entity):
        return "person"
    if name in places():
        return "place"
    if entity.kind == "person":
        return "organisation"  # the Lok Sabha
    bodily = name in platforms() or any(word.casefold() in organisation_words() for word in entity.words)
    return "organisation" if bodily else entity.kind


def _by_surroundings(parsed: Parsed, entity: Entity, common: frozenset[str]) -> str | None:
    words = entity.words
    headed = all(parsed.parts[mention.part].block.role in _HEADS for mention in entity.mentions)
    if all(_is_common(word, common) for word in words) or (headed and is_word(words[-1])):
        return NO_NAME
    return _by_votes(parsed, entity)


def sure_of(entity: Entity, kind: str | None) -> bool:
    """Whether more than the words around the mentions, or a first name, tells the kind."""
    return any(mention.sure and mention.kind == kind for mention in entity.mentions)


def _is_body(parsed: Parsed, entity: Entity) -> bool:
    """Whether what a first name alone makes a person's name speaks of itself as "it", or "which" takes it up."""
    if len(entity.words) < 2 or any(one.sure or one.roles or len(one.words) < 2 for one in entity.mentions):
        return False
    for one in entity.mentions[:_MOST]:
        doc = parsed.parts[one.part].doc
        head = doc[one.first : one.last].root
        if doc[one.last : one.last + 2].text == ", which" and doc[one.last + 1].dep_ in _SUBJECTS:
            return True
        if head.dep_ in _SUBJECTS and _speaks_of_itself(head.head):
            return True
    return False


def _is_articled(parsed: Parsed, entity: Entity) -> bool:
    """Whether a first name alone makes a person's name of what "the" always stands before: the Lok Sabha."""
    if len(entity.words) < 2 or entity.sex is None or any(one.sure or one.roles for one in entity.mentions):
        return False
    return all(
        _has_article(parsed, one) and parsed.parts[one.part].doc[one.last - 1].dep_ != "compound"
        for one in entity.mentions[:_MOST]
    )


def _has_article(parsed: Parsed, mention: Mention) -> bool:
    return mention.first > 0 and parsed.parts[mention.part].doc[mention.first - 1].lower_ == "the"


def _is_adjective(parsed: Parsed, entity: Entity) -> bool:
    """Whether a lone word is the adjective of a place, listed or not: it ends as these do, and never stands alone."""
    word = entity.words[0]
    if len(entity.words) > 1 or not _ADJECTIVE.search(word) or any(mention.sure for mention in entity.mentions):
        return False
    return all(_leads_on(parsed.parts[each.part].doc, each) for each in entity.mentions[:_MOST])


def _leads_on(doc: Any, mention: Mention) -> bool:
    """Whether a common noun goes with the word, or "the" makes it one of a people: Velonian divers, the Velonian."""
    after = doc[mention.last] if mention.last < len(doc) else None
    if after is not None and after.text[0].islower() and after.pos_ in ("NOUN", "ADJ"):
        return True
    articled = mention.first and doc[mention.first - 1].lower_ in ("the", "a", "another", "fellow")
    return bool(articled) and doc[mention.last - 1].dep_ != "compound"


def _is_no_name(words: tuple[str, ...], common: frozenset[str], articled: bool) -> bool:
    """Whether a run of capitalised words is no name: of people by their place, a shout, a title, a lone common noun."""
    small = [word.casefold() for word in words]
    if len(words) == 1:
        lone = small[0] in organisation_words() and small[0] not in name_nouns("proper")
        return lone or _is_demonym(words[0]) or small[0] in name_nouns("direction")
    shouted = all(word.isupper() for word in words) and " ".join(words).title() not in places()
    if shouted and all(word in common or word in dictionary() or len(word) < 3 for word in small):
        return True
    if all(word in name_nouns("direction") or _is_of_place(word.title()) for word in small):
        return True  # South Korean, Central Americans
    joint = any(word in ("of", "for", "and", "&", "de", "the") for word in words)
    return is_closed_by_thing(words, articled) or (sum(word[0].isupper() for word in words) > 5 and not joint)


def _is_of_place(word: str) -> bool:
    return word in place_adjectives() or _is_demonym(word)


def _by_votes(parsed: Parsed, entity: Entity) -> str | None:
    """The kind for which what stands around the mentions tells most; a lone English word needs more."""
    words = entity.words
    votes = {"person": 0.0, "organisation": 0.0, "place": 0.0}
    for mention in entity.mentions[:_MOST]:
        _vote(votes, parsed.parts[mention.part].doc, mention.first, mention.last)
    votes["organisation"] += 2.0 * any("." in word.strip(".") or _is_camel(word) for word in words)
    parts = entity.canonical.split()
    if len(parts) in (2, 3):
        personal = parts[0] in first_names() or parts[0].casefold() in roles() or parts[0].casefold() in eastern_names()
        english = is_word(parts[0]) and not personal
        alone = any(mention.passage.surface == parts[-1] for mention in entity.mentions)
        if english and is_word(parts[-1]) and not alone:
            votes["person"] /= 2  # Doctors Without Borders speaks, too
        votes["person"] += (1.0 if english else 2.0) * alone
        votes["person"] += 1.0 * (_looks_personal(parts[-1]) and parts[0].isalpha() and not english)
    if len(words) > 1 and words[-1].casefold() in name_nouns("place-close-weak") and words[0] not in first_names():
        votes["place"] += _SURE
        votes["person"] /= 2  # Arven City won
    best = max(votes, key=lambda kind: votes[kind])
    if is_faint(words):
        return best if votes[best] >= _SURE else None
    alone = best == "place" and votes[best] > 0 and not votes["person"] and not votes["organisation"]
    return best if alone or votes[best] >= _ENOUGH else None


def _is_common(word: str, common: frozenset[str]) -> bool:
    small = word.casefold()
    return small in common or small in place_adjectives() or word in place_adjectives() or _is_demonym(word)


def _is_demonym(word: str) -> bool:
    """Whether a word stands for people by their place or party: Ukrainians, Westerners; any in -ians, too."""
    return word.endswith("s") and (word[:-1] in place_adjectives() or (word.endswith("ians") and len(word) > 6))


def _is_camel(word: str) -> bool:
    return any(a.islower() and b.isupper() for a, b in pairwise(word[1:])) and "-" not in word


def _looks_personal(word: str) -> bool:
    """Whether a word could be part of a person's name: capital and small letters, and no English word."""
    bare = word.replace("-", "").replace("'", "").rstrip(".")
    return bare.isalpha() and word[0].isupper() and not bare.isupper() and not is_word(word)


def _vote(votes: dict[str, float], doc: Any, first: int, last: int) -> None:
    """What the words around one mention say of its kind."""
    before = doc[first - 1] if first else None
    after = doc[last] if last < len(doc) else None
    head = doc[first:last].root
    if before is not None:
        votes["organisation"] += 1.0 * (before.lower_ == "the" and head.dep_ != "compound")
        votes["organisation"] += 2.0 * _says(before, "organisation")
        governed = before.lower_ == "of" and first > 1 and doc[first - 2].lower_ in ("government", "people")
        votes["place"] += 2.0 * governed
        votes["place"] += 2.0 * _says(before, "place")
        said = before.lower_ == "to" and first > 1 and doc[first - 2].lower_ == "according"
        votes["place"] += 0.0 if said else _PLACE_PREPOSITIONS.get(before.lower_, 0.0)
        if before.lower_ == "of" and first > 1 and doc[first - 2].lower_ in name_nouns("place"):
            votes["place"] += 2.0
        if before.lower_ == "of" and first > 1 and contexts("possessed").get(doc[first - 2].lower_) == "place":
            votes["place"] += 1.0
        if before.text == "," and first > 1:
            votes["place"] += 1.0 * (doc[first - 2].text in places()) + _SURE * _is_road(doc[first - 2])
            votes["organisation"] += 2.0 * _says(doc[first - 2], "organisation")
        votes["person"] += 1.0 * (last - first > 1 and _is_role(before))
    if head.dep_ == "compound" and head.head.i >= last and head.head.i - last < 4:
        votes["organisation"] += 2.0 * _says(head.head, "organisation")
        votes["place"] += 2.0 * _says(head.head, "place")
    if after is not None and after.text == ",":
        follows = [token.lower_ for token in doc[last + 1 : last + 7]]
        votes["person"] += 1.5 * (follows[:1] == ["who"] or (follows[:1] != [] and follows[0].isdigit()))
        votes["place"] += 1.0 * (last + 1 < len(doc) and doc[last + 1].text in places())
        votes["organisation"] += 1.0 * (follows[:1] == ["which"])
        appositive = follows[: follows.index(",")] if "," in follows else follows
        votes["organisation"] += 1.5 * (
            appositive[:1] in (["a"], ["an"], ["the"]) and bool(set(appositive) & name_nouns("organisation"))
        )
        votes["person"] += 1.5 * (appositive[:1] in (["a"], ["an"], ["the"]) and bool(set(appositive) & set(roles())))
    if head.dep_ in _SUBJECTS and (before is None or before.pos_ != "DET"):
        votes["person"] += 1.0 * (head.head.lemma_.casefold() in verbs())
        votes["organisation"] += (2.5 if last - first > 1 else 0.5) * _speaks_of_itself(head.head)
    if head.dep_ == "pobj" and head.head.lower_ == "at":
        votes["organisation"] += 2.0 * (_is_role(head.head.head) or is_human(head.head.head.text))
    if head.dep_ == "pobj" and head.head.lower_ in ("with", "by", "against"):
        votes["person"] += 1.5 if head.head.lower_ == "with" and head.head.head.lower_ in contexts("party") else 0.25
    _vote_by_context(votes, doc, head, after)


def _is_road(token: Any) -> bool:
    """Whether a word is the last of a name of a road, a valley and the like."""
    near = token.lower_ in name_nouns("place-close") or token.lower_ in name_nouns("place-close-weak")
    return bool(near and token.text[0].isupper())


def _is_role(token: Any) -> bool:
    """Whether a word in small letters is a noun for a person, and none for a body: the harbourmaster."""
    return bool(token.pos_ == "NOUN" and token.lower_ in person_nouns() and not _says(token, "organisation"))


def _speaks_of_itself(verb: Any) -> bool:
    """Whether who speaks is "it" in what is said: Arven said it would pay, Arven apologised for its delay."""
    if verb.lemma_.casefold() not in verbs():
        return False
    said = (child for child in verb.children if child.dep_ == "ccomp" and child.i > verb.i)
    own = (each for clause in said for each in clause.children if each.dep_ in _SUBJECTS and each.lower_ == "it")
    return any(each.i - verb.i < 3 and _is_deed(each.head) for each in own)


def _is_deed(verb: Any) -> bool:
    """Whether a verb with its object says what bodies do, and plans and storms do not: it would pay a fine."""
    return verb.lemma_ not in _OF_THINGS and any(child.dep_ in ("dobj", "xcomp") for child in verb.children)


def _vote_by_context(votes: dict[str, float], doc: Any, head: Any, after: Any) -> None:
    """What the bearer has and does, and the noun behind the name, say of its kind."""
    if head.dep_ == "poss" and (sort := contexts("possessed").get(head.head.lower_)):
        votes[sort] += 1.5
    if head.dep_ in _SUBJECTS and (sort := contexts("subject").get(head.head.lemma_.casefold())):
        votes[sort] += 1.5
    if after is not None and (sort := contexts("behind").get(after.lower_)):
        votes[sort] += 1.5
    if head.dep_ == "pobj" and head.head.lower_ == "in" and (sort := contexts("in").get(head.head.head.lower_)):
        votes[sort] += 2.5


def _says(token: Any, sort: str) -> bool:
    return token.text[0].islower() and (token.lower_ in name_nouns(sort) or token.lemma_ in name_nouns(sort))
