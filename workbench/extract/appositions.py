"""What stands beside a name and says who bears it: X, a nurse from Leeds,; the special envoy, X; X of Vermont."""

from typing import Any

from workbench.extract.wordlists import roles

_WINDOW = 9  # words of an apposition
_PLACING = frozenset(["in", "at", "near", "from", "across", "outside"])
_JOINS = frozenset({"of", "at", "for", "in"})
_STOPS = frozenset(',.;:"')
_VERBS = ("VERB", "AUX")


def around(words: list[Any], first: int, last: int) -> set[str]:
    """The words, in small letters, of what stands beside the name made of words [first, last) and tells its bearer."""
    after = words[last] if last < len(words) else None
    found: set[str] = set()
    if after is not None and after.text == ",":
        if not (first and words[first - 1].lower_ in _PLACING):
            found = _with_role(_behind(words, last + 1))
    elif after is not None and (after.text == "(" or after.lower_ in ("of", "from")):
        found = _place_behind(words[last : last + 8])
    if first > 1 and words[first - 1].text == ",":
        found |= _with_role(_before(words, first - 2))
    return found


def _with_role(words: list[str]) -> set[str]:
    """The words where one of them is for a person, else none."""
    return set() if roles().keys().isdisjoint(words) else set(words)


def _behind(words: list[Any], at: int) -> list[str]:
    found = []
    for word in words[at : at + _WINDOW]:
        if word.text in _STOPS or word.pos_ in _VERBS or word.lower_ in ("and", "who", "which"):
            break
        found.append(word.lower_)
    return found


def _before(words: list[Any], at: int) -> list[str]:
    found = []
    for word in reversed(words[max(0, at + 1 - _WINDOW) : at + 1]):
        if word.text in _STOPS or word.pos_ in _VERBS or word.pos_ == "CCONJ":
            break
        found.append(word.lower_)
        opens = word.pos_ == "DET" or word.tag_ == "PRP$" or word.text in ("'s", "'")
        if opens and not (word.i and words[word.i - 1].lower_ in _JOINS):  # the head of the clinic, X
            break
    return found


def _place_behind(behind: list[Any]) -> set[str]:
    """The place behind a name: X of Vermont, X (D-Ohio)."""
    if len(behind) > 1 and behind[0].text != "(" and behind[1].pos_ == "PROPN":
        return {behind[1].lower_}
    if len(behind) > 2 and behind[0].text == "(":
        inside = [word.text for word in behind[1:] if word.is_alpha or "-" in word.text]
        return {each.casefold().rstrip(".") for text in inside for each in text.split("-") if len(each) > 1}
    return set()
