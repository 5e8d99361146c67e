"""The rules that come with the program, and what a broken file is refused for."""

from __future__ import annotations

import datetime as dt
import tomllib
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from bpa_desktop import paths
from bpa_desktop.domain import (
    breaks,
    conflicts,
    day_shifts,
    deadlines,
    fairness,
    leave_pay,
    night_work,
    rest,
    shortened_rest,
    weekly_rest,
    wishes,
    working_weeks,
)
from bpa_desktop.domain.rates import Confidence
from bpa_desktop.services.rulebook import Shelf, read_rules, rulebook

if TYPE_CHECKING:
    from pathlib import Path

TODAY = dt.date(2026, 3, 16)
MEASURES = (fairness.NIGHT, fairness.WEEKEND, fairness.HOLIDAY, leave_pay.TOGETHER)
"""How the program itself counts; no law asks for these numbers."""
READ = (Confidence.SEEN, Confidence.SEEN_2, Confidence.CALCULATED)
DOUBTFUL = {
    ("atp-month-full", Confidence.REMEMBERED),
    ("atp-month-two-thirds", Confidence.REMEMBERED),
    ("atp-month-third", Confidence.REMEMBERED),
    ("contract-changes", Confidence.REMEMBERED),
    ("gdpr-retention-applicants", Confidence.CONFLICT),
    ("hol-transfer-agreement", Confidence.CONFLICT),
    ("levy-barsel-dk", Confidence.CONFLICT),
    ("pay-evening", Confidence.CONFLICT),
    ("pay-g-days", Confidence.CONFLICT),
    ("pay-night", Confidence.CONFLICT),
    ("pay-overtime", Confidence.CONFLICT),
    ("pay-pension", Confidence.CONFLICT),
    ("pay-saturday", Confidence.CONFLICT),
    ("pay-stacking", Confidence.REMEMBERED),
    ("pay-sunday", Confidence.CONFLICT),
    ("sick-report-neither", Confidence.CONFLICT),
}
"""The only values that come with the program without having been read, or that sources dispute."""


def test_the_numbers_that_the_checks_ask_for() -> None:
    book = rulebook()
    assert book.whole(rest.RULE, "rest_minutes", TODAY) == 11 * 60
    assert book.whole(rest.RULE, "window_minutes", TODAY) == 24 * 60
    assert book.whole(weekly_rest.RULE, "rest_minutes", TODAY) == 24 * 60 + 11 * 60
    assert book.whole(weekly_rest.RULE, "between_minutes", TODAY) == 6 * 24 * 60
    assert book.whole(working_weeks.AVERAGE, "minutes_per_week", TODAY) == 48 * 60
    assert book.whole(working_weeks.AVERAGE, "reference_months", TODAY) == 4
    assert book.whole(working_weeks.RELATIVES, "minutes_per_week", TODAY) == 48 * 60
    assert book.whole(breaks.RULE, "longest_minutes", TODAY) == 6 * 60
    assert book.whole(night_work.RULE, "yearly_minutes", TODAY) == 300 * 60
    assert shortened_rest.limits(book.rule(shortened_rest.RULE, TODAY)) == (8 * 60, 2)
    assert day_shifts.terms(book.rule(day_shifts.RULE, TODAY)) == day_shifts.Terms(
        shift=24 * 60,
        inside=8 * 60,
        at_night=4 * 60,
        night=(dt.time(23), dt.time(6)),
        before=11 * 60,
        after=22 * 60,
        unbroken=6 * 60,
        between=24 * 60,
    )
    assert book.whole(conflicts.MINIMUM_AGE, "years", TODAY) == 18
    assert book.whole(deadlines.COMPLAINT, "weeks", TODAY) == 4


@pytest.mark.parametrize(
    "rule",
    [
        conflicts.ONE_PLACE,
        conflicts.EMPLOYED,
        conflicts.PRESENT,
        conflicts.NEED,
        wishes.ABLE,
        wishes.WILLING,
        wishes.MOST,
        wishes.LEAST,
        *MEASURES,
    ],
)
def test_the_program_s_own_checks_have_a_title(rule: str) -> None:
    found = rulebook().rule(rule, TODAY)
    assert found.title
    assert found.confidence is Confidence.OWN


def test_every_rule_of_law_has_a_named_source_and_is_marked_where_it_is_doubtful() -> None:
    book = rulebook()
    rows = [row for rule in book.ids() for row in book.rows(rule)]
    for row in rows:
        if row.confidence is Confidence.OWN:
            assert bool(row.values) is (row.id in MEASURES)
        else:
            assert row.confidence in READ or (row.id, row.confidence) in DOUBTFUL
            assert row.source
            assert row.section
            assert row.values
        assert row.title
        assert row.reason
    assert {(row.id, row.confidence) for row in rows} >= DOUBTFUL


def test_the_rule_book_is_read_once() -> None:
    assert rulebook() is rulebook()


def test_what_is_read_when_asked_is_what_is_read_at_once() -> None:
    at_once, when_asked = read_rules(paths.RESOURCES / "rules"), rulebook()
    assert when_asked.ids() == at_once.ids()
    for rule in at_once.ids():
        assert when_asked.rows(rule) == at_once.rows(rule)
    assert when_asked.rows("no-such-rule") == ()


def test_a_file_is_read_only_when_one_of_its_rules_is_asked_for(tmp_path: Path) -> None:
    row = '[[rule]]\nid = "{id}"\ntitle = "T"\nvalid_from = 2020-01-01\nconfidence = "OWN"\n'
    (tmp_path / "good.toml").write_text(row.format(id="good"), encoding="utf-8")
    (tmp_path / "bad.toml").write_text(row.format(id="bad") + "valid_to = ?\n", encoding="utf-8")
    shelf = Shelf(tmp_path)
    assert shelf.rule("good", TODAY).title == "T"
    with pytest.raises(tomllib.TOMLDecodeError):
        shelf.rule("bad", TODAY)


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
