"""Newsletters and pages saved as one file."""

from email.message import EmailMessage

import pytest

from workbench.model import Article
from workbench.read import read

STORY = "The union voted on Thursday to end the strike after nine days, its chair said in a statement."
HTML = (
    f"<html><body><h1>Strike ends after nine days</h1><p>{STORY}</p>"
    "<p>Work is to begin again on Monday morning at all sites.</p></body></html>"
)


def newsletter(
    html: str | None = HTML, plain: str | None = "Plain text of it, for old programs.", **headers: str
) -> bytes:
    message = EmailMessage()
    stated = {"Subject": "Fwd: Strike ends after nine days", "From": "Valley News <news@example.org>"}
    for name, value in {**stated, "Date": "Thu, 07 Mar 2024 06:30:00 +0100", **headers}.items():
        message[name] = value
    if plain is not None:
        message.set_content(plain)
    if html is not None:
        (message.add_alternative if plain is not None else message.set_content)(html, subtype="html")
    return bytes(message)


def mail(data: bytes, name: str = "m.eml") -> Article:
    return read({"name": name, "content": data}).articles[0]


def test_a_newsletter() -> None:
    article = mail(newsletter())
    assert article.text.startswith("Strike ends after nine days\n\nThe union voted")
    assert "Plain text" not in article.text
    assert article.headline == "Strike ends after nine days"
    assert article.source and (article.source.value, article.source.basis) == ("Valley News", "the mail's sender")
    assert article.published and article.published.value == "2024-03-07T06:30:00+01:00"


def test_plain_text_where_there_is_no_page() -> None:
    article = mail(newsletter(html=None, plain=STORY + "\n\nSecond paragraph of it – with a dash.\n"))
    assert article.text == STORY + "\n\nSecond paragraph of it – with a dash.\n"


def test_plain_text_where_the_page_is_empty() -> None:
    assert mail(newsletter(html="<html></html>", plain=STORY)).text == STORY + "\n"


def test_encoded_words_and_old_encodings() -> None:
    data = (
        b"From: =?koi8-r?B?8NXS1A==?= <a@example.org>\r\nSubject: =?utf-8?q?Stra=C3=9Fe_gesperrt?=\r\n"
        b"Content-Type: text/plain; charset=windows-1252\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    ) + "The street “Café” is closed, the council said on Monday.".encode("cp1252")
    article = mail(data)
    assert article.text == "The street “Café” is closed, the council said on Monday."
    assert (article.encoding, article.headline) == ("windows-1252", "Straße gesperrt")


def test_a_sender_without_a_name_is_no_source() -> None:
    assert mail(newsletter(From="news@example.org")).source is None


def test_attachments_are_no_article() -> None:
    message = EmailMessage()
    message["Subject"] = "See attached"
    message.add_attachment(STORY.encode(), maintype="text", subtype="plain", filename="a.txt")
    found = read([{"name": "m.eml", "content": bytes(message)}, {"name": "good.txt", "content": STORY.encode()}])
    assert [article.article_id for article in found.articles] == ["good"]
    assert "attachments" in found.problems[0].message


ARCHIVE = (
    "From: <Saved by Blink>\r\n"
    "Snapshot-Content-Location: https://example.org/strike\r\nSubject: Strike ends | Valley News\r\n"
    "Date: Sat, 1 Jun 2024 10:00:00 -0000\r\nMIME-Version: 1.0\r\n"
    'Content-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\n'
    "Content-Transfer-Encoding: quoted-printable\r\nContent-Location: https://example.org/strike\r\n\r\n"
    f"{HTML.replace('=', '=3D')}\r\n--b\r\n"
    "Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n--b--\r\n"
)


@pytest.mark.parametrize("name", ["p.mht", "p.mhtml"])
def test_a_saved_page(name: str) -> None:
    article = mail(ARCHIVE.encode(), name)
    assert article.headline == "Strike ends after nine days"
    assert article.url == "https://example.org/strike"
    assert (article.source, article.published) == (None, None), (
        "the browser's name and the day of saving are not the page's"
    )


@pytest.mark.parametrize(
    "data",
    [b"Subject: =?utf-8?b?////?=\n\n" + STORY.encode(), b"Date: 99 Foo 99999\nFrom: <<<>>>,,;\n\n" + STORY.encode(),
     b"Content-Type: text/plain; charset=no-such\n\n" + STORY.encode(),
     b"A: b\nContent-Type: multipart/mixed\n\n" + STORY.encode()],
)  # fmt: skip
def test_hostile_headers_do_not_stop_the_batch(data: bytes) -> None:
    found = read(
        [{"name": "m.eml", "content": data}, {"name": "good.txt", "content": b"The vote was counted on Sunday night."}]
    )
    assert "good" in [article.article_id for article in found.articles]
    assert len(found.articles) == 2 or len(found.problems) == 1
