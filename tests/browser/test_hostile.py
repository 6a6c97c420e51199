"""Article text that would run, fetch or restyle: shown by every view, it is nothing but text."""

from typing import Any

import pytest

from tests.browser.conftest import write_notebook

EVIL = "http://evil.invalid"
RUN = "window.__ran=1"
PAYLOADS = (
    f'<img src="{EVIL}/i.png" onerror="{RUN}">',
    f"<script>{RUN};fetch('{EVIL}/s')</script>",
    f'<iframe srcdoc="<script>parent.__ran=1</script>" src="{EVIL}/f"></iframe>',
    f'<details open ontoggle="{RUN}"><summary>x</summary></details>',
    f"<style>body{{display:none}} @import '{EVIL}/c.css';</style>",
    f'<svg onload="{RUN}"><image href="{EVIL}/v.svg"/></svg>',
    f'<a href="javascript:{RUN}">click</a>',
    f'<form action="{EVIL}/form"><input autofocus onfocus="{RUN}"></form>',
    f'"><img src=x onerror={RUN}>',
    f"'-{RUN}-'",
    f"]]><!--><script>{RUN}</script>",
    f'<link rel="stylesheet" href="{EVIL}/l.css"><base href="{EVIL}/">',
    f'<meta http-equiv="refresh" content="0;url={EVIL}">',
    "$$\\href{javascript:window.__ran=1}{x}$$ \\(\\unicode{x}\\)",
    f"![x]({EVIL}/m.png) [x](javascript:{RUN})",
    "\u202ereversed\u202c \x00 \u2028 {{7*7}} ${7*7}",
)
FORBIDDEN = (
    *("script", "iframe", "object", "embed", "form", "link", "base", "meta", "svg", "details", "a[href]"),
    "img:not([src^='data:image/png'])",
)


@pytest.fixture
def hostile(folder: Any) -> str:
    """A notebook that shows every view, and every twin, of articles made of payloads."""
    articles = folder / "hostile"
    articles.mkdir(exist_ok=True)
    for number, payload in enumerate(PAYLOADS):
        said = f'"I saw 12 ships {payload} in the harbour," said Ana {payload} Okoro, who counted 34 {payload} people.'
        text = f"{payload} Flood in the north {payload}\n\nThe mayor said 120 {payload} homes were lost.\n\n{said}\n"
        (articles / f"a{number}.txt").write_text(text, encoding="utf-8")
    rows = ["file,source,published,url,note"]
    doubled = [payload.replace('"', '""') for payload in PAYLOADS]
    rows += [f'a{number}.txt,"{payload}",,,"{payload}"' for number, payload in enumerate(doubled)]
    (articles / "sources.csv").write_text("\n".join(rows), encoding="utf-8")
    write_notebook(
        folder / "notebooks" / "hostile.ipynb",
        "import workbench as wb\nfrom IPython.display import HTML",
        "start = wb.views.Start('../hostile')\nstart.selected = start.first\nstart",
        "figures = wb.views.Figures(start.corpus)\nfigures.selected = figures.first\nfigures",
        "quotes = wb.views.Quotes(start.corpus)\nquotes.selected = quotes.first\nquotes",
        "HTML(str(start.html()) + str(figures.html()) + str(quotes.html()))",
        "start.in_place()",
        "figures.frame",
    )
    return "hostile.ipynb"


def test_nothing_runs_and_nothing_is_fetched(opened: Any, hostile: str) -> None:
    page = opened.run(hostile).page
    page.locator(".wb-view .wb-grid").nth(2).wait_for()
    assert page.locator(".wb-view .wb-swatch").count() > 0
    for view in range(3):
        rows = page.locator(".wb-view").nth(view).locator("tr[data-id]")
        assert rows.count() > 0
        for row in range(min(4, rows.count())):
            rows.nth(row).locator("td").last.click()
    page.wait_for_timeout(500)
    assert page.evaluate("() => window.__ran") is None
    found = page.locator(", ".join(f":is(.wb-view, .wb-twin) {name}" for name in FORBIDDEN))
    assert found.count() == 0, found.all_inner_texts()
    events = "() => [...document.querySelectorAll(':is(.wb-view, .wb-twin) *')].flatMap((e) => e.getAttributeNames())"
    assert not [name for name in page.evaluate(events) if name.startswith("on")]
    assert "<img src=" in page.locator(".wb-view").first.inner_html().replace("&lt;", "<")
    assert not opened.elsewhere
    assert not opened.dialogs
    assert not opened.errors

    # The net holds: the same text as HTML does run, and does ask for its picture.
    page.evaluate("payload => document.body.insertAdjacentHTML('beforeend', payload)", PAYLOADS[0])
    page.wait_for_function("() => window.__ran === 1")
    assert opened.elsewhere == [f"{EVIL}/i.png"]
