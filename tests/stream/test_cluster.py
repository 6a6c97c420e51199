"""A Dask cluster on this machine, and places that fsspec opens."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.stream.conftest import content
from workbench.errors import MissingPackage, OptionError
from workbench.stream import places, run

TABLES = ("articles", "blocks", "problems")
pytest.importorskip("fsspec", reason="fsspec is not installed: pip install 'analyst-workbench[cluster]'")


@pytest.fixture
def scheduler(first: Path) -> Iterator[str]:
    distributed = pytest.importorskip("distributed", reason="Dask is not installed: it comes with the extra [cluster]")
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None, protocol="tcp", host="127.0.0.1", silence_logs=50
    ) as cluster:
        yield cluster.scheduler_address


def test_a_cluster_writes_what_one_process_writes(scheduler: str, written: Callable[..., Path], tmp_path: Path) -> None:
    folder = written(12)
    options = {"tables": TABLES, "form": "parquet", "per_partition": 3, "progress": False}
    done = run([str(folder)], str(tmp_path / "cluster"), scheduler=scheduler, **options)  # type: ignore[arg-type]
    assert (done.articles, done.made, done.aside) == (12, done.partitions, 0)
    run([str(folder)], str(tmp_path / "here"), workers=0, **options)  # type: ignore[arg-type]
    assert content(tmp_path / "cluster") == content(tmp_path / "here")


def test_no_scheduler_is_said_at_once(written: Callable[..., Path], tmp_path: Path) -> None:
    with pytest.raises(OptionError, match="scheduler"):
        run([str(written(1))], str(tmp_path / "out"), scheduler="nothing", events="each", progress=False)


@pytest.mark.parametrize("package", ["distributed", "fsspec"])
def test_without_the_extra_a_sentence_names_it(
    package: str, written: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, package if package == "distributed" else "fsspec.core", None)
    named = [str(written(1))] if package == "distributed" else ["s3://bucket/articles"]
    with pytest.raises(MissingPackage, match=r"analyst-workbench\[cluster\]"):
        run(named, str(written(1) / "out"), scheduler="tcp://127.0.0.1:1", events="each", progress=False)


def test_what_is_read_from_and_written_to_memory_is_what_it_is_on_disk(
    written: Callable[..., Path], tmp_path: Path
) -> None:
    import fsspec

    folder = written(5)
    (folder / "sources.csv").write_text("file,source\na0001,The Courier\n")
    (folder / "odd.xyz").write_text("nothing that is read")
    memory = fsspec.filesystem("memory")
    memory.put(str(folder), "/corpus", recursive=True)
    options = {"tables": TABLES, "form": "jsonl", "per_partition": 2, "progress": False}
    told: list[str] = []
    for _ in range(2):
        run(["memory://corpus"], "memory://tables", events="each", tell=told.append, **options)  # type: ignore[arg-type]
    assert told == ["Done already: 3 partitions."]
    memory.get("/tables", str(tmp_path / "out"), recursive=True)
    run([str(folder)], str(tmp_path / "here"), events="each", workers=0, **options)  # type: ignore[arg-type]
    found = {
        name: one.replace(b"memory://corpus", str(folder).encode()) for name, one in content(tmp_path / "out").items()
    }
    for name, one in content(tmp_path / "here").items():
        if not name.startswith(("_manifest", "problems")):
            assert found[name] == one, name
    assert found.keys() == content(tmp_path / "here").keys()


@pytest.mark.parametrize("address", ["memory://listed/a*.txt", "memory://listed/a0001.txt", "memory://listed/"])
def test_addresses_name_files_folders_and_globs(address: str) -> None:
    import fsspec

    from workbench.stream import inputs

    memory = fsspec.filesystem("memory")
    memory.pipe({"/listed/a0001.txt": b"One.", "/listed/b.md": b"Two.", "/listed/.hidden.txt": b"Three."})
    found = [one.place for one in inputs.listed([address]) if isinstance(one, inputs.Input)]
    memory.rm("/listed", recursive=True)
    assert found == ["memory://listed/a0001.txt", *(["memory://listed/b.md"] if address.endswith("/") else [])]


@pytest.mark.parametrize("address", ["https://example.org/a", "ftp://example.org/a", "simplecache::s3://bucket/a"])
def test_nothing_is_fetched_from_the_web(address: str) -> None:
    with pytest.raises(OptionError, match="nothing is ever fetched"):
        places.opened(address)
