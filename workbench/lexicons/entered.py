"""What an analyst types: white space made plain, and what nobody can mean (control characters, no word) refused."""

import unicodedata

from workbench.errors import OptionError

LONGEST = 200
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Cn", "Co"})
_JOINERS = "\u200c\u200d"  # they part letters within words of Persian and of Indian languages


def entered(text: str, what: str = "word", longest: int = LONGEST) -> str:
    """`text` in one line, as it was typed; the same letters come out, and nothing is guessed.

    Raises OptionError, which says what is wrong, for text without a letter or digit, for more than `longest`
    characters, and for characters that cannot be seen.

    >>> entered("  so-called\\n experts ")
    'so-called experts'
    """
    if not isinstance(text, str):
        raise OptionError(f"A {what} is text: give it between quote marks, not {type(text).__name__}.")
    plain = " ".join(text.split())
    if len(plain) > longest:
        raise OptionError(f"{shown(plain)} is too long for a {what}: it may have {longest} characters.")
    hidden = next((each for each in plain if unicodedata.category(each) in _HIDDEN and each not in _JOINERS), None)
    if hidden is not None:
        code = f"U+{ord(hidden):04X}"
        raise OptionError(f"{shown(plain)} holds a character that cannot be seen ({code}): type the {what} anew.")
    if not any(each.isalnum() for each in plain):
        raise OptionError(f"{shown(plain)} is no {what}: give at least one letter or digit.")
    return plain


def shown(text: str, longest: int = 40) -> str:
    """`text` for a message: hidden characters written out, cut where it is long.

    >>> shown("x" * 90)
    "'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…'"
    """
    return repr(text if len(text) <= longest else f"{text[: longest - 1]}…")
