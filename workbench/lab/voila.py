"""Settings of the Voila that ``workbench app`` starts (Voila looks for a file of this name)."""

import os
from pathlib import Path

# Where Voila looks for templates: ours gives the front page; all else is that of its own template "lab".
_OURS = str(Path(__file__).resolve().parent / "share")
os.environ["JUPYTER_PATH"] = os.pathsep.join(filter(None, (_OURS, os.environ.get("JUPYTER_PATH"))))

c = get_config()  # type: ignore[name-defined]  # noqa: F821 - given by Jupyter

c.Voila.token = os.environ["WORKBENCH_APP_TOKEN"]  # never without one
c.Voila.port_retries = 0
c.VoilaConfiguration.template = "workbench"
c.VoilaConfiguration.classic_tree = True  # the front page is a page: Voila's other one is a file browser
c.VoilaConfiguration.show_tracebacks = False
c.VoilaConfiguration.file_allowlist = []
c.MappingKernelManager.cull_idle_timeout = 1800
c.MappingKernelManager.cull_interval = 60
# The page may ask this server for things and nobody else: Voila's own pages name an icon font of another host.
c.Voila.tornado_settings = {
    "headers": {
        "Content-Security-Policy": "; ".join(
            (
                "default-src 'self'",
                "script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:",
                "style-src 'self' 'unsafe-inline' blob: data:",
                "img-src 'self' data: blob:",
                "font-src 'self' data:",
                "connect-src 'self' blob: data:",
                "worker-src 'self' blob:",
                "object-src 'none'",
                "base-uri 'self'",
                "form-action 'self'",
                "frame-ancestors 'self'",
            )
        )
    },
    "websocket_max_message_size": 200 * 1024 * 1024,
}
