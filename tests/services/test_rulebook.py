"""The rules that come with the program, and what a broken file is refused for."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from bpa_desktop.domain import conflicts, deadlines, fairness, rest
from bpa_desktop.domain.rates import Confidence
from bpa_desktop.services.rulebook import read_rules, rulebook

if TYPE_CHECKING:
    from pathlib import Path

TODAY = dt.date(2026, 3, 16)
MEASURES = (fairness.NIGHT, fairness.WEEKEND, fairness.HOLIDAY)
"""How the program itself counts; no law asks for these numbers."""


def test_the_numbers_that_the_checks_ask_for() -> None:
    book = rulebook()
    assert book.whole(rest.RULE, "rest_minutes", TODAY) == 11 * 60
    assert book.whole(rest.RULE, "window_minutes", TODAY) == 24 * 60
    assert book.whole(conflicts.MINIMUM_AGE, "years", TODAY) == 18
    assert book.whole(deadlines.COMPLAINT, "weeks", TODAY) == 4


@pytest.mark.parametrize(
    "rule",
    [conflicts.ONE_PLACE, conflicts.EMPLOYED, conflicts.PRESENT, conflicts.NEED, *MEASURES],
)
def test_the_program_s_own_checks_have_a_title(rule: str) -> None:
    found = rulebook().rule(rule, TODAY)
    assert found.title
    assert found.confidence is Confidence.OWN


def test_every_rule_of_law_was_read_in_a_named_source() -> None:
    book = rulebook()
    rows = [row for rule in book.ids() for row in book.rows(rule)]
    for row in rows:
        if row.confidence is Confidence.OWN:
            assert bool(row.values) is (row.id in MEASURES)
        else:
            assert row.confidence is Confidence.SEEN
            assert row.source
            assert row.section
            assert row.values
        assert row.title
        assert row.reason


def test_the_rule_book_is_read_once() -> None:
    assert rulebook() is rulebook()


def test_a_row_is_read_with_its_dates_and_exact_numbers(tmp_path: Path) -> None:
    (tmp_path / "b.toml").write_text(
        """
[[rule]]
id = "pay"
title = "Pay"
valid_from = 2021-10-01
valid_to = 2022-09-30
hour = 135.60
confidence = "SEEN-2"
source = "A table"
""",
        encoding="utf-8",
    )
    (tmp_path / "a.toml").write_text(
        '[[rule]]\nid = "x"\ntitle = "X"\nvalid_from = 2020-01-01\nconfidence = "OWN"\n',
        encoding="utf-8",
    )
    book = read_rules(tmp_path)
    assert book.ids() == ("pay", "x")
    row = book.rule("pay", dt.date(2022, 9, 30))
    assert row.values == {"hour": Decimal("135.60")}
    assert (row.confidence, row.source, row.section) == (Confidence.SEEN_2, "A table", "")


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ('id = "x"\nvalid_from = 2020-01-01\nconfidence = "OWN"', KeyError),
        ('id = "x"\ntitle = "X"\nvalid_from = 2020-01-01\nconfidence = "SURE"', KeyError),
        ('id = "x"\ntitle = "X"\nconfidence = "OWN"', KeyError),
    ],
)
def test_a_row_that_lacks_something_is_refused(
    text: str, error: type[Exception], tmp_path: Path
) -> None:
    (tmp_path / "a.toml").write_text(f"[[rule]]\n{text}\n", encoding="utf-8")
    with pytest.raises(error):
        read_rules(tmp_path)
