"""The language of a text, offline.

py3langid: pure Python over numpy, its model in the package (4.6 MB), 97 languages.
"""

import re
from functools import cache
from typing import Any

_HEAD = 3000  # characters looked at
_LINK = re.compile(r"https?://\S+|www\.\S+|@\w+|#\w+|[\d\W_]+")


def detect(text: str) -> str | None:
    """The ISO 639-1 code of the language that `text` is in, or None where it is too short or the detector is unsure.

    >>> detect("The river rose overnight and flooded two villages, officials said.")
    'en'
    >>> detect("OK") is None
    True
    """
    words = _LINK.sub(" ", text[:_HEAD]).split()
    if sum(map(len, words)) < 20:
        return None
    language, share = _model().classify(" ".join(words))
    return str(language) if share >= 0.9 else None


@cache
def _model() -> Any:
    """The detector, loaded on first use."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
