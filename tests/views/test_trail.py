"""Back leads through the tools the way one came, and never round in a circle."""

from __future__ import annotations

import pytest

from bpa_desktop.views.place import Place
from bpa_desktop.views.trail import Trail


def _place(key: str) -> Place:
    """``Home`` stands in the navigation, ``?help`` needs no file, all others are tools."""
    return Place(
        key=key,
        title="",
        icon="",
        synonyms="",
        build=lambda _desk: pytest.fail("no page is shown"),
        help="",
        tool=not key.istitle(),
        without_file=key.startswith("?"),
    )


def _walked(*keys: str) -> Trail:
    """A trail after these places; ``<key`` is a place that one came back to."""
    trail = Trail()
    for key in keys:
        trail.enter(_place(key.removeprefix("<")), is_back=key.startswith("<"))
    return trail


@pytest.mark.parametrize(
    ("walked", "back"),
    [
        ((), ""),
        (("Home",), ""),
        (("Home", "case"), "Home"),
        (("Home", "case", "rules"), "case"),
        (("Home", "case", "rules", "rules"), "case"),
        (("Home", "case", "rules", "letter", "<rules"), "case"),
        (("Home", "case", "rules", "case"), "Home"),
        (("Home", "letter", "<letters"), "Home"),
        (("Home", "case", "?settings"), "case"),
        (("Home", "case", "?settings", "?help"), "case"),
        (("Home", "case", "Other"), ""),
        (("?settings", "Home", "case"), "Home"),
    ],
)
def test_back_leads_the_way_one_came(walked: tuple[str, ...], back: str) -> None:
    assert _walked(*walked).back == back
