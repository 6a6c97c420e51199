"""Which of two bearers of one surname a short name means: President Moreno is not his wife, Elena Moreno."""

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from workbench.extract import appositions
from workbench.extract.label_words import listed
from workbench.extract.names import Mention
from workbench.extract.wordlists import courtesies
from workbench.language import Parsed

if TYPE_CHECKING:
    from workbench.extract.cast import Entity

#: What stands before a peer's last name alone, and before the full name of a knight, who is no peer.
_PEERS, _KNIGHTS = frozenset(["lord", "baroness"]), frozenset(["sir", "dame"])
_OWNERS = frozenset(["his", "her", "their", "'s", "’s"])
_MOST = 64  # mentions of one entity that are looked at


def offices(mention: Mention) -> frozenset[str]:
    """The titles before a name that say what its bearer does: president, and not Mr."""
    return mention.roles - _courtesies() if mention.roles else mention.roles


@cache
def _courtesies() -> frozenset[str]:
    return frozenset(form for title in courtesies() for form in (title, title + "."))


def is_relative(parsed: Parsed, entity: "Entity", mention: Mention) -> bool:
    """Whether an entity is first named, as a relative, after a short name with a title that is not theirs.

    President Moreno spoke. His wife, Elena Moreno, did not.
    """
    own = offices(mention)
    first = entity.mentions[0]
    if (
        not own
        or mention.passage.start > first.passage.start
        or any(own & each.roles for each in entity.mentions[:_MOST])
    ):
        return False
    words = first.roles | appositions.around(parsed.parts[first.part].doc.words, first.first, first.last)
    before = parsed.parts[first.part].doc.words[max(0, first.first - 3) : first.first]
    owned = not _OWNERS.isdisjoint(words) or any(word.lower_ in _OWNERS for word in before)
    return owned and not words.isdisjoint(listed("kinship"))


def is_owned(parsed: Parsed, entity: "Entity", mention: Mention) -> bool:
    """Whether an entity is named as the relative of whom a short name means: Moreno's wife, Elena Moreno."""
    doc, last = parsed.parts[mention.part].doc.words, mention.last
    if last + 1 >= len(doc) or doc[last].lower_ not in ("'s", "’s", "'", "’"):
        return False
    kin = next((word.i for word in doc[last + 1 : last + 4] if word.lower_ in listed("kinship")), None)
    return kin is not None and any(
        each.part == mention.part and kin < each.first <= kin + 2 for each in entity.mentions[:_MOST]
    )


def is_other_peer(entity: "Entity", mention: Mention) -> bool:
    """Whether a short name is a peer's, and an entity is only ever a knight: Lord Hale is not Sir Peter Hale."""
    if _PEERS.isdisjoint(mention.roles):
        return False
    titles = frozenset(role for each in entity.mentions[:_MOST] for role in each.roles if len(each.words) > 1)
    return not titles.isdisjoint(_KNIGHTS) and titles.isdisjoint(_PEERS)


def titled(fitting: Sequence["Entity"], mention: Mention) -> "Entity | None":
    """Of several whom a short name may mean, the one who bears its title, or who has but titles and no first name."""
    own = offices(mention)
    if not own:
        return None
    sharing = [one for one in fitting if any(own & each.roles for each in one.mentions[:_MOST])]
    if not sharing:
        sharing = [one for one in fitting if len(one.words) == 1]
    return sharing[0] if len(sharing) == 1 else None
