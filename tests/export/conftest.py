"""The tests of exports use the corpora that the tests of charts build by hand."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1] / "charts"))
