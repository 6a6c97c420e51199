"""Bytes to text: every encoding that news is found in, and bytes that are no text."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.read.decode import decode, newlines
from workbench.read.draft import UnreadableError

FRENCH = "Le président a annoncé mercredi la libération de douze otages détenus depuis février."
RUSSIAN = "Министр сообщил, что пожар в порту потушен и что двенадцать человек спасены."
POLISH = "Prezydent ogłosił w środę, że dwunastu górników zostało uratowanych z kopalni."
CURLY = "The coach said “we’re done” – and left. It’s over, the club said."
JAPANESE = "東京で大規模な地震が発生し、十二人が負傷したと警察が発表した。"


@pytest.mark.parametrize(
    ("text", "codec", "named"),
    [
        pytest.param(RUSSIAN, "utf-8", "utf-8", id="utf-8"),
        pytest.param(RUSSIAN, "utf-8-sig", "utf-8-sig", id="utf-8 with mark"),
        pytest.param(RUSSIAN, "utf-16", "utf-16", id="utf-16 with mark"),
        pytest.param(RUSSIAN, "utf-32", "utf-32", id="utf-32 with mark"),
        pytest.param(RUSSIAN, "utf-16-le", "utf-16-le", id="utf-16 little, no mark"),
        pytest.param(FRENCH, "utf-16-be", "utf-16-be", id="utf-16 big, no mark"),
        pytest.param(FRENCH, "utf-32-be", "utf-32-be", id="utf-32 big, no mark"),
        pytest.param(FRENCH, "cp1252", "windows-1252", id="French"),
        pytest.param(FRENCH, "latin-1", "windows-1252", id="Latin-1 reads as its superset"),
        pytest.param(CURLY, "cp1252", "windows-1252", id="curly marks only"),
        pytest.param("The firm paid £12m (€14m).", "cp1252", "windows-1252", id="signs of money only"),
        pytest.param("Fire at Café Müller, José Ortiz said.", "cp1252", "windows-1252", id="few accents"),
        pytest.param(RUSSIAN, "cp1251", "windows-1251", id="Russian, Windows"),
        pytest.param(RUSSIAN, "koi8_r", "koi8-r", id="Russian, KOI8"),
        pytest.param(RUSSIAN, "cp866", "cp866", id="Russian, DOS"),
        pytest.param(
            f"The ministry ({RUSSIAN[:7]}) said twelve were saved. " * 3, "cp1251", "windows-1251", id="mixed"
        ),
        pytest.param(POLISH, "cp1250", "windows-1250", id="Polish, Windows"),
        pytest.param(POLISH, "iso8859_2", "iso-8859-2", id="Polish, ISO"),
        pytest.param(JAPANESE, "shift_jis", "shift-jis", id="Japanese, Shift-JIS"),
        pytest.param(JAPANESE, "euc_jp", "euc-jp", id="Japanese, EUC"),
    ],
)
def test_each_encoding_is_found(text: str, codec: str, named: str) -> None:
    decoded = decode(text.encode(codec))
    assert (decoded.text, decoded.encoding, decoded.warnings) == (text, named, ())


@pytest.mark.parametrize(
    ("text", "codec", "declared", "named"),
    [
        pytest.param("Порт", "koi8_r", "koi8-r", "koi8-r", id="too short to guess"),
        pytest.param("Café", "cp1252", "ISO-8859-1", "windows-1252", id="Latin-1 means Windows-1252"),
        pytest.param("Порт", "utf-8", "windows-1251", "utf-8", id="bytes that are UTF-8 are UTF-8"),
        pytest.param("Café", "cp1252", "utf-8", "windows-1252", id="declared wrongly"),
        pytest.param("Café", "cp1252", "no-such-thing", "windows-1252", id="declared unknown"),
        pytest.param("Café", "cp1252", "rot13", "windows-1252", id="declared is no text encoding"),
        pytest.param(JAPANESE, "iso2022_jp", "ISO-2022-JP", "iso2022-jp", id="escapes that are ASCII"),
    ],
)
def test_a_declared_encoding_counts_where_it_fits(text: str, codec: str, declared: str, named: str) -> None:
    decoded = decode(text.encode(codec), declared)
    assert (decoded.text, decoded.encoding) == (text, named)


@pytest.mark.parametrize(
    ("data", "word"),
    [
        pytest.param(random.Random(7).randbytes(4000), "no text", id="random bytes"),
        pytest.param(b"abc\x00\x00\x00\xff\xfe\xfddef" * 20, "no text", id="zeros and high bytes"),
        pytest.param(b"\x00\x01\x02" * 100, "no text", id="control characters"),
        pytest.param(b"\x89PNG\r\n\x1a\n" + bytes(50), "PNG", id="picture"),
        pytest.param(b"%PDF-1.7\nxx", ".pdf", id="PDF"),
        pytest.param(b"PK\x03\x04xxxx", "zip", id="zip"),
        pytest.param(b"\x7fELF" + bytes(50), "program", id="program"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, word: str) -> None:
    with pytest.raises(UnreadableError, match=word):
        decode(data)


@pytest.mark.parametrize(
    "text",
    ["the coach saidÂ£ â€œwe are doneâ€\x9d", "cafÃ© owners", "itâ€™s over", "ÐŸÐ¾Ñ€Ñ‚", "lost \ufffd here"],
)
def test_spoilt_text_is_reported_and_left_alone(text: str) -> None:
    decoded = decode(text.encode())
    assert decoded.text == text
    assert len(decoded.warnings) == 1


@pytest.mark.parametrize(
    "text", ["Âge", "«LIBERTÉ»", "SÃO PAULO", "Â mes amis", "naïve café", "€5 “so”", "IRMÃ »", "Порт", "ÐÓRR", "5°C ±1"]
)
def test_sound_text_is_not_called_spoilt(text: str) -> None:
    assert decode(text.encode()).warnings == ()


def test_only_line_ends_and_the_mark_change() -> None:
    odd = "a\x0bb\x0cc\x1cd\x1de\x1ef\x85g\u2028h\u2029i\tj\u00a0k\u200b"
    assert decode(("\ufeff" + odd + "\r\nx\ry\n").encode()).text == odd + "\nx\ny\n"


@given(st.binary(max_size=400))
def test_no_bytes_raise_anything_else(data: bytes) -> None:
    try:
        decoded = decode(data)
    except UnreadableError as error:
        assert str(error)
    else:
        assert "\r" not in decoded.text and decoded.encoding


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=300))
def test_utf8_text_comes_back(text: str) -> None:
    try:
        assert decode(text.encode()).text == text.removeprefix("\ufeff")
    except UnreadableError as error:
        assert text.startswith(("%PDF", "PK", "GIF8", "PAR1", "{\\rtf")), error


@given(st.text(st.sampled_from("ab\r\n\x85\u2028"), max_size=30))
def test_newlines_keeps_every_other_character(text: str) -> None:
    assert newlines(text) == "\n".join("\n".join(text.split("\r\n")).split("\r"))
