"""Which library multiplies, and on how many threads: asked in a process where nothing is loaded yet."""

import json
import subprocess
import sys

_ASKED = """
import json, sys
from workbench.language.arithmetic import on_one_thread
before = "numpy" in sys.modules
with on_one_thread():
    from threadpoolctl import threadpool_info
    print(json.dumps([before, [one["num_threads"] for one in threadpool_info() if one["user_api"] == "blas"]]))
"""


def test_numpys_library_is_kept_to_one_thread_though_nothing_had_loaded_it_before() -> None:
    done = subprocess.run([sys.executable, "-c", _ASKED], capture_output=True, check=True)
    before, threads = json.loads(done.stdout)
    assert not before and threads and set(threads) == {1}
