"""What a name is a name of, a person, an organisation or a place, told by what stands around it in the article."""

import re
from itertools import pairwise
from typing import Any

from workbench.extract.cast import Entity
from workbench.extract.names import Mention
from workbench.extract.namewords import (
    dictionary,
    eastern_names,
    is_faint,
    is_word,
    name_nouns,
)
from workbench.extract.sort_votes import cast_vote, speaks_of_itself
from workbench.extract.things import is_closed_by_thing, is_thing
from workbench.extract.wordlists import (
    first_names,
    organisation_words,
    place_adjectives,
    places,
    platforms,
    roles,
)
from workbench.language import Parsed
from workbench.model import Role

_HEADS = frozenset({Role.HEADLINE, Role.SUBHEADING})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_ENOUGH = 1.0
_SURE = 1.5  # votes that make a name of a lone English word
NO_NAME = "no name"  # of people by their place, of a prize, a shout: not said of whom or what
_MOST = 200  # mentions looked at: what these do not tell, more will not
_ADJECTIVE = re.compile(r"..(?:ian|ean|ese|ish)s?$")
_STRESSED = frozenset(["ADJ", "ADV", "VERB", "AUX", "PART", "DET", "INTJ"])
#: What "it" does where no body is meant: (she said) it would take weeks, it cost lives.
_INITIALS = re.compile(r"[A-Z]{2,5}s")  # EVs, NGOs
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
    if entity.kind == "person" and _is_site(parsed, entity):
        return "place"
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
        if head.dep_ in _SUBJECTS and speaks_of_itself(head.head):
            return True
    return False


def _is_site(parsed: Parsed, entity: Entity) -> bool:
    """Whether what a first name alone makes a person's name is a town's: the town of Ellis Falls, in Ellis Falls."""
    if len(entity.words) < 2 or any(one.sure or one.roles or len(one.words) < 2 for one in entity.mentions):
        return False
    near = entity.words[-1].casefold() in name_nouns("place-close-weak")
    for one in entity.mentions[:_MOST]:
        doc = parsed.parts[one.part].doc
        before = doc[one.first - 1].lower_ if one.first else ""
        if before == "of" and one.first > 1 and doc[one.first - 2].lower_ in name_nouns("place"):
            return True
        owned = one.last < len(doc) and doc[one.last].lower_ in ("'s", "’s")
        if near and not owned and before in ("in", "near", "at", "outside", "across"):
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
        lone = lone or _INITIALS.fullmatch(words[0]) is not None
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
        cast_vote(votes, parsed.parts[mention.part].doc, mention.first, mention.last)
    votes["organisation"] += 2.0 * any("." in word.strip(".") or _is_camel(word) for word in words)
    parts = entity.canonical.split()
    if len(parts) in (2, 3):
        personal = parts[0] in first_names() or parts[0].casefold() in roles() or parts[0].casefold() in eastern_names()
        english = is_word(parts[0]) and not personal
        alone = any(mention.passage.surface == parts[-1] and not _is_in(parsed, mention) for mention in entity.mentions)
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


def _is_in(parsed: Parsed, mention: Mention) -> bool:
    """Whether something is in what a mention names."""
    return mention.first > 0 and parsed.parts[mention.part].doc[mention.first - 1].lower_ == "in"


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
