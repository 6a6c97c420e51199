"""Measure speed on this machine: `make bench`. Prints tables and writes them to results.md; no test asserts any of it.

Everything is made here: invented events (`event.py`), and the seeds with other numbers in them; the same each time.
Each measurement runs in a process of its own, one after the other. Leave the machine alone meanwhile: about half an
hour with 10,000 articles and the browser, which ``--streamed 1 10 100 1000`` leaves out.

    python tests/benchmarks/run.py [--articles 5 50 500] [--streamed 1 10 100 1000 10000] [--sections ...]
"""

import argparse
import os
import platform
import random
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path

import cached
import clicks
import compiled
import event
import floor
import interaction
import stages
import stream

HERE = Path(__file__).parent
SEEDS = HERE.parents[1] / "seeds"
RESULTS = HERE / "results.md"
#: Milliseconds that an answer may take, by the number of articles.
LIMITS = {5: 100, 500: 300}
#: Streams of more articles than this are run with the most workers only.
LONG = 1000
#: Runs of such a stream, one and two workers in turn: by the clock two bring now more, now less; the middle counts.
TRIES = 3
SECTIONS = ("floor", "others", "cache", "kernel", "stages", "streams", "browser")
_LIBRARIES = ("spacy", "numpy", "pandas", "rapidfuzz", "ipywidgets", "msgspec")
_OTHERS = ("quantulum3", "textacy")


def write_seeds(folder: Path, count: int) -> None:
    """`count` articles: the seeds in turn, with every number of two or three digits replaced, seeded by the copy."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    for copy in range(count):
        dice = random.Random(copy)
        text = re.sub(r"\b\d{2,3}\b", lambda found, dice=dice: str(dice.randint(10, 999)), texts[copy % len(texts)])
        (folder / f"a{copy:06d}.txt").write_text(text, encoding="utf-8")


def import_ratio() -> float:
    """Seconds of ``import workbench`` over those of ``import pandas``, each in a fresh process, the best of five."""

    def best(module: str) -> float:
        code = f"import time; t = time.perf_counter(); import {module}; print(time.perf_counter() - t)"
        runs = [subprocess.run([sys.executable, "-c", code], capture_output=True, check=True) for _ in range(5)]
        return min(float(run.stdout) for run in runs)

    return best("workbench") / best("pandas")


def known_counts(count: int) -> tuple[int, int]:
    """How many of the counts that are known to stand in `count` articles are found as figures, and how many stand."""
    import workbench as wb

    numbers = {int(number) for ways in event.COUNTS.values() for number in ways}
    with tempfile.TemporaryDirectory() as name:
        event.write(Path(name), count)
        corpus = wb.load(name, progress=False, cache=False)
        found = {(figure.passage.article_id, figure.measure.value) for figure in corpus.figure_records}
        stands = {
            (article.article_id, number)
            for article in corpus.documents
            for number in numbers
            if re.search(rf"\b{number}\b", article.text)
        }
    return len(stands & found), len(stands)


class Told:
    """What was measured: sections of Markdown, and a line a goal; written anew after each, so that nothing is lost."""

    def __init__(self, out: Path | None) -> None:
        self._out = out
        self._goals: list[tuple[str, str, str]] = []
        self._sections: list[str] = []

    def goal(self, what: str, asked: str, measured: str) -> None:
        """One line of the first table."""
        self._goals.append((what, asked, measured))
        print(f"{what}: {measured} (asked: {asked})", flush=True)

    @contextmanager
    def section(self, title: str, about: str) -> Iterator[list[str]]:
        """A section with the lines that are put in the list meanwhile; what went wrong stands in it instead."""
        lines: list[str] = []
        try:
            yield lines
        except Exception as error:  # a missing browser or package: the other sections are measured all the same
            lines.append(f"\nNot measured: {' '.join(str(error).split())}")
        text = f"## {title}\n\n{about}\n\n" + "\n".join(lines)
        print(f"\n{text}\n", flush=True)
        self._sections.append(text)
        self._write()

    def _write(self) -> None:
        if self._out is None:
            return
        goals = [f"| {' | '.join(goal)} |" for goal in self._goals]
        head = ["# Speed", "", machine(), "", "| what | asked | measured |", "|---|---|---:|", *goals]
        self._out.write_text("\n".join([*head, "", *(f"{one}\n" for one in self._sections)]), encoding="utf-8")


def machine() -> str:
    """A paragraph on where and with what it was measured."""
    processor = next(
        (line.partition(":")[2].strip() for line in _lines("/proc/cpuinfo") if line.startswith("model name")),
        platform.processor() or platform.machine(),
    )
    used = ", ".join(f"{name} {version(name)}" for name in (*_LIBRARIES, *_OTHERS))
    return (
        f"Made by `make bench` on {os.cpu_count()} cores ({processor}), {platform.system()}, Python "
        f"{platform.python_version()}, {used}. Load of the machine at the end: {os.getloadavg()[0]:.1f}. "
        "Seconds are the processor's unless they are called the clock's."
    )


def _lines(path: str) -> list[str]:
    try:
        return Path(path).read_text(encoding="utf-8").splitlines()
    except OSError:
        return []


def measure_floor(told: Told, counts: Sequence[int]) -> None:
    about = (
        "The floor is the bare pipeline with all its parts on the same texts in one process, the model loaded; the "
        "whole reads, finds and compares everything, patterns and word lists being read for the first time. The "
        "modules of both are imported before; `with importing`, ours are not. Up to 100 articles the middle one of "
        "five processes counts. The articles of an event repeat paragraphs, which are parsed once: `no paragraph "
        "twice` is reckoned as if each stood in one only. `Once more` is a further analysis in the same process, the "
        "shortest of three, nothing being kept of the first but patterns and word lists."
    )
    with told.section("The whole analysis over the floor", about) as lines:
        heads = (
            "articles",
            "whole s",
            "floor s",
            "whole / floor",
            "with importing",
            "no paragraph twice",
            "once more / floor",
        )
        lines += [f"| {' | '.join(heads)} |", f"|{'---:|' * len(heads)}"]
        for count in counts:
            found = floor.in_own_process(count)
            ratio = found["whole"] / found["floor"]
            apart = (found["whole"] + found["parse"] * (1 / found["distinct"] - 1)) / found["floor"]
            again = found["again"] / found["floor"]
            seconds = f"{found['whole']:.2f} | {found['floor']:.2f}"
            lines.append(f"| {count} | {seconds} | {ratio:.2f} | {found['fresh']:.2f} | {apart:.2f} | {again:.2f} |")
            if count < 50:
                told.goal(f"a second analysis in the process / floor, {count} articles", "at most 1.0", f"{again:.2f}")
            else:
                told.goal(f"whole analysis / floor, {count} articles", "at most 1.0", f"{ratio:.2f}")
        found_counts, known = known_counts(50)
        lines.append(f"\nOf {known} counts known to stand in 50 articles, {found_counts} are found.")


def measure_others(told: Told) -> None:
    about = (
        "The same 50 texts (the seeds with other numbers), the same run, seconds beyond the parse, which both sides "
        "are given, unless a line says otherwise."
    )
    with told.section("Beside other tools", about) as lines, tempfile.TemporaryDirectory() as name:
        lines += ["| what | ours s | theirs s | ours / theirs |", "|---|---:|---:|---:|"]
        write_seeds(Path(name), 50)
        command = [sys.executable, str(HERE / "others.py"), name]
        done = subprocess.run(command, capture_output=True, check=True, text=True)
        for line in done.stdout.splitlines():
            what, ours, theirs = line.split("\t")
            ratio = float(ours) / float(theirs)
            lines.append(f"| {what} | {float(ours):.3f} | {float(theirs):.3f} | {ratio:.2f} |")
            if what.startswith(("figures, beside", "quotes, beside")):
                told.goal(what, "below 1", f"{ratio:.2f}")


def measure_cache(told: Told, counts: Iterable[int]) -> None:
    about = (
        "A load here is reading and all that is found and compared, each in a process of its own; the first has an "
        "empty cache and loads the model. `imports` stands apart, since both loads have it; `again` is one more load "
        "in the same process; `rows` makes the rows of every table."
    )
    with told.section("Cold, warm and cached", about) as lines:
        heads = ("articles", "imports", "first", "second", "again", "rows", "first / second")
        lines += [f"| {' | '.join(heads)} |", f"|{'---:|' * len(heads)}"]
        for count in counts:
            found = cached.measure(count)
            ratio = found["first"] / found["second"]
            cells = [f"{found[name]:.3f}" for name in heads[1:-1]]
            lines.append(f"| {count} | {' | '.join(cells)} | ×{ratio:.0f} |")
            told.goal(f"first load / second, {count} articles", "at least 50", f"{ratio:.0f}")


def measure_streams(told: Told, counts: Sequence[int], workers: Sequence[int]) -> None:
    about = (
        "`workbench tables --stream --events folder`, every table, ten articles an event; each row one run of the "
        "command line, of 1,000 articles the middle one of three, start and loading of the model included. `peak MB` "
        "is the most that the largest process held."
    )
    with told.section("Streams", about) as lines:
        lines += [f"| {' | '.join(stream.HEADS)} |", f"|{'---:|' * len(stream.HEADS)}"]
        runs: dict[tuple[int, int], stream.Run] = {}
        for count in counts:
            crews = workers if count <= LONG else workers[-1:]
            tried = [tuple(stream.runs([count], crews)) for _ in range(TRIES if count == LONG else 1)]
            for same in zip(*tried, strict=True):
                run = sorted(same, key=lambda one: one.clock)[len(same) // 2]
                runs[run.articles, run.workers] = run
                lines.append(run.line)
                print(run.line, *(f"{one.clock:.1f}" for one in same), flush=True)
            if count == LONG and tuple(crews) == (1, 2):
                ratios = sorted(one.clock / two.clock for one, two in tried)
                said = f"{ratios[TRIES // 2]:.2f} ({ratios[0]:.2f} to {ratios[-1]:.2f})"
                told.goal(f"two workers / one, {count:,} articles, by the clock", "at least 1.7", said)
        most = {articles: run for (articles, crew), run in runs.items() if crew == workers[-1]}
        if {100, 1000, 10000} <= most.keys():
            memory = most[10000].peak / most[1000].peak
            cost = most[10000].each / most[100].each
            told.goal("peak memory, 10,000 articles / 1,000", "at most 1.2", f"{memory:.2f}")
            told.goal("cost of an article, 10,000 / 100", "at most 1.2", f"{cost:.2f}")


def measure_kernel(told: Told, counts: Sequence[int]) -> None:
    about = (
        "Milliseconds of the processor in the kernel, widgets made and shown: `made` until the view is there, then the "
        "longest of three answers to each control; `drawn` is a chart, which follows the answer."
    )
    with told.section("Interaction: the kernel", about) as lines:
        _answers(told, lines, "kernel", interaction.table, counts)


def measure_browser(told: Told, counts: Sequence[int]) -> None:
    about = (
        "Milliseconds by the clock in headless Chromium on JupyterLab, from the act until the page shows the answer; "
        "of three acts a control, the longest median."
    )
    with told.section("Interaction: the browser", about) as lines:
        _answers(told, lines, "browser", clicks.table, counts)


def _answers(
    told: Told, lines: list[str], where: str, measured: Callable[[int], Iterable[str]], counts: Sequence[int]
) -> None:
    for count in counts:
        rows = []
        for row in measured(count):
            rows.append(row)
            lines.append(row)
        lines.append("")
        worst, at = longest(rows)
        told.goal(
            f"longest answer in the {where}, {count} articles", f"at most {LIMITS[count]} ms", f"{worst:,.0f} ({at})"
        )


def longest(rows: Sequence[str]) -> tuple[float, str]:
    """The largest number in a Markdown table, `made` and `drawn` apart, and where it stands."""
    heads, _, *body = ([cell.strip() for cell in row.strip("| ").split("|")] for row in rows)
    numbers = [
        (float(cell.replace(",", "")), f"{cells[0]}, {head}")
        for cells in body
        for head, cell in zip(heads[1:], cells[1:], strict=True)
        if head not in ("made", "drawn") and re.fullmatch(r"[\d,.]+", cell)
    ]
    return max(numbers, default=(0.0, "nothing"))


def measure_stages(told: Told, counts: list[int]) -> None:
    about = "Seconds by stage, one event; `warm` is a second analysis in the same process."
    with told.section("By stage", about) as lines:
        lines += stages.table(counts)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, nargs="+", default=[5, 50, 500])
    parser.add_argument("--streamed", type=int, nargs="+", default=[1, 10, 100, 1000, 10000])
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--sections", nargs="+", choices=SECTIONS, help="all of them otherwise")
    parser.add_argument("--out", type=Path, help="results.md; where only some sections are measured, nothing")
    given = parser.parse_args()
    compiled.package()
    told = Told(given.out or (None if given.sections else RESULTS))
    told.goal("import workbench / import pandas", "below 0.2", f"{import_ratio():.2f}")
    asked = [count for count in given.articles if count in LIMITS]
    sections: dict[str, Callable[[], None]] = {
        "floor": lambda: measure_floor(told, given.articles),
        "others": lambda: measure_others(told),
        "cache": lambda: measure_cache(told, [count for count in given.articles if count <= 50]),
        "kernel": lambda: measure_kernel(told, asked),
        "stages": lambda: measure_stages(told, given.articles),
        "streams": lambda: measure_streams(told, given.streamed, given.workers),
        "browser": lambda: measure_browser(told, asked),
    }
    for name in given.sections or sections:
        sections[name]()


if __name__ == "__main__":
    main()
