"""The name of a place or organisation as it is compared: without articles, legal forms, order of words, scripts."""

import re
from functools import cache, lru_cache

from workbench.compare.namekeys import romanise
from workbench.extract.namewords import legal_forms
from workbench.lexicons import lexicon

_ARTICLE = re.compile(r"^the\s+")
_OF = re.compile(r"^(ministry|department|embassy|bureau) (?:of|for) (?:the )?(.+)$")
_SPACES = re.compile(r"\s+")
SMALL = frozenset({"of", "for", "the", "and", "in", "on", "at", "to", "de", "la", "du", "des", "von", "und"})


@lru_cache(maxsize=1 << 15)
def key(name: str) -> str:
    """The name as compared: romanised, without "the", full stops and legal form; initials of other scripts as letters.

    >>> key("Би-би-си"), key("the U.S."), key("Nordal Foods Plc"), key("Ministry of Health")
    ('bbc', 'us', 'nordal foods', 'health ministry')
    """
    words = name.split()
    while len(words) > 1 and words[-1].rstrip(".,") in legal_forms():
        words.pop()
    kept = " ".join(words).rstrip(",")
    text = _ARTICLE.sub("", romanise(kept)).replace(".", "")
    if not kept.isascii():
        spelt = [_letters().get(part) for part in text.split("-")]
        if len(spelt) > 1 and all(spelt):
            return "".join(letter.casefold() for letter in spelt if letter)
    return _OF.sub(r"\2 \1", _SPACES.sub(" ", text))


@cache
def _letters() -> dict[str, str]:
    entry = next(entry for entry in lexicon("same_names").entries if entry.more["kind"] == "letters")
    return dict(pair.split("=") for pair in entry.pattern.split("|"))


def initials_only(form: str) -> bool:
    """Whether a form is an initialism: OECD, U.N."""
    letters = form.replace(".", "")
    return letters.isupper() and len(letters) <= 6 and " " not in letters


def initials(name: str, small: frozenset[str] = frozenset()) -> str:
    """The initials of a name of several words, of these `small` words too; empty where it has none to speak of.

    >>> initials("Northern Fisheries Board"), initials("Competition and Markets Authority"), initials("Orbis")
    ('NFB', 'CMA', '')
    """
    words = [word for word in re.split(r"[\s-]+", name) if word and word.casefold() not in SMALL - small]
    told = len(words) > 1 and all(word[0].isupper() for word in words if word.casefold() not in small)
    return "".join(word[0] for word in words).upper() if told else ""
