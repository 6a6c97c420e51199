"""The columns of the reader in the browser: what is clicked, selected or typed is told to Python, which decides."""

from pathlib import Path

import anywidget
import traitlets

_HERE = Path(__file__).parent


class Pane(anywidget.AnyWidget):  # type: ignore[misc]  # anywidget is not typed
    """Articles side by side. Its traits are what is shown; clicks, keys and what is added come as messages."""

    _esm = _HERE / "reader.js"
    _css = _HERE / "reader.css"

    columns = traitlets.List().tag(sync=True)
    chips = traitlets.List().tag(sync=True)  # the layers: name, what it is called, how many marks
    layers = traitlets.List().tag(sync=True)  # those shown
    active = traitlets.Unicode("").tag(sync=True)  # the link that is followed
    followed = traitlets.Dict().tag(sync=True)  # by article: the spans
    notes = traitlets.Dict().tag(sync=True)  # by article: what is said of it
    origin = traitlets.List().tag(sync=True)  # the article and the place that was clicked: it does not move
    told = traitlets.Unicode("").tag(sync=True)
    reference = traitlets.Unicode("").tag(sync=True)
    tops = traitlets.Int(0).tag(sync=True)  # how often the columns were sent back to their tops
    found = traitlets.Dict().tag(sync=True)  # by article: the places of what is looked for
    can_add = traitlets.List().tag(sync=True)  # what can be added, and what each is called
    adding = traitlets.Dict().tag(sync=True)  # what is being added: its words, its fields, what was said
