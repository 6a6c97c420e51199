"""One merge of names rejected in the view of names, on the five articles that come with the workbench."""

import shutil
from pathlib import Path

import workbench as wb
from workbench import views

SEEDS = Path(__file__).parents[2] / "seeds"


def counted(corpus: wb.review.Reviewed) -> dict[str, int]:
    """How many mentions of the two names there are, by what they are called."""
    told = [row["canonical"] for row in corpus.rows("names") if row["surface"].split()[-1] in ("Coale", "Cole")]
    return {name: told.count(name) for name in dict.fromkeys(told)}


def test_a_merge_rejected_is_two_names_everywhere_and_after_a_restart(tmp_path: Path) -> None:
    folder = tmp_path / "seeds"
    shutil.copytree(SEEDS, folder, ignore=shutil.ignore_patterns(".*"))
    corpus = wb.load(folder, progress=False, analyst="Ada")
    names, quotes, labels = views.Names(corpus), views.Quotes(corpus), views.Labels(corpus)
    assert counted(corpus) == {"John Coale": 17}
    names.find = "Coale"
    key = names.selected = names.first
    forms = next(field for field in names.subject().fields if field.name == "uses")
    cole = [use for use in forms.options if use.endswith("Cole")]
    names.companions[0].hear({"do": "correct", "changes": {"uses": cole}, "reason": "two men"})
    names.find = ""

    def told(corpus: wb.review.Reviewed, names: views.Names) -> None:
        assert counted(corpus) == {"John Coale": 12, "John Cole": 5}
        apart = next(one for one in names.frame.index if names.frame.loc[one, "name"] == "John Cole")
        assert names.frame.loc[[key, apart], "mentions"].tolist() == [12, 5]
        assert names.frame.loc[[key], "reason"].isna().all(), "nothing is merged any more"
        rows = {row["canonical"]: row for row in corpus.rows("entities")}
        assert {rows[name]["decided"] for name in ("John Coale", "John Cole")} == {"corrected"}
        only = list(rows["John Cole"]["sources"])
        assert only == ["004_60b439d63baa77d5"] and only[0] not in rows["John Coale"]["sources"]
        said = {row["speaker"] for row in corpus.rows("quotes") if row["article_id"] == only[0]}
        assert "John Cole" in said and "John Coale" not in said
        names.selected = apart
        names.companions[0].hear({"do": "open", "form": "history"})
        assert [one["reason"] for one in names.companions[0].widget.history] == ["two men"]

    told(corpus, names)
    assert "John Cole" in set(quotes.frame["speaker"].dropna())
    assert {"John Coale", "John Cole"} <= set(labels.frame["name"])
    assert {row["decided"] for row in corpus.rows("labels") if row["canonical"] == "John Cole"} == {"corrected"}
    again = wb.load(folder, progress=False, analyst="Ada")
    told(again, views.Names(again))
    corpus.undo()
    assert counted(corpus) == {"John Coale": 17} and "John Cole" not in set(quotes.frame["speaker"].dropna())
