"""What an analyst says of words for one thing or act: concepts joined, parted, named, made; verbs of one act."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from workbench.errors import OptionError
from workbench.lexicons.entered import entered
from workbench.lexicons.wordlists import MOST_WORDS, pieces

Kind = Literal["merge", "split", "rename", "out", "make", "add", "act"]
KINDS: tuple[str, ...] = get_args(Kind)
_NAME = 120  # characters of a concept's name
_WORDS = 40  # words given at once
_CONCEPT = frozenset({"merge", "split", "rename", "out", "add"})
_LISTED = frozenset({"split", "out", "make", "add"})


@dataclass(frozen=True, slots=True)
class Change:
    """One change of what counts as one thing or act; make it with :func:`change`, which looks at what was typed.

    `merge` puts the concept `other` into `concept`; `split` takes `words` out into a concept `label`; `rename` calls
    it `label`; `out` takes `words` out; `make` makes the concept `label` of `words`; `add` adds `words` to `concept`;
    `act` says that the two verbs in `words` are one act.
    """

    kind: Kind
    concept: str = ""
    other: str = ""
    words: tuple[str, ...] = ()
    label: str = ""

    @property
    def named(self) -> str:
        """The concept that the change is about, under the name that it has afterwards."""
        return self.label if self.kind in ("rename", "split", "make") else self.concept


def change(
    kind: Kind, concept: str = "", *, other: str = "", words: str | Sequence[str] = (), label: str = ""
) -> Change:
    """A change with what was typed in plain form. A string of words is parted at commas and semicolons.

    Raises OptionError for what is missing, too long or cannot be seen.

    >>> change("make", label="those freed", words="detainees, political  prisoners").words
    ('detainees', 'political prisoners')
    """
    if kind not in KINDS:
        raise OptionError(f"There is no change {kind!r}; there are {', '.join(KINDS)}.")
    some = _listed(words) if kind in _LISTED else _verbs(words) if kind == "act" else ()
    if kind == "split" and not label:
        label = some[0]
    needs_label = kind in ("split", "rename", "make")
    return Change(
        kind,
        concept=_name(concept) if kind in _CONCEPT else "",
        other=_name(other) if kind == "merge" else "",
        words=some,
        label=_name(label) if needs_label else "",
    )


def pairs(changes: Iterable[Change]) -> tuple[tuple[str, str], ...]:
    """The pairs of verbs that count as one act, in the order in which the analyst gave them."""
    return tuple((one.words[0], one.words[1]) for one in changes if one.kind == "act")


def told(one: Change) -> str:
    """A change in words.

    >>> told(change("act", words=("ease", "lift")))
    '“ease” and “lift” count as one act'
    """
    words = ", ".join(f"“{each}”" for each in one.words)
    return {
        "merge": f"merged “{one.other}” into “{one.concept}”",
        "split": f"split {words} from “{one.concept}” as “{one.label}”",
        "rename": f"renamed “{one.concept}” to “{one.label}”",
        "out": f"took {words} out of “{one.concept}”",
        "make": f"made “{one.label}” of {words}",
        "add": f"added {words} to “{one.concept}”",
        "act": f"{words.replace('”, “', '” and “')} count as one act",
    }[one.kind]


def _name(text: str) -> str:
    return entered(text, "name", _NAME)


def _listed(words: str | Sequence[str]) -> tuple[str, ...]:
    given = words.replace(";", ",").split(",") if isinstance(words, str) else list(words)
    found = tuple(dict.fromkeys(entered(each) for each in given if not isinstance(each, str) or each.strip()))
    if not found:
        raise OptionError("Give at least one word; several are parted by commas.")
    if len(found) > _WORDS:
        raise OptionError(f"{len(found)} words are too many at once: give {_WORDS} at most.")
    for each in found:
        if not 0 < len(pieces(each)) <= MOST_WORDS:
            raise OptionError(f"{each!r} has too many words: a phrase may have {MOST_WORDS}.")
    return found


def _verbs(words: str | Sequence[str]) -> tuple[str, ...]:
    found = tuple(_verb(each) for each in _listed(words))
    if len(found) != 2 or found[0] == found[1]:
        raise OptionError("Give two different verbs that count as one act, such as scrap and axe.")
    return found


def _verb(text: str) -> str:
    """A verb in small letters, with its particle where it has one: phase out."""
    verb = text.lower().removeprefix("to ")
    if len(verb.split()) > 2:
        raise OptionError(f"{text!r} is no verb: give one word, or a verb and its particle (phase out).")
    return verb
