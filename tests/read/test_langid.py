"""Languages told from a sentence or more; nothing told from less."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from workbench.read import langid
from workbench.read.langid import detect

FIRE = {
    "en": "Two people were hurt on Friday in a fire in a block of flats, the fire service said.",
    "de": "Bei einem Brand in einem Wohnhaus sind am Freitag zwei Menschen verletzt worden, teilte die Feuerwehr mit.",
    "fr": "Deux personnes ont été blessées vendredi dans l'incendie d'un immeuble, ont annoncé les pompiers.",
    "es": "Dos personas resultaron heridas el viernes en el incendio de un edificio, informaron los bomberos.",
    "pl": "Dwie osoby zostały ranne w piątek w pożarze budynku, poinformowali strażacy.",
    "ru": "Два человека пострадали в пятницу при пожаре в жилом доме, сообщили пожарные.",
    "uk": "Двоє людей постраждали у п'ятницю внаслідок пожежі в житловому будинку, повідомили рятувальники.",
    "lt": "Penktadienį per gaisrą gyvenamajame name nukentėjo du žmonės, pranešė ugniagesiai.",
    "tr": "Cuma günü bir apartmanda çıkan yangında iki kişi yaralandı, itfaiye açıkladı.",
    "ar": "أصيب شخصان يوم الجمعة في حريق اندلع في مبنى سكني، بحسب رجال الإطفاء.",
    "zh": "消防部门表示，周五一栋居民楼发生火灾，造成两人受伤，当局正在调查起火原因。",
}

NEVER_FOREIGN = [
    "Ngozi Okonjo-Iweala, Kristalina Georgieva and Ajay Banga met Volodymyr Zelenskyy.",
    "Bayern Munich beat Borussia Dortmund 3-1, Real Madrid drew with Atletico de Madrid",
    "FLOODS SWEEP AWAY BRIDGE IN NEPAL, NINE MISSING",
    "Macron appoints Lecornu premier ministre",
    "Storm Ingrid kills nine",
    "S&P 500 up 1.2%, Nikkei 225 down 0.4%, DAX 40 flat",
    "São Paulo, Brasília and Belém hit by outages",
]


@pytest.mark.parametrize(("language", "text"), FIRE.items(), ids=FIRE)
def test_a_sentence_is_enough(language: str, text: str) -> None:
    assert detect(text) == language


@pytest.mark.parametrize("text", NEVER_FOREIGN)
def test_names_and_headlines_make_no_text_foreign(text: str) -> None:
    assert detect(text) in ("en", None)


@pytest.mark.parametrize(
    "text", ["", "   ", "OK", "12 December 2025, 10:45", "https://example.org/ein/langer/deutscher/titel"]
)
def test_too_little_to_tell(text: str) -> None:
    assert detect(text) is None


def test_only_the_beginning_counts() -> None:
    assert detect(FIRE["en"] * 50 + FIRE["de"] * 500) == "en"


@given(st.text())
@example("\x00\ud800\u2028" * 20)
def test_any_text_is_answered(text: str) -> None:
    language = detect(text)
    assert language is None or (len(language) == 2 and language.islower())


ENGLISH = """The ferry was two miles from the harbour when it struck the rocks, and most of the crew were asleep, said
the pilot, who has worked on the route for years. Boats came from the villages after the first call, which was heard by
a fisherman. Their owners would not take any money from the passengers. The mayor said that the town had never seen such
a night, with people on the beach wrapped in blankets and children who asked for their parents."""


def test_plain_english_needs_no_detector(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(langid, "_model", lambda: asked.append("model"))
    assert detect(ENGLISH) == "en"
    assert not asked


@pytest.mark.parametrize("language", ["de", "fr", "ru"])
def test_another_language_with_english_quotations_stays_what_it_is(language: str) -> None:
    text = (FIRE[language] + " ") * 8
    assert detect(f"{text} “{ENGLISH[:230]}” {text}") == language
