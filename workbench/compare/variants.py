"""Organisations whose names leave words out: the Coast Guard of the Arvenian Coast Guard, Nordal for Nordal Foods."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable

from workbench.compare.bodies import Body
from workbench.compare.bodykeys import key
from workbench.extract.namewords import company_words, legal_forms
from workbench.extract.wordlists import organisation_words, place_adjectives, place_keys

_ADJECTIVE = re.compile(r"(?:ian|ean|an|n|ese|ish|i|ic)$")
_OF_PLACE = re.compile(r"(?:ian|ese|ish|ia)$")
_LEADS = frozenset(
    ["state", "national", "federal", "central", "royal", "supreme", "republican", "imperial", "us", "uk"]
)
_STEM = 4  # letters that a place and its adjective share
_MOST = 40  # organisations under one word that are held against each other


def join(bodies: list[Body], met: Callable[[Body, Body], bool]) -> list[Body]:
    """The bodies, those joined whose names differ by a lead, a word left out or cut short; `met`: on one event.

    A shorter name joins only where one longer name can be meant.
    """
    forms = {id(body): body.form for body in bodies}
    words = {id(body): tuple(key(body.form).split()) for body in bodies}
    blocks: dict[str, list[Body]] = defaultdict(list)
    for body in bodies:
        if body.kind == "organisation":
            for word in _keys(words[id(body)]):
                blocks[word].append(body)
    gone: set[int] = set()
    order = sorted(bodies, key=lambda each: (len(words[id(each)]), words[id(each)], each.form))
    for body in [*order, *order]:  # twice: what two names could be meant by may be one by then
        own = words[id(body)]
        if not own or id(body) in gone or body.known or (body.kind == "place" and body.sure):
            continue
        near = {id(one): one for word in _keys(own) for one in blocks[word][:_MOST] if id(one) not in gone}
        near.pop(id(body), None)
        homes = [one for one in near.values() if _fits(body, one, own, words[id(one)]) and met(body, one)]
        if len(homes) == 1:
            gone.add(id(body))
            homes[0].reasons.append(f"{body.form} is short for {forms[id(homes[0])]}; articles on the same event")
            homes[0].add(body.members)
    return [body for body in bodies if id(body) not in gone]


def _keys(words: tuple[str, ...]) -> set[str]:
    return {words[0], words[-1][:5]} if words else set()


def _fits(short: Body, long: Body, one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Whether the one name is short for, or a variant of, the other."""
    if len(one) > len(two) or (len(one) == len(two) and one >= two):
        return False
    if len(one) == 1:
        told = short.sure or one[0] in place_keys()
        return not told and one[0] == two[0] and len(two) > 1 and _is_company(long)
    if short.kind == "organisation" and len(one) > 1 and one == two[: len(one)] and _is_company(long):
        return not short.sure or not (short.articles & long.articles)  # Arven Ridge of Arven Ridge Power Co.
    apart = not (short.articles & long.articles)
    return short.kind == "organisation" and (
        _leads(one, two) or (apart and (_is_cut(one, two) or _leaves_out(one, two) or _leaves_place(one, two)))
    )


def _leads(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Whether only a lead differs: Coast Guard, Arvenian Coast Guard, Arvenia Coast Guard."""
    if one[-1] not in organisation_words() and not (len(one) > 2 and one[1] == "of" and one[0] in organisation_words()):
        return False
    if len(one) == len(two):
        return one[1:] == two[1:] and _is_adjective_of(one[0], two[0])
    lead = two[: -len(one)]
    return two[-len(one) :] == one and len(lead) == 1 and (lead[0] in _LEADS or _is_of_place(lead[0]))


def _is_adjective_of(one: str, two: str) -> bool:
    """Whether one word is the adjective of the other, by their letters: Arvenia, Arvenian."""
    short, long = sorted((one, two), key=len)
    stem = short.rstrip("aeiouy")
    ending = _ADJECTIVE.search(long)
    return len(stem) >= _STEM and long.startswith(stem) and ending is not None and len(long) - len(stem) <= 5


def _is_of_place(word: str) -> bool:
    return word in place_keys() or word.title() in place_adjectives() or bool(_OF_PLACE.search(word))


def _is_cut(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Whether the last word of one is the beginning of the other's: Pharma, Pharmaceuticals."""
    short, long = sorted((one[-1], two[-1]), key=len)
    return len(one) == len(two) and one[:-1] == two[:-1] and len(short) > 3 and long.startswith(short) and short != long


def _leaves_out(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Whether a name leaves out words in the middle of the other: Competition Authority, Competition and Markets ..."""
    if one[0] != two[0] or one[-1] != two[-1] or one[-1] not in organisation_words():
        return False
    left = iter(two)
    return "and" in two and all(word in left for word in one)


def _leaves_place(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Whether a name leaves out of where it is: Housing Association, Housing Association of Arvenia."""
    at = len(one)
    return at > 1 and len(two) == at + 2 and two[:at] == one and two[at] == "of" and one[-1] in organisation_words()


def _is_company(body: Body) -> bool:
    words = body.form.split()
    ends: Iterable[str] = (form.split()[-1].rstrip(".") for one in body.members for form in one.forms)
    return words[-1].casefold() in company_words() or any(end in legal_forms() for end in ends)
