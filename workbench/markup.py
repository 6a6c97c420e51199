"""The one place that makes HTML out of article text: everything is escaped, always, before it is put into a page.

Article text is hostile: a headline may hold ``<img onerror=...>``, a source's name ``</script>``. What comes out of
these functions is :class:`Html` (markupsafe's Markup): known to be escaped, and never escaped a second time.
"""

from collections.abc import Iterable
from typing import TypeAlias

from markupsafe import Markup
from markupsafe import escape as _escape

#: HTML that is safe to show: either written by us or escaped.
Html: TypeAlias = Markup


def escape(value: object) -> Html:
    """`value` as HTML that shows its very characters; nothing for None. What is Html already stays as it is.

    >>> str(escape('<b> & "so"'))
    '&lt;b&gt; &amp; &#34;so&#34;'
    """
    return Markup("") if value is None else _escape(value)


def mark(text: str, spans: Iterable[tuple[int, int] | tuple[int, int, str]]) -> Html:
    """`text` escaped, with each of the `spans` (offsets in `text`, in code points) between ``<mark>`` tags.

    A span may name a class for its mark as a third item. Spans may come in any order; what lies outside the text, or
    inside an earlier span, is left unmarked.

    >>> str(mark("a <b> c", [(2, 5)]))
    'a <mark>&lt;b&gt;</mark> c'
    """
    parts: list[Html] = []
    at = 0
    for start, end, *name in sorted(spans):
        start, end = max(start, at), min(end, len(text))
        if start < end:
            parts += [_escape(text[at:start]), tag("mark", text[start:end], class_=name[0] if name else None)]
            at = end
    return Markup("").join([*parts, _escape(text[at:])])


def tag(name: str, *content: object, **attributes: object) -> Html:
    """One element: `content` is escaped unless it is Html, attribute values always; ``class_`` stands for ``class``.

    An attribute that is None is left out; underscores in names become hyphens.

    >>> str(tag("td", "a & b", class_="n", title='say "so"', aria_label=None))
    '<td class="n" title="say &#34;so&#34;">a &amp; b</td>'
    """
    given = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_escape(str(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    return Markup(f"<{name}{given}>") + join(content) + Markup(f"</{name}>")  # noqa: S704 - names are ours


def join(parts: Iterable[object], between: object = "") -> Html:
    """The `parts` one after the other, with `between` in the gaps; what is not Html is escaped.

    >>> str(join(["1 < 2", tag("b", "so")], ", "))
    '1 &lt; 2, <b>so</b>'
    """
    return escape(between).join(escape(part) for part in parts)
