"""Notebooks as pages: nothing in them acts, nothing is fetched, and what matters is still there."""

import json
from base64 import b64decode, b64encode

import nbformat
import pytest
from lxml import html as parser

from workbench.errors import SourceError
from workbench.export import notebooks

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '<img src="https://tracker.example/pixel.png">',
    '<svg onload="alert(1)"><script>alert(1)</script></svg>',
    '<a href="javascript:alert(1)">go</a>',
    '<a href=" JaVaScRiPt:alert(1)">go</a>',
    '<a href="data:text/html,<script>alert(1)</script>">go</a>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<form action="https://tracker.example"><input autofocus onfocus=alert(1)></form>',
    "<style>body{display:none} @import url(https://tracker.example/x.css);</style>",
    '<details ontoggle="alert(1)" open>x</details>',
    '<p style="background:url(https://tracker.example/x.png)">x</p>',
    '<link rel="stylesheet" href="https://tracker.example/x.css"><meta http-equiv="refresh" content="0;url=https://x.example">',
    '<object data="https://tracker.example"></object><embed src="https://tracker.example"><base href="https://x.example">',
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
]


def inert(page):
    """Assert that nothing in the page can run, restyle it or fetch anything."""
    tree = parser.fromstring(page)
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        assert element.tag not in {
            "script",
            "iframe",
            "object",
            "embed",
            "form",
            "input",
            "base",
            "link",
            "svg",
            "math",
        }
        for name, value in element.attrib.items():
            assert not name.startswith("on"), (element.tag, name)
            assert name not in {"srcdoc", "action", "formaction", "background"}
            if name in {"src", "srcset"}:
                assert value.startswith("data:image/")
            if name == "href":
                assert not value.strip().lower().startswith(("javascript:", "data:", "vbscript:"))
            if name == "style":
                assert "url" not in value and "expression" not in value
    assert len(tree.findall(".//style")) == 1
    assert [meta.get("http-equiv") for meta in tree.findall(".//meta") if meta.get("http-equiv")] == [
        "Content-Security-Policy"
    ]


def notebook(*outputs, source="view", markdown=()):
    cells = [nbformat.v4.new_markdown_cell(text) for text in markdown]
    return nbformat.v4.new_notebook(cells=[*cells, nbformat.v4.new_code_cell(source, outputs=list(outputs))])


def shown(**data):
    return nbformat.v4.new_output("display_data", {key.replace("__", "/"): value for key, value in data.items()})


@pytest.mark.parametrize("payload", HOSTILE)
def test_hostile_output_cannot_act(payload):
    kinds = [shown(text__html=f"<p>kept</p>{payload}"), shown(text__markdown=payload), shown(text__plain=payload)]
    stream = nbformat.v4.new_output("stream", name="stdout", text=payload)
    error = nbformat.v4.new_output("error", ename=payload, evalue=payload, traceback=[payload])
    page = notebooks.page(notebook(*kinds, stream, error, source=payload, markdown=[payload]), payload)
    inert(page)
    assert "kept" in page


def test_an_svg_is_an_image_and_keeps_its_picture():
    svg = "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
    output = nbformat.v4.new_output("display_data", {"image/svg+xml": svg, "text/plain": "<Chart: Words>"})
    page = notebooks.page(notebook(output), "t")
    inert(page)
    (picture,) = parser.fromstring(page).findall(".//img")
    assert b64decode(picture.get("src").split(",")[1]).decode() == svg and picture.get("alt") == "<Chart: Words>"


def test_a_widget_is_replaced_by_its_twin_and_a_progress_bar_by_nothing():
    widget = {"application/vnd.jupyter.widget-view+json": {"model_id": "1"}}
    view = nbformat.v4.new_output("display_data", {**widget, "text/html": "<table><tr><td>twin</td></tr></table>"})
    bar = nbformat.v4.new_output("display_data", {**widget, "text/plain": "HBox(children=(…, 0.31 s))"})
    page = notebooks.page(notebook(view, bar, nbformat.v4.new_output("stream", name="stderr", text="50%|")), "t")
    assert "twin" in page and "HBox" not in page and "50%" not in page


def test_a_table_loses_its_style_sheet_and_keeps_its_cells():
    page = notebooks.safe(
        "<style scoped>.dataframe{}</style><table class='dataframe'><td style='text-align: left'>5</td></table>"
    )
    assert "dataframe{}" not in page and 'class="dataframe"' in page and "text-align: left" in page


def test_pictures_keep_their_alternative_text():
    png = b64encode(b"\x89PNG").decode()
    output = nbformat.v4.new_output(
        "display_data", {"image/png": png}, metadata={"image/png": {"alt": "Words by source"}}
    )
    assert 'alt="Words by source"' in notebooks.page(notebook(output), "t")


def test_links_between_notebooks_lead_to_the_pages():
    page = notebooks.page(notebook(markdown=["[next](01-figures.ipynb) and [out](https://example.org/a)"]), "t")
    assert 'href="01-figures.html"' in page and 'href="https://example.org/a"' in page


def test_addresses_in_memory_and_colours_are_left_out():
    page = notebooks.page(notebook(shown(text__plain="<Thing at 0x7f3a12345678>\x1b[31m red")), "t")
    assert (
        "0x7f3a" not in page
        and "\x1b" not in page
        and "Thing at 0x… red" in parser.fromstring(page).text_content().replace(">", "")
    )


#: Writes where a kernel writes what goes wrong when it ends.
_DYING = "import os\nos.write(2, b'last words')"


def test_a_notebook_runs_in_its_folder_and_keeps_going_after_an_error(tmp_path, capfd):
    (tmp_path / "here.txt").write_text("found")
    cells = [nbformat.v4.new_code_cell(code) for code in ("print(open('here.txt').read())", "1 / 0", "40 + 2", _DYING)]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), tmp_path / "n.ipynb")
    (path,) = notebooks.find(tmp_path)
    ran = notebooks.run(path)
    page = notebooks.page(ran, "n")
    assert "found" in page and "42" in page and "ZeroDivisionError: division by zero" in page
    assert notebooks.failures(ran) == ["ZeroDivisionError: division by zero"]
    assert "last words" not in capfd.readouterr().err


def test_what_is_no_notebook_is_said_so(tmp_path):
    with pytest.raises(SourceError, match="There is no notebook at"):
        notebooks.find(tmp_path)
    (tmp_path / "bad.ipynb").write_text(json.dumps({"cells": 5}))
    with pytest.raises(SourceError, match=r"bad\.ipynb is no notebook that can be read"):
        notebooks.run(tmp_path / "bad.ipynb")
