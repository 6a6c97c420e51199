"""Settings of the JupyterLab that ``workbench lab`` starts; whoever starts JupyterLab otherwise is not touched."""

from pathlib import Path

c = get_config()  # type: ignore[name-defined]  # noqa: F821 - given by Jupyter

# This machine only; the token stays on (Jupyter makes a new one at each start). No shell in the browser.
c.ServerApp.ip = "127.0.0.1"
c.ServerApp.terminals_enabled = False
# Files that are dropped in travel through the kernel's socket, whose own limit is 10 MB.
c.ServerApp.tornado_settings = {"websocket_max_message_size": 200 * 1024 * 1024}

# Nothing is asked of the network: no news, no look for updates, no list of extensions.
c.LabApp.news_url = None
c.LabApp.check_for_updates_class = "jupyterlab.NeverCheckForUpdate"
c.LabApp.extension_manager = "readonly"
c.LabApp.app_settings_dir = str(Path(__file__).with_name("settings"))
