"""A page that stands on its own: our style inside it, nothing fetched, nothing that can run."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from workbench.charts import palette
from workbench.markup import Html, join, tag

#: Should anything slip through, the browser still refuses to run or fetch it.
_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def document(title: str, body: Html, *, kind: str = "briefing", sources: Mapping[str, int] | None = None) -> str:
    """A whole HTML page around `body`; `sources` (article_id to position) brings the classes that colour them."""
    style = _style() + "".join(_source_style(at) for at in (sources or {}).values())
    head = join(
        [
            Html('<meta charset="utf-8">'),
            Html(f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'),
            Html('<meta name="viewport" content="width=device-width, initial-scale=1">'),
            Html('<meta name="referrer" content="no-referrer">'),
            tag("title", title),
            Html(f"<style>{style}</style>"),
        ],
        "\n",
    )
    content = tag("main", body, class_=kind)
    return f'<!DOCTYPE html>\n<html lang="en">\n<head>\n{head}\n</head>\n<body>\n{content}\n</body>\n</html>\n'


def _source_style(at: int) -> str:
    light, dark = (palette.look(at, theme).colour for theme in palette.THEMES)
    return f".s{at}{{color:{light}}}@media screen and (prefers-color-scheme:dark){{.s{at}{{color:{dark}}}}}"


@cache
def _style() -> str:
    return Path(__file__).with_name("page.css").read_text(encoding="utf-8")
