"""Times in other units stand at one place of a chart's scale, and say their own unit."""

from pathlib import Path

import workbench as wb
from workbench.charts import selection

TEXTS = {
    "north": "Ferries stop\n\nAll ferries to the island were suspended for 48 hours after the storm.\n",
    "south": "No ferries\n\nThe ferries to the island have been suspended for two days because of the storm.\n",
}


def test_hours_and_days_stand_at_one_place(tmp_path: Path) -> None:
    for name, text in TEXTS.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    corpus = wb.load(tmp_path, progress=False, event="*")
    rows = selection.data(corpus.articles, corpus.figures, quantities=corpus.quantities)
    assert list(zip(rows["article_id"], rows["value"], rows["surface"], strict=True)) == [
        ("north", 48, "48"),
        ("south", 48, "two days"),
    ]
    stated = corpus.figures.set_index("article_id")["value"]
    assert (stated["north"], stated["south"]) == (48, 2)  # the table keeps what the articles state
