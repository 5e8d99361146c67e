"""Values of fields as words, in both languages."""

from __future__ import annotations

import datetime as dt
import inspect
from dataclasses import replace
from decimal import Decimal

import pytest

from bpa_desktop import i18n
from bpa_desktop.domain.grant import GrantLine, Per
from bpa_desktop.domain.kinds import HourKind, Weekday
from bpa_desktop.domain.pattern import PatternLine
from bpa_desktop.domain.people import Availability, Employment
from bpa_desktop.domain.record import Value, about, field_named, record
from bpa_desktop.errors import N_
from bpa_desktop.views.value_words import sentence, worded


@record
class Key(Value):
    label: str = about(N_("Name"), default="")
    on: bool = about(N_("From"), default=False)
    days: tuple[Weekday, ...] = about(N_("Weekdays"), default=())
    when: dt.datetime | None = about(N_("First day"), default=None)
    count: int = about(N_("Lines"), default=0)
    minutes: int | None = about(N_("Hours"), default=None, in_hours=True)
    price: Decimal | None = about(N_("Number"), default=None)


@pytest.mark.parametrize(
    ("name", "value", "danish", "english"),
    [
        ("label", "Anna", "Anna", "Anna"),
        ("on", True, "Ja", "Yes"),
        ("on", False, "Nej", "No"),
        ("days", (Weekday.MONDAY, Weekday.FRIDAY), "mandag, fredag", "Monday, Friday"),
        (
            "when",
            dt.datetime.fromisoformat("2026-03-16T07:05"),
            "16. marts 2026 07:05",
            "16 March 2026 07:05",
        ),
        ("when", dt.date(2026, 3, 16), "16. marts 2026", "16 March 2026"),
        ("when", dt.time(7), "07:00", "07:00"),
        ("count", 1440, "1440", "1440"),
        ("minutes", 450, "7,5", "7.5"),
        ("minutes", None, "", ""),
        ("price", Decimal("1234.5"), "1.234,5", "1,234.5"),
    ],
)
def test_a_value_is_worded(name: str, value: object, danish: str, english: str) -> None:
    with i18n.speaking("da"):
        assert worded(field_named(Key, name), value).casefold() == danish.casefold()
    with i18n.speaking("en"):
        assert worded(field_named(Key, name), value) == english


def test_a_sentence_names_every_field_that_says_something() -> None:
    with i18n.speaking("en"):
        key = Key(label="Front door", on=True, minutes=90)
        assert sentence(key) == "Name: Front door, From: Yes, Lines: 0, Hours: 1.5"


@pytest.mark.parametrize(
    ("period", "words"),
    [
        (Employment(first_day=dt.date(2025, 1, 1)), "From 1 January 2025"),
        (
            Employment(first_day=dt.date(2025, 1, 1), last_day=dt.date(2025, 6, 30)),
            "1 January 2025 to 30 June 2025",
        ),
        (
            Employment(first_day=dt.date(2025, 1, 1), agreed_minutes_per_week=1830),
            "From 1 January 2025, 30.5 hours a week",
        ),
        (
            Employment(
                first_day=dt.date(2025, 1, 1),
                least_minutes_per_week=600,
                most_minutes_per_week=1200,
            ),
            "From 1 January 2025, at least 10, at most 20",
        ),
    ],
)
def test_an_employment_is_a_sentence(period: Employment, words: str) -> None:
    with i18n.speaking("en"):
        assert sentence(period) == words


def test_a_time_that_does_not_fit_is_a_sentence() -> None:
    wish = Availability(weekday=Weekday.WEDNESDAY, from_time=dt.time(7), to_time=dt.time(15))
    with i18n.speaking("da"):
        assert sentence(wish) == "Aldrig onsdag 07–15"
    with i18n.speaking("en"):
        assert sentence(wish) == "Never Wednesday 07–15"
        assert sentence(wish, {"anna": "Anna"}) == "Never Wednesday 07–15"


def test_a_line_of_a_grant_is_a_sentence() -> None:
    line = GrantLine(
        kind=HourKind.TRAINING,
        minutes=90,
        per=Per.MONTH,
        helpers=2,
        weekdays=(Weekday.MONDAY,),
        from_time=dt.time(7),
        to_time=dt.time(15),
    )
    with i18n.speaking("en"):
        assert sentence(line) == "Training: 1.5 hours per month, 2 helpers, Monday, 07–15"
        assert sentence(GrantLine(minutes=60)) == "Basic hours: 1 hour per week"


def test_every_sentence_may_be_told_the_names() -> None:
    for kind, words in sentence.registry.items():
        assert len(inspect.signature(words).parameters) == 2, kind


def test_a_line_of_a_pattern_is_a_sentence() -> None:
    line = PatternLine(from_time=dt.time(7), to_time=dt.time(15), helper="anna")
    with i18n.speaking("en"):
        assert sentence(line, {"anna": "Anna Nielsen"}) == "Week 1, Monday 07–15, Anna Nielsen"
        training = replace(line, helper=None, kind=HourKind.TRAINING)
        assert sentence(training) == "Week 1, Monday 07–15, unfilled, Training"
