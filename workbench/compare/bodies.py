"""Which places and organisations are one: equal names, known other names, initialisms, other scripts."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Set
from dataclasses import dataclass, field
from functools import cache
from itertools import product

from workbench.compare.bodykeys import SMALL, initials, initials_only, key
from workbench.compare.namekeys import likeness, skeleton
from workbench.compare.occasions import Occasions, feature
from workbench.extract.named import Named
from workbench.lexicons import lexicon

_ALIKE = 0.9
_MIXED = re.compile(r"[A-Z]{1,3}(?:[a-z][A-Z]{1,3}){1,2}")  # DfE, MoD
_MOST = 40  # bodies of like names that one is held against


@dataclass(eq=False, slots=True)
class Body:
    """One place or organisation: who names it how, and why the names are held to be of one."""

    kind: str
    known: str | None = None  # the name that the lexicon shows for it
    members: list[Named] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    articles: set[str] = field(default_factory=set)  # that name it
    sure: bool = False  # an article tells its kind by more than what stands around the name
    _form: str = ""

    def add(self, members: Iterable[Named]) -> None:
        """Hold these to name it, too."""
        members = list(members)
        self.members += members
        self.articles |= {one.article_id for one in members}
        self.sure = self.sure or any(one.sure for one in members)
        self._form = ""

    @property
    def form(self) -> str:
        """The name that most articles use; a long form before its initials, Latin letters before others."""
        self._form = self._form or self._most_used()
        return self._form

    def _most_used(self) -> str:
        uses = Counter(form for one in self.members for form in one.forms if not form.startswith("@"))
        full = [form for form in uses if key(form) == key(self.known)] if self.known else []
        return min(
            full or uses,
            key=lambda form: (
                initials_only(form) or bool(_MIXED.fullmatch(form)),
                not form[:1].isupper(),
                not form.isascii(),
                len(form) > 6 and form.isupper(),
                -uses[form],
                -len(form),
                form,
            ),
        )


@cache
def _known() -> dict[str, tuple[str, str]]:
    """By key: the name shown and the kind of what has several names."""
    found: dict[str, tuple[str, str]] = {}
    for entry in lexicon("same_names").entries:
        words = entry.pattern.split("|")
        if entry.more["kind"] != "letters" and not entry.more.get("acts"):
            found |= {key(word): (words[0], str(entry.more["kind"])) for word in words}
    return found


@cache
def _outlets() -> frozenset[str]:
    """The keys of the agencies and broadcasters among what has several names."""
    entries = [entry for entry in lexicon("same_names").entries if entry.more.get("outlet")]
    return frozenset(key(word) for entry in entries for word in entry.pattern.split("|"))


def gather(named: Iterable[Named], occasions: Occasions) -> list[Body]:
    """The places and organisations among what articles name."""
    groups: dict[str, list[Named]] = defaultdict(list)
    named = list(named)
    plain = {key(form) for one in named if not one.credited for form in one.forms}
    for one in sorted(named, key=lambda each: (each.article_id, each.passages[0].start, each.name)):
        groups[_group_key(one, plain)].append(one)
    seats = _seats(named)
    bodies: list[Body] = []
    for shared in sorted(groups):
        kinds = Counter(one.kind for one in groups[shared] if one.kind)
        known = _known().get(shared)
        other = "place" if shared in seats else "organisation"
        kind = known[1] if known else min(kinds, key=lambda each: (-kinds[each], each)) if kinds else other
        body = Body(kind, known[0] if known else None)
        body.add(groups[shared])
        _say_why(body)
        bodies.append(body)
    bodies = _join_aliases(_join_translated(bodies, occasions), occasions)
    bodies = _join_initials(bodies, occasions)
    return _join_spelt(_join_closed(bodies, occasions), occasions)


def _seats(named: Iterable[Named]) -> Set[str]:
    """The keys of what the names of bodies are "of", a place where nothing tells: the National Bank of Arvenia."""
    tails = (key(one.name).rpartition(" of ") for one in named if one.kind == "organisation" and " of " in one.name)
    return {tail for head, _, tail in tails if head and " " not in tail}


def _group_key(one: Named, plain: Set[str]) -> str:
    """Under what a name is grouped; `plain` are the keys of what the articles name outside credits too."""
    if one.stands_for:
        return key(one.stands_for)
    if one.credited and initials_only(one.name) and not (key(one.name) in _outlets() or key(one.name) in plain):
        return f"credit {key(one.name)}"  # EPA beside a photo is an agency of photos, whatever else has these initials
    keys = sorted(
        {key(form) for form in one.forms if not form.startswith("@")},
        key=lambda each: (each not in _known(), -len(each), each),
    )
    known = _known().get(keys[0])
    return key(known[0]) if known else key(one.name)


def _say_why(body: Body) -> None:
    forms = sorted({form for one in body.members for form in one.forms})
    keys = {key(form) for form in forms}
    if any(one.stands_for for one in body.members):
        body.reasons.append("its capital where that acts for it")
    if len(keys) > 1:
        body.reasons.append(f"known names of one {body.kind}" if body.known else "the long and the short form")
    elif any(not form.isascii() for form in forms) and any(form.isascii() for form in forms):
        body.reasons.append("the same name in another script or with accents")


def _join_initials(bodies: list[Body], occasions: Occasions) -> list[Body]:
    """Initialisms joined to the one long form that has these initials, in the same article or on the same event."""
    long: dict[str, list[Body]] = defaultdict(list)
    for body in bodies:
        told = {each for one in body.members for form in one.forms for each in (initials(form), initials(form, SMALL))}
        for letters in sorted(told - {""}):
            long[letters].append(body)
    kept: list[Body] = []
    for body in bodies:
        written = next((form for one in body.members for form in sorted(one.forms) if initials_only(form)), body.form)
        written = written.upper() if _MIXED.fullmatch(written) else written
        form = written.replace(".", "")
        homes = []
        if initials_only(written) and " " not in body.form and len(form) > 1 and body.known is None:
            near = [one for one in long[form] if len(form) > 2 or one.articles & body.articles]
            near = [one for one in near[:_MOST] if one is not body]
            homes = [one for one in near if met(one, body, occasions)]
            if not homes and len(near) == 1 and len(form) > 2 and _are_near(near[0], body, occasions):
                homes = near
        if len(homes) == 1:
            homes[0].add(body.members)
            homes[0].reasons.append(f"{body.form} are its initials")
        else:
            kept.append(body)
    return kept


def _join_translated(bodies: list[Body], occasions: Occasions) -> list[Body]:
    """Bodies with one abbreviation joined, where it abbreviates the name of one alone: the other is a translation.

    The League of Arven Farmers (UAA, in Arvenian) is the Unione Agricoltori Arveniani (UAA).
    """
    homes: dict[str, list[Body]] = defaultdict(list)
    kept: list[Body] = []
    for body in bodies:
        own_names = body.members if " " in body.form else []
        forms = {form for one in own_names for form in (one.forms | one.aliases)}
        home = None
        told = sorted({form.replace(".", "") for form in forms if initials_only(form) and len(form) > 2})
        for letters in told:
            own = _has_initials(body, letters)
            fitting = (one for one in homes[letters][:_MOST] if _has_initials(one, letters) != own)
            home = home or next((one for one in fitting if _are_near(one, body, occasions)), None)
        if home is None:
            kept.append(body)
            for letters in told:
                homes[letters].append(body)
        else:
            both = " = ".join(sorted((home.form, body.form)))
            home.reasons.append(f"{both}: one abbreviation, of a name in two languages")
            home.add(body.members)
    return kept


def _has_initials(body: Body, letters: str) -> bool:
    """Whether the words with capitals in a body's name begin with these letters: Partido de la Reforma, PR."""
    return letters == "".join(word[0] for word in body.form.replace("-", " ").split() if word[0].isupper())


def _are_near(one: Body, two: Body, occasions: Occasions) -> bool:
    """Whether two bodies are named apart, in articles on one event or with a person in both."""
    if one.articles & two.articles:
        return False
    if met(one, two, occasions):
        return True
    pairs = product(sorted(one.articles)[:_MOST], sorted(two.articles)[:_MOST])
    return any(occasions.share_person(a, b) for a, b in pairs)


def _join_aliases(bodies: list[Body], occasions: Occasions) -> list[Body]:
    """Short names joined to the body that an article equates with them: the World Chess League, known as Wocle."""
    home: dict[str, Body] = {}
    for body in bodies:
        for one in body.members:
            home |= {key(alias): body for alias in sorted(one.aliases) if not alias.startswith("@")}
    kept: list[Body] = []
    joined: dict[int, Body] = {}  # by the body that is gone, the one that has its members now
    for body in bodies:
        other = home.get(key(body.form))
        while other is not None and id(other) in joined:
            other = joined[id(other)]
        if other is None or other is body or body.known or not (len(body.form) > 3 or met(other, body, occasions)):
            kept.append(body)
        else:
            joined[id(body)] = other
            other.add(body.members)
            other.reasons.append(f"{body.form} is its short name, as an article says")
    return kept


def _join_closed(bodies: list[Body], occasions: Occasions) -> list[Body]:
    """Names of two words joined to those that write them as one: Blue Arven, BlueArven."""
    whole = {word: body for body in bodies if " " not in (word := key(body.form)) and len(word) > 5}
    kept: list[Body] = []
    for body in bodies:
        word = key(body.form)
        home = whole.get(re.sub(r"[ -]", "", word)) if " " in word or "-" in word else None
        if home is None or home is body or home.kind != body.kind or not met(home, body, occasions):
            kept.append(body)
        else:
            home.reasons.append(f"{' = '.join(sorted((home.form, body.form)))}: written as one word or as two")
            home.add(body.members)
    return kept


def _join_spelt(bodies: list[Body], occasions: Occasions) -> list[Body]:
    """Single names of one kind that differ by transliteration alone, in articles on one event."""
    blocks: dict[tuple[str, str], list[tuple[str, str, Body]]] = defaultdict(list)
    kept: list[Body] = []
    for body in bodies:
        word = key(body.form)
        home = None
        if len(word) >= 5 and " " not in word and not body.form.isupper():
            block = blocks[body.kind, skeleton(word)]
            alike = ((form, one) for own, form, one in block[:_MOST] if likeness(own, word) >= _ALIKE)
            shown, home = next(((form, one) for form, one in alike if met(one, body, occasions)), ("", None))
            block += [(word, body.form, body)] if home is None else []
        if home is None:
            kept.append(body)
        else:
            both = " = ".join(sorted((shown, body.form)))
            home.reasons.append(f"{both}: they differ by transliteration; articles on the same event")
            home.add(body.members)
    return kept


def met(one: Body, two: Body, occasions: Occasions) -> bool:
    """Whether the two are named in one article, or in two on the same event."""
    if one.articles & two.articles:
        return True
    apart_from = {feature(member) for member in (*one.members[:_MOST], *two.members[:_MOST])}
    return any(
        occasions.together(a, b, apart_from) for a in sorted(one.articles)[:_MOST] for b in sorted(two.articles)[:_MOST]
    )
