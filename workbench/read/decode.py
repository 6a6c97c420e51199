"""Bytes to text: which encoding, and nothing changed but line ends and the byte order mark."""

import codecs
import re
from dataclasses import dataclass

from workbench.read.draft import UnreadableError, counted

#: The old encodings in which news is found, the likelier of two equally good ones first.
_LEGACY = (
    "cp1252", "cp1251", "koi8_r", "koi8_u", "cp1250", "iso8859_2", "cp866", "iso8859_5", "cp1253", "cp1254", "cp1256",
    "cp1255", "shift_jis", "euc_jp", "gb18030", "big5", "euc_kr",
)  # fmt: skip
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: What a file begins with, whatever it is called: (first bytes, what it is, how its name should end).
_SIGNATURES = (
    (b"%PDF-", "a PDF document", ".pdf"),
    (b"PK\x03\x04", "a zip archive (or a Word or Excel document)", ".zip, .docx or .xlsx"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document", None),
    (b"\x89PNG\r\n\x1a\n", "a picture (PNG)", None),
    (b"\xff\xd8\xff", "a picture (JPEG)", None),
    (b"GIF8", "a picture (GIF)", None),
    (b"\x1f\x8b", "a gzip archive", None),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", None),
    (b"Rar!\x1a\x07", "a RAR archive", None),
    (b"\x7fELF", "a program", None),
    (b"PAR1", "a Parquet table", ".parquet"),
    (b"{\\rtf", "a rich text document (RTF)", None),
)
#: Characters that no article is written with; line ends, tabs, form feeds, separators and escapes are not among them.
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x7f]")
#: UTF-8 that somebody read as Windows-1252 or Windows-1251: "â€œ", "Ã©", "Â£", "Ð¿Ñ€", "вЂњ".
_MOJIBAKE = re.compile(
    r"â€.|Ã[\u0080-\u00a9\u00ac-\u00ba\u00bc-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
    r"|Â[\u0080-\u00a9\u00ac-\u00ba\u00bc-\u00bf]|(?:[ÐÑ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]){2}|вЂ[њќ™“”]"
)
#: Letters read in the wrong encoding: a sign inside a word or glued to one, or three accented Latin letters in a row.
_BROKEN_WORD = re.compile(
    r"[^\W\d_][¡-©«-´¶-¹»-¿×÷\u0080-\u009f€‚„†‡‰‹›•˜™\u2500-\u25ff]+[^\W\d_]|[^\W\d_][±³¶¼¾¿¹¡£¥¦§¨¬¯]"
    r"|(?<!\w)[±³¶¼¾¹¦¬](?=[^\W\d_])|[À-ÖØ-öø-ſ]{3,}"
)
_SAMPLE = 200_000


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text with the name of the encoding it was in, and sentences on what is odd about it."""

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


def decode(data: bytes, declared: str | None = None) -> Decoded:
    r"""The text that `data` holds. Line ends become ``\n`` and a byte order mark is dropped; nothing else is changed.

    A byte order mark decides; then UTF-8, where the bytes are UTF-8; then `declared`, the encoding that the page or
    mail names; then what the bytes look like. Raises UnreadableError for what is no text.

    >>> decode("Так сказал министр".encode("cp1251")).encoding, decode(b"\xef\xbb\xbfOne\r\ntwo")
    ('windows-1251', Decoded(text='One\ntwo', encoding='utf-8-sig', warnings=()))
    """
    _refuse_known_formats(data)
    text, encoding = _decoded(data, declared)
    if text.startswith("\ufeff"):
        text = text[1:]
    controls = len(_CONTROL.findall(text))
    if controls > max(1, len(text) * (0.1 if encoding.startswith("utf") else 0.005)):
        raise UnreadableError("holds bytes that are no text: open it in its own program and save it as text or PDF.")
    text = newlines(text)
    return Decoded(text, encoding, tuple(oddities(text)))


def newlines(text: str) -> str:
    r"""`text` with every line end as ``\n``; other separators, such as U+2028 or a form feed, stay as they are."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def oddities(text: str) -> list[str]:
    """Sentences on text that was spoilt before it came here: mojibake, characters already lost. Nothing is repaired."""
    found = []
    broken = _MOJIBAKE.findall(text)
    if broken:
        found.append(
            f"{counted(len(broken), 'place')} in the text, such as {broken[0]!r}, went through a wrong decoding before "
            "it was saved (mojibake) and stayed as found: get the article anew."
        )
    if lost := text.count("\ufffd"):
        found.append(
            f"{counted(lost, 'character')} lost before the file was saved (shown as \ufffd): get the article anew."
        )
    return found


def _refuse_known_formats(data: bytes) -> None:
    for first, what, ending in _SIGNATURES:
        if data.startswith(first):
            advice = f"rename it to end in {ending}" if ending else "save it as text or PDF"
            raise UnreadableError(f"is {what} by its first bytes, not text: {advice}.")


def _decoded(data: bytes, declared: str | None) -> tuple[str, str]:
    for mark, codec in _MARKS:
        if data.startswith(mark) and (text := _try(data, codec)) is not None:
            return text, codec
    if wide := _wide(data):
        return wide
    named = _codec(declared)
    if named == "iso2022_jp" and (text := _try(data, named)) is not None:
        return text, _public(named)  # its bytes are all ASCII, so that UTF-8 would take them too
    if (text := _try(data, "utf-8")) is not None:
        return text, "utf-8"
    if b"\x00" in data:
        raise UnreadableError("holds bytes that are no text: open it in its own program and save it as text or PDF.")
    if named and (text := _try(data, named)) is not None:
        return text, _public(named)
    return _guessed(data)


def _wide(data: bytes) -> tuple[str, str] | None:
    """UTF-16 or UTF-32 without a mark: known by zero bytes that all stand at the same places."""
    sample = data[: _SAMPLE - _SAMPLE % 4]
    if b"\x00" not in sample or len(data) % 2:
        return None
    share = [sample[place::4].count(0) / max(1, len(sample) // 4) for place in range(4)]
    shapes = (
        ("utf-32-le", min(share[2:]) > 0.9 and share[0] < 0.1),
        ("utf-32-be", min(share[:2]) > 0.9 and share[3] < 0.1),
        ("utf-16-le", min(share[1], share[3]) > 0.1 and max(share[0], share[2]) < 0.02),
        ("utf-16-be", min(share[0], share[2]) > 0.1 and max(share[1], share[3]) < 0.02),
    )
    for codec, fits in shapes:
        if fits and (text := _try(data, codec)) is not None and not _CONTROL.search(text):
            return text, codec
    return None


def _guessed(data: bytes) -> tuple[str, str]:
    """What the bytes look like: charset-normalizer's candidates, ranked again, since it prefers rare encodings."""
    from charset_normalizer import from_bytes

    ranked: list[tuple[float, int, str]] = []
    for match in from_bytes(data[:_SAMPLE], cp_isolation=list(_LEGACY), enable_fallback=False):
        names = [name for name in _LEGACY if name in (match.encoding, *match.could_be_from_charset)]
        broken = len(_BROKEN_WORD.findall(str(match)))
        score = match.chaos - match.coherence / 2 + min(broken, 5) / 10
        ranked.extend((round(score, 1), _LEGACY.index(name), name) for name in names)
    for _, _, name in sorted(ranked):
        if (text := _try(data, name)) is not None:
            return text, _public(name)
    if (text := _try(data, "cp1252")) is not None:
        return text, _public("cp1252")
    return data.decode("latin-1"), "iso-8859-1"


def _try(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except (UnicodeError, LookupError):
        return None


def _codec(declared: str | None) -> str | None:
    """The codec that a page's or a mail's charset means; Latin-1 and ASCII mean Windows-1252, as in browsers."""
    if not declared:
        return None
    try:
        info = codecs.lookup(declared.strip().strip("\"'"))
    except (LookupError, ValueError):
        return None
    if not getattr(info, "_is_text_encoding", True) or info.name in ("utf-7", "idna", "punycode", "unicode_escape"):
        return None
    return {"iso8859-1": "cp1252", "ascii": "cp1252"}.get(info.name, info.name)


def _public(codec: str) -> str:
    """The name under which an encoding is known outside Python."""
    name = codec.replace("_", "-")
    return f"windows-{name[2:]}" if re.fullmatch(r"cp125\d", name) else name.replace("iso8859-", "iso-8859-")
