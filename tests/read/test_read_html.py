"""Web pages: the main text in reading order, the roles that elements state, and what the head says and where."""

import pytest

from workbench.model import Article, Role
from workbench.read import read

LEAD = "Twelve people were hurt on <b>Monday</b> when a train left the rails near the coast, the operator said."
MORE = (
    "The line will stay closed for two weeks, and buses will run in its place, "
    "according to <a href='/x'>the ministry</a>."
)
PAGE = f"""<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Train leaves rails | Coast Post</title>
<meta property="og:site_name" content="Coast Post"><meta property="og:title" content="Train leaves rails">
<meta name="author" content="Ann Lee"><meta property="article:published_time" content="2024-05-06T10:00:00Z">
<meta name="description" content="The driver was not hurt."><link rel="canonical" href="https://example.org/train">
<script>document.title = "run"</script></head><body><nav><a href="/">Home</a></nav>
<article><h1>Train leaves the rails near the coast</h1><p>The driver was not hurt.</p>
<figure><img src="x.jpg">
<figcaption>The front carriage on its side. <span class="credit">Photo: M. Ito</span></figcaption></figure>
<p>{LEAD}</p><h2>What comes next</h2>
<p>{MORE}<br>A second line was checked, and nothing was found on it at all.</p>
<blockquote class="twitter-tweet"><p>We wish everyone on board a quick recovery from this.</p>
&mdash; Rail Union (@rail)</blockquote>
<ul><li>Twelve hurt</li><li>None missing</li></ul><table><tr><td>Speed</td><td>80 km/h</td></tr></table>
<p>The inquiry is to report within a month, and the operator said that it would help in every way.</p>
</article><footer>Copyright</footer></body></html>"""


def page(source: str | bytes, name: str = "p.html") -> Article:
    data = source.encode() if isinstance(source, str) else source
    return read({"name": name, "content": data}).articles[0]


def roles(article: Article) -> list[tuple[str, str]]:
    return [(block.role.value, article.text[slice(*article.ink(block))]) for block in article.blocks]


def test_the_text_in_reading_order_with_the_roles_of_its_elements() -> None:
    assert roles(page(PAGE)) == [
        ("headline", "Train leaves the rails near the coast"),
        ("standfirst", "The driver was not hurt."),
        ("caption", "The front carriage on its side."),
        ("credit", "Photo: M. Ito"),
        ("body", "Twelve people were hurt on Monday when a train left the rails near the coast, the operator said."),
        ("subheading", "What comes next"),
        (
            "body",
            "The line will stay closed for two weeks, and buses will run in its place, according to the ministry.",
        ),
        ("body", "A second line was checked, and nothing was found on it at all."),
        ("embed", "We wish everyone on board a quick recovery from this."),
        ("embed", "— Rail Union (@rail)"),
        ("body", "Twelve hurt"),
        ("body", "None missing"),
        ("body", "Speed\t80 km/h"),
        ("body", "The inquiry is to report within a month, and the operator said that it would help in every way."),
    ]


def test_what_the_head_states_and_where() -> None:
    article = page(PAGE)
    facts = (article.source, article.byline, article.published)
    assert [(fact.value, fact.basis) for fact in facts if fact] == [
        ("Coast Post", "the page's <meta> og:site_name"),
        ("Ann Lee", "the page's <meta> author"),
        ("2024-05-06T10:00:00Z", "the page's <meta> article:published_time"),
    ]
    assert article.headline == "Train leaves the rails near the coast"
    assert (article.url, article.language, article.encoding) == ("https://example.org/train", "en", "utf-8")


LINKED = """<script type="application/ld+json">{"@context": "x", "@graph": [{"@type": "BreadcrumbList", "name": "no"},
{"@type": ["NewsArticle"], "headline": "Dam holds after the storm", "datePublished": "2023-02-01",
"author": [{"name": "A. Roy"}, {"name": "B. Sen"}],
"publisher": {"@type": "Organization", "name": "Valley News"}}]}</script>"""


def test_linked_data() -> None:
    article = page(f"<html><head>{LINKED}</head><body><p>{LEAD}</p><p>{MORE}</p></body></html>")
    assert article.headline == "Dam holds after the storm"
    assert article.text.startswith("Dam holds after the storm\n\nTwelve people")
    assert article.blocks[0].role is Role.HEADLINE
    assert article.byline and article.byline.value == "A. Roy, B. Sen"
    assert article.source and (article.source.value, article.source.basis) == (
        "Valley News",
        "the page's JSON-LD (publisher)",
    )
    assert article.published and article.published.value == "2023-02-01"


@pytest.mark.parametrize(
    "script",
    ["{broken", "[" * 50_000, "null", '"text"', "[1, 2]",
     '{"@type": {"a": 1}, "headline": 3}', '{"@graph": {"@graph": 7}}',
     '{"@type": "NewsArticle", "author": {"name": {"x": 1}}, "publisher": [], "datePublished": 20240101}'],
)  # fmt: skip
def test_hostile_linked_data_does_no_harm(script: str) -> None:
    found = read(
        {"name": "p.html", "content": f'<script type="application/ld+json">{script}</script><p>{LEAD}</p>'.encode()}
    )
    assert found.problems == () and found.articles[0].source is None


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ('<meta charset="windows-1251">', "windows-1251"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">', "koi8-r"),
    ],
)
def test_the_declared_encoding(head: str, encoding: str) -> None:
    text = "Поезд сошёл с рельсов у побережья в понедельник, сообщил оператор линии."
    article = page(f"<html><head>{head}</head><body><p>{text}</p></body></html>".encode(encoding))
    assert (article.text, article.encoding) == (text, encoding)


def test_xhtml_with_its_declaration() -> None:
    source = f'<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><body><p>{LEAD}</p></body></html>'
    assert "left the rails" in page(source, "p.xhtml").text


BOMB = (
    '<!DOCTYPE lolz [<!ENTITY a "'
    + "ha" * 50
    + '">'
    + "".join(f'<!ENTITY {y} "{f"&{x};" * 9}">' for x, y in zip("abcdef", "bcdefg", strict=True))
    + "]>"
)


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(BOMB + f"<html><body><p>{LEAD} &g;</p></body></html>", id="entities"),
        pytest.param("<div>" * 20_000 + f"<p>{LEAD}</p>", id="nested"),
        pytest.param(f"<p>{LEAD}</p><p>a\x00b</p><p>&#0; &#xD800; &#x110000;</p>", id="characters"),
        pytest.param(
            f"<p>{LEAD}<iframe src='file:///etc/passwd'></iframe><object data='http://x'></object></p>", id="frames"
        ),
        pytest.param(f"<!DOCTYPE x SYSTEM 'file:///etc/passwd'><p>{LEAD}</p>", id="external"),
        pytest.param(
            f"<p>{LEAD}</p><figure><figcaption></figcaption></figure><figcaption>x</figcaption><h1></h1>",
            id="empty parts",
        ),
        pytest.param(f"<p>{LEAD}</p><img src=x onerror=alert(1)><svg onload=alert(1)>", id="scripts"),
    ],
)
def test_hostile_pages(source: str) -> None:
    found = read(
        [
            {"name": "p.html", "content": source.encode()},
            {"name": "good.txt", "content": b"The vote was counted on Sunday night."},
        ]
    )
    texts = " ".join(article.text for article in found.articles)
    assert "root:" not in texts and "haha" not in texts and "alert" not in texts
    assert len(texts) < 2000
    assert len(found.articles) == 2 or found.problems


def test_nothing_is_said_that_the_page_does_not_state() -> None:
    article = page(f"<html><body><p>{LEAD}</p><p>{MORE}</p></body></html>")
    assert (article.source, article.byline, article.published, article.url) == (None, None, None, None)


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "/train"])
def test_only_web_addresses_are_addresses(url: str) -> None:
    assert page(f'<html><head><link rel="canonical" href="{url}"></head><body><p>{LEAD}</p></body></html>').url is None
