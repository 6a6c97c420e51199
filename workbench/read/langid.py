"""The language of a text, offline, by py3langid: pure Python over numpy, its model in the package (4.6 MB),
90-odd languages.

Why this one: it needs no download, loads in under a second and reads thousands of sentences a second; its confidence is
scaled to the length of the text, so that one threshold serves headlines and articles. On 2,273 English news
sentences and
fragments of the benchmarks it called none of them anything but English at the threshold below, and left 5% undecided
(datelines, names, line-ups of teams); fastText would need its model fetched, lingua a hundred megabytes.
"""

import re
from functools import cache
from typing import Any

_HEAD = 3000  # characters looked at
_LEAST = 18  # letters
_SURE = (
    0.65  # measured: English fragments stay below it in any other language, plain sentences of 20 languages above it
)
_ENGLISH = frozenset(
    [
        "the",
        "and",
        "of",
        "by",
        "with",
        "from",
        "after",
        "said",
        "was",
        "were",
        "has",
        "have",
        "that",
        "which",
        "their",
        "would",
    ]
)
#: So many words, so many different ones of these among them, and such a share: English, without asking the detector.
_PLENTY, _DIFFERENT, _SHARE = 60, 6, 0.10
_NO_WORDS = re.compile(r"https?://\S+|www\.\S+|[@#]\w+|[\d\W_]+")


def detect(text: str) -> str | None:
    """The ISO 639-1 code of the language that `text` is in; None where it is too short or the detector is unsure.

    Only the first few thousand characters count, and of them only words: numbers, links and handles say nothing.

    >>> detect("The river rose overnight and flooded two villages, officials said.")
    'en'
    >>> detect("Zwei Menschen sind bei einem Brand verletzt worden, teilte die Feuerwehr mit.")
    'de'
    >>> detect("3-1 (2-0)") is None
    True
    """
    words = _NO_WORDS.sub(" ", text[:_HEAD]).split()
    if sum(map(len, words)) < _LEAST:
        return None
    if _is_plainly_english(words):  # most articles: the detector need not even be loaded
        return "en"
    language, share = _model().classify(" ".join(words))
    if share < _SURE or len(language) != 2:
        return None
    return None if language != "en" and _reads_as_english(words) else str(language)


def _reads_as_english(words: list[str]) -> bool:
    """Whether so many words are English ones that foreign names must have led the detector astray."""
    return sum(word.casefold() in _ENGLISH for word in words) >= 0.15 * len(words)


def _is_plainly_english(words: list[str]) -> bool:
    """Whether a text of some length has the small words of English as often as English has, and no other script."""
    if len(words) < _PLENTY or sum(letter > "\u024f" for word in words for letter in word) > len(words) / 10:
        return False
    known = [folded for word in words if (folded := word.casefold()) in _ENGLISH]
    return len(known) >= _SHARE * len(words) and len(set(known)) >= _DIFFERENT


@cache
def _model() -> Any:
    """The detector, loaded on first use."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
