from __future__ import annotations

import dataclasses

import pytest

from bpa_desktop.documents.model import (
    Bundle,
    Column,
    Heading,
    Meter,
    Note,
    PageRef,
    Table,
    Text,
    as_bundle,
)
from tests.documents.papers import columns, paper


def test_values_cannot_be_changed() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        paper().title = "andet"  # type: ignore[misc]


@pytest.mark.parametrize("level", [1, 7])
def test_a_heading_has_level_2_to_6(level: int) -> None:
    with pytest.raises(ValueError, match="level 2 to 6"):
        Heading(text="Timer", level=level)


@pytest.mark.parametrize("levels", [(3,), (2, 4), (2, 3, 2, 4)])
def test_a_skipped_level_is_refused(levels: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="stands under level"):
        paper(*(Heading(text="Timer", level=level) for level in levels))


def test_levels_may_go_back_up() -> None:
    levels = (2, 3, 4, 2, 3)
    made = paper(*(Heading(text="Timer", level=level) for level in levels))
    assert len(made.blocks) == len(levels)


@pytest.mark.parametrize("text", ["", "  ", "\n"])
def test_a_meter_without_words_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="text of a meter is blank"):
        Meter(value=1, maximum=2, text=text)


@pytest.mark.parametrize(("value", "maximum"), [(-1, 2), (1, 0), (1, -3)])
def test_a_meter_outside_its_range_is_refused(value: int, maximum: int) -> None:
    with pytest.raises(ValueError, match="from 0"):
        Meter(value=value, maximum=maximum, text="brugt")


@pytest.mark.parametrize(("value", "share"), [(0, 0.0), (1, 0.25), (4, 1.0), (9, 1.0)])
def test_the_share_of_a_meter_ends_at_full(value: int, share: float) -> None:
    assert Meter(value=value, maximum=4, text="brugt").share == share


def test_blank_titles_are_refused() -> None:
    for wrong in (
        lambda: Heading(text=" "),
        lambda: Column(title=""),
        lambda: paper(title=""),
        lambda: paper(key=""),
        lambda: Bundle(title="", language="da", documents=(paper(),)),
    ):
        with pytest.raises(ValueError, match="is blank"):
            wrong()


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(ValueError, match="no language 'xx'"):
        paper(language="xx")


def test_a_weight_below_zero_is_refused() -> None:
    with pytest.raises(ValueError, match="0 or more"):
        Column(title="Timer", weight=-1)


def test_a_table_has_columns() -> None:
    with pytest.raises(ValueError, match="at least one column"):
        Table(columns=(), rows=())


def test_each_row_and_the_totals_fill_the_columns() -> None:
    two = columns("Dag", "Timer")
    with pytest.raises(ValueError, match="row 2 has 1 cells for 2 columns"):
        Table(columns=two, rows=(("mandag", "7"), ("tirsdag",)))
    with pytest.raises(ValueError, match="row 2 has 3 cells"):
        Table(columns=two, rows=(("mandag", "7"),), totals=("I alt", "7", ""))


def test_a_bundle_names_each_document_once() -> None:
    with pytest.raises(ValueError, match="same key"):
        Bundle(title="Pakke", language="da", documents=(paper(), paper()))
    with pytest.raises(ValueError, match="at least one document"):
        Bundle(title="Pakke", language="da", documents=())


def test_a_page_reference_leads_into_the_bundle() -> None:
    ref = PageRef(document_key="elsewhere")
    table = Table(columns=columns("Side"), rows=((ref,),))
    for block in (table, Text(text="side {page}", page=ref), Note(text="side {page}", page=ref)):
        with pytest.raises(ValueError, match="no document 'elsewhere'"):
            as_bundle(paper(block))


def test_page_references_are_found_in_reading_order() -> None:
    refs = [PageRef(document_key=key) for key in "abc"]
    made = paper(
        Text(text="{page}", page=refs[0]),
        Table(columns=columns("Side"), rows=((refs[1],),), totals=(refs[2],)),
        Text(text="uden"),
    )
    assert list(made.page_refs()) == refs


def test_a_document_alone_is_a_bundle_of_one() -> None:
    made = paper(title="Timer")
    bundle = as_bundle(made)
    assert (bundle.title, bundle.language, bundle.documents) == ("Timer", "da", (made,))
    assert as_bundle(bundle) is bundle
