"""The chart in the panel of a quantity: drawn once it is wanted; of very many sources, said at once that it is not."""

import asyncio

import workbench as wb


def articles(count: int) -> list[dict[str, str]]:
    said = ("About 40", "More than 40", "Some 40")
    text = "Ferry sinks\n\nThe ferry sank. {} people were rescued, the port of Lund said."
    return [{"id": f"a{at}", "text": text.format(said[at % 3])} for at in range(count)]


def test_a_quantity_is_drawn_in_both_themes() -> None:
    view = wb.views.Quantities(wb.load(articles(3), progress=False, cache=False))
    assert view.widget is not None
    view.selected = view.whole.index[0]
    assert view._detail.value.count("<img") == 2
    assert view.measured.is_drawn(view.selected)


def test_in_a_kernel_the_words_come_first_and_then_the_chart() -> None:
    corpus = wb.load(articles(3), progress=False, cache=False)

    async def select() -> tuple[str, str]:
        view = wb.views.Quantities(corpus)
        assert view.widget is not None
        view.selected = view.whole.index[0]
        first = view._detail.value
        for _ in range(200):
            await asyncio.sleep(0.05)
            if "<img" in view._detail.value:
                break
        return first, view._detail.value

    first, then = asyncio.run(select())
    assert "wb-statements" in first and "<img" not in first
    assert "wb-statements" in then and then.count("<img") == 2


def test_of_very_many_sources_it_is_said_at_once_that_none_is_drawn() -> None:
    corpus = wb.load(articles(45), progress=False, cache=False)

    async def select() -> str:
        view = wb.views.Quantities(corpus)
        assert view.widget is not None
        view.selected = view.whole.index[0]
        return view._detail.value

    assert "45 sources are too many" in asyncio.run(select())
