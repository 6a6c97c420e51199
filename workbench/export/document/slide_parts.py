"""A chart too tall for a slide, cut between its rows into parts one can read, each with its columns’ heads."""

import io
import math
from typing import Any

import numpy as np
from PIL import Image

from workbench.export.charts import small

#: A chart is cut where it would have to shrink below this share of its size to fit.
_LEAST = 0.72
_AIM = 0.86
SLACK = 0.45  # inches by which a cut may move, where rows follow one another closely
_SOURCE = 0.75  # inches at the foot that are never alone on a slide


def parts(
    image: bytes, axes: Any, room: tuple[float, float], slack: float = SLACK
) -> list[tuple[bytes, tuple[float, float]]]:
    """The picture of the chart on `axes` as one or more pictures, each with its size in inches.

    `room` is the width and height of the slide's content, in inches; `slack` how far a cut may move to where there is
    least to cut through.
    """
    wide, high = (float(size) for size in axes.figure.get_size_inches())
    if min(room[0] / wide, room[1] / high, 1.0) >= _LEAST:
        return [(image, (wide, high))]
    with Image.open(io.BytesIO(image)) as opened:
        picture = opened.convert("RGB")
    dots = picture.height / high
    top = (1 - axes.get_position().y1) * high  # title and subtitle
    heads = float(getattr(axes, "workbench_heads", 0.0))
    head = picture.crop((0, round(top * dots), picture.width, round((top + heads) * dots)))
    most = room[1] / _AIM
    count = max(2, math.ceil((high - top - heads) / (most - heads)) if most > heads else 2)
    cuts = _cuts(picture, dots, (top + heads, high), count, slack)
    made = []
    for start, end in zip([0, *cuts], [*cuts, picture.height], strict=True):
        part = picture.crop((0, start, picture.width, end))
        if start and head.height:
            part = _below(head, part)
        made.append((_png(part, dots), (wide, part.height / dots)))
    return made


def _cuts(picture: Image.Image, dots: float, span: tuple[float, float], count: int, slack: float) -> list[int]:
    """Where to cut, in rows of the picture: near equal parts, where least is drawn; `span` is that of its rows."""
    begin, high = span
    grey = np.asarray(picture.convert("L"), dtype=np.int16)
    ink = (np.abs(grey - grey[0, 0]) > 24).sum(axis=1)
    found: list[int] = []
    for at in range(1, count):
        ideal = begin + (high - _SOURCE - begin) * at / count if begin > high / count else high * at / count
        low, top = round((ideal - slack) * dots), round((ideal + slack) * dots)
        low = max(low, (found[-1] if found else round(begin * dots)) + 1)
        stretch = ink[low : max(top, low + 1)]
        found.append(low + _middle(stretch == stretch.min()))
    return found


def _middle(least: Any) -> int:
    """The middle of the longest run of rows that have least in them."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], least, [False])).astype(np.int8)))
    starts, ends = edges[::2], edges[1::2]
    longest = int(np.argmax(ends - starts))
    return int((starts[longest] + ends[longest] - 1) // 2)


def _below(head: Image.Image, part: Image.Image) -> Image.Image:
    made = Image.new("RGB", (part.width, head.height + part.height))
    made.paste(head, (0, 0))
    made.paste(part, (0, head.height))
    return made


def _png(picture: Image.Image, dots: float) -> bytes:
    sink = io.BytesIO()
    picture.save(sink, "PNG", dpi=(dots, dots))
    return small(sink.getvalue())
