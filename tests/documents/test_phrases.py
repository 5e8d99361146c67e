from __future__ import annotations

import datetime as dt

import pytest

from bpa_desktop.documents.phrases import (
    counted,
    dates_words,
    days_words,
    difference,
    footer,
    in_hours,
    in_hours_exactly,
    joined,
    month_label,
    month_title,
    period_words,
    sentence,
    shift_span,
    weekdays_words,
)
from bpa_desktop.domain.kinds import WEEK, Weekday
from bpa_desktop.domain.period import Period
from bpa_desktop.i18n import speaking


def period(first: str, last: str) -> Period:
    return Period(dt.date.fromisoformat(first), dt.date.fromisoformat(last) + dt.timedelta(days=1))


@pytest.mark.parametrize(
    ("first", "last", "danish", "english"),
    [
        (
            "2026-02-20",
            "2026-05-19",
            "20. februar til 19. maj 2026",
            "20 February to 19 May 2026",
        ),
        (
            "2025-05-20",
            "2026-05-19",
            "20. maj 2025 til 19. maj 2026",
            "20 May 2025 to 19 May 2026",
        ),
        ("2026-05-19", "2026-05-19", "19. maj 2026", "19 May 2026"),
    ],
)
def test_a_period_in_words(first: str, last: str, danish: str, english: str) -> None:
    assert period_words(period(first, last)) == danish
    with speaking("en"):
        assert period_words(period(first, last)) == english


@pytest.mark.parametrize(
    ("first", "last", "words", "with_year"),
    [
        ("2026-02-20", "2026-02-28", "20.–28. februar", "20.–28. februar 2026"),
        ("2026-02-28", "2026-03-02", "28. februar–2. marts", "28. februar–2. marts 2026"),
        ("2026-03-02", "2026-03-02", "2. marts", "2. marts 2026"),
        (
            "2025-12-30",
            "2026-01-02",
            "30. december–2. januar",
            "30. december 2025–2. januar 2026",
        ),
    ],
)
def test_days_in_words(first: str, last: str, words: str, with_year: str) -> None:
    days = dt.date.fromisoformat(first), dt.date.fromisoformat(last)
    assert days_words(*days) == words
    assert dates_words(*days) == with_year


def test_months_are_named_and_parts_of_them_by_their_days() -> None:
    assert month_label(period("2026-03-01", "2026-03-31")) == "Marts"
    assert month_label(period("2026-05-01", "2026-05-19")) == "1.–19. maj"
    assert month_title(period("2026-03-01", "2026-03-31")) == "marts\u00a02026"
    with speaking("en"):
        assert month_label(period("2026-05-01", "2026-05-19")) == "1–19 May"
        assert month_title(period("2026-03-01", "2026-03-31")) == "March\u00a02026"


@pytest.mark.parametrize(
    ("minutes", "text"), [(0, "0"), (180, "+3"), (-840, "−14"), (-90, "−1,5"), (75, "+1,25")]
)
def test_a_difference_has_a_sign(minutes: int, text: str) -> None:
    assert difference(minutes) == text


@pytest.mark.parametrize(
    ("minutes", "text"), [(60, "1 time"), (-60, "−1 time"), (0, "0 timer"), (90, "1,5 timer")]
)
def test_hours_with_their_word(minutes: int, text: str) -> None:
    assert in_hours(minutes) == text


@pytest.mark.parametrize(
    ("minutes", "text"),
    [
        (90, "1,5 timer"),
        (6428, "107 timer og 8 minutter"),
        (61, "1 time og 1 minut"),
        (63, "1,05 timer"),
    ],
)
def test_an_odd_minute_is_told_where_hundredths_would_round_it(minutes: int, text: str) -> None:
    assert in_hours_exactly(minutes) == text


def test_counts_are_words_up_to_ten() -> None:
    assert [counted(number) for number in (0, 1, 2, 10, 11)] == ["ingen", "en", "to", "ti", "11"]


def test_lists_and_sentences() -> None:
    assert joined(["a"]) == "a"
    assert joined(["a", "b", "c"]) == "a, b og c"
    assert sentence("en vagt") == "En vagt"
    assert sentence("") == ""


@pytest.mark.parametrize(
    ("days", "danish", "english"),
    [
        ((Weekday.MONDAY,), "mandag", "Monday"),
        ((Weekday.SUNDAY, Weekday.SATURDAY), "lørdag og søndag", "Saturday and Sunday"),
        (WEEK[:5], "mandag til fredag", "Monday to Friday"),
        (
            (Weekday.MONDAY, Weekday.WEDNESDAY, Weekday.FRIDAY),
            "mandag, onsdag og fredag",
            "Monday, Wednesday and Friday",
        ),
    ],
)
def test_weekdays_in_words(days: tuple[Weekday, ...], danish: str, english: str) -> None:
    assert weekdays_words(days) == danish
    with speaking("en"):
        assert weekdays_words(days) == english


def test_a_shift_ends_at_24_rather_than_at_00() -> None:
    day = dt.datetime.fromisoformat("2026-04-01")
    assert shift_span(day.replace(hour=15), day + dt.timedelta(days=1)) == "15–24"
    assert shift_span(day, day.replace(hour=7, minute=30)) == "00–07:30"


def test_a_shift_of_a_day_or_more_names_the_day_it_ends_on() -> None:
    wednesday = dt.datetime.fromisoformat("2026-04-01T07:00")
    a_day = dt.timedelta(days=1)
    assert shift_span(wednesday, wednesday + a_day) == "07–tor 07"
    assert shift_span(wednesday, wednesday + dt.timedelta(hours=25)) == "07–tor 08"
    assert shift_span(wednesday, wednesday + dt.timedelta(hours=23, minutes=59)) == "07–06:59"
    midnight = wednesday.replace(hour=0)
    assert shift_span(midnight, midnight + a_day) == "00–24"
    assert shift_span(midnight, midnight + 2 * a_day) == "00–tor 24"
    assert shift_span(wednesday, midnight + 2 * a_day) == "07–tor 24"


def test_the_footer_names_the_case_when_there_is_one() -> None:
    assert footer("24/1234", "Overblik") == "Sagsnr. 24/1234 · Overblik"
    assert footer("", "Overblik") == "Overblik"
