"""spaCy without the commands of its command line: its package imports them all, with what they need to fetch things.

That is four hundred modules and a quarter of the time in which the model is there; nothing here runs a command.
"""

import sys
from types import ModuleType
from typing import Any

_COMMANDS = ("spacy.cli", "spacy.cli.info")


def bring() -> Any:
    """The spaCy package. Its commands are imported when somebody asks for them.

    Raises ImportError where spaCy is not installed.
    """
    if "spacy" in sys.modules:
        return sys.modules["spacy"]
    stand_ins = {name: ModuleType(name) for name in _COMMANDS}
    stand_ins["spacy.cli.info"].__dict__["info"] = _info
    sys.modules.update(stand_ins)
    try:
        import spacy
    except (ImportError, AttributeError):  # another spaCy, which needs more of them, or none
        pass
    finally:
        for name in _COMMANDS:
            sys.modules.pop(name, None)
    import spacy

    return spacy


def _info(*given: Any, **named: Any) -> Any:
    """What ``spacy.info`` is."""
    from spacy.cli.info import info

    return info(*given, **named)
