"""Text as files of offices can hold it: what XML forbids is shown by a sign that stands for it, never dropped."""

import re

_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_UNSAYABLE = re.compile("[\ud800-\udfff\ufffe\uffff]")
#: Signs that turn round the text behind them: in a page of others' words they would turn ours round as well.
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")


def printable(text: str) -> str:
    """`text` with every control character as its picture (␀, ␁ ...) and half characters as �.

    >>> printable("a\\x00b")
    'a␀b'
    """
    text = _CONTROLS.sub(lambda found: chr(0x2400 + (0x21 if found[0] == "\x7f" else ord(found[0]))), text)
    return _UNSAYABLE.sub("\ufffd", text)


def line(text: object) -> str:
    """`text` on one line, printable, and unable to turn round what stands beside it.

    >>> line(" two\\n lines ")
    'two lines'
    """
    return " ".join(_TURNING.sub("\ufffd", printable(str(text))).split())
