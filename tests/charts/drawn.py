"""What the tests of charts look at: the words on a figure and the room that they take."""

import itertools

from matplotlib.backends.backend_agg import FigureCanvasAgg


def texts(ax):
    """What is written on the figure, and the boxes that it takes up, in pixels."""
    canvas = FigureCanvasAgg(ax.figure)
    canvas.draw()
    found = [text for text in ax.texts if text.get_text().strip()]
    return [(text.get_text(), text.get_window_extent(canvas.get_renderer())) for text in found]


def assert_apart(ax):
    """Nothing that is written is cut by the edge of the figure or lies on something else that is written."""
    width, height = ax.figure.get_size_inches() * ax.figure.dpi
    boxes = texts(ax)
    for said, box in boxes:
        assert box.x0 >= 0 and box.y0 >= 0 and box.x1 <= width and box.y1 <= height, said
    for (one, a), (other, b) in itertools.combinations(boxes, 2):
        wide = min(a.x1, b.x1) - max(a.x0, b.x0)
        tall = min(a.y1, b.y1) - max(a.y0, b.y0)
        assert wide <= 0.5 or tall <= 1.5, (one, other)
