"""Charts inside views: a picture for each theme, and one alone where our style sheet is not."""

import re

import pytest

from workbench import charts
from workbench.views.picture import of


@pytest.fixture(autouse=True)
def no_pictures() -> None:
    """Here the pictures are what is tested."""


def test_one_picture_a_theme(made) -> None:
    html = str(of(lambda: charts.corpus(made.corpus)))
    images = re.findall(r"<img [^>]*>", html)
    assert [re.search(r'class="([^"]*)"', image).group(1) for image in images] == ["wb-light", "wb-dark"]
    assert ["hidden" in image for image in images] == [False, True]
    assert all('alt="Words by source.' in image and 'src="data:image/png;base64,' in image for image in images)
    light, dark = (re.search(r"base64,([^\"]*)", image).group(1) for image in images)
    assert light != dark


def test_no_picture_is_wider_than_its_panel(made) -> None:
    """An inline width beats the style sheet: it must not let the picture run out of a narrow window."""
    html = str(of(lambda: charts.corpus(made.corpus)))
    assert re.findall(r'style="max-width:([^"]*)"', html) == ["min(100%, 864px)"] * 2
