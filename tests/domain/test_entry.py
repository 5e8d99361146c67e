"""Typed and dictated entries become values, and what cannot be read is refused in a sentence."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop import i18n
from bpa_desktop.domain import entry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MONDAY = dt.date(2026, 3, 16)
DAYS = st.dates(dt.date(1930, 1, 1), dt.date(2090, 12, 31))
LANGUAGES = st.sampled_from(i18n.LANGUAGES)


@pytest.fixture(name="_speaking", params=i18n.LANGUAGES)
def _each_language(request: pytest.FixtureRequest) -> Iterator[None]:
    with i18n.speaking(request.param):
        yield


in_each_language = pytest.mark.usefixtures("_speaking")


def at(text: str) -> dt.time:
    return dt.time.fromisoformat(text)


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("7", "07:00"),
        ("07", "07:00"),
        ("715", "07:15"),
        ("0715", "07:15"),
        ("7.15", "07:15"),
        ("7:15", "07:15"),
        ("7,15", "07:15"),
        ("7 15", "07:15"),
        ("22:30", "22:30"),
        ("00:00", "00:00"),
        ("24", "00:00"),
        ("24:00", "00:00"),
        ("kl. 7", "07:00"),
        ("Kl 7.15", "07:15"),
        ("klokken syv", "07:00"),
        ("syv", "07:00"),
        ("syv tredive", "07:30"),
        ("syv femogfyrre", "07:45"),
        ("syv fem og fyrre", "07:45"),
        ("syv nul fem", "07:05"),
        ("nul syv nul nul", "07:00"),
        ("halv otte", "07:30"),
        ("halv et", "00:30"),
        ("kvart over syv", "07:15"),
        ("et kvarter over syv", "07:15"),
        ("kvart i otte", "07:45"),
        ("ti over syv", "07:10"),
        ("ti minutter i otte", "07:50"),
        ("fem i et", "00:55"),
        ("fem over halv otte", "07:35"),
        ("fem i halv otte", "07:25"),
        ("otte om aftenen", "20:00"),
        ("8 om eftermiddagen", "20:00"),
        ("12 om natten", "00:00"),
        ("11 om natten", "23:00"),
        ("to om natten", "02:00"),
        ("syv om morgenen", "07:00"),
        ("midnat", "00:00"),
        ("middag", "12:00"),
        ("seven", "07:00"),
        ("at seven", "07:00"),
        ("seven thirty", "07:30"),
        ("seven thirty-five", "07:35"),
        ("seven thirty five", "07:35"),
        ("seven oh five", "07:05"),
        ("seven o'clock", "07:00"),
        ("half past seven", "07:30"),
        ("half seven", "07:30"),
        ("quarter past seven", "07:15"),
        ("a quarter to eight", "07:45"),
        ("ten to eight", "07:50"),
        ("ten minutes past seven", "07:10"),
        ("seven pm", "19:00"),
        ("7 p.m.", "19:00"),
        ("7:30pm", "19:30"),
        ("12 am", "00:00"),
        ("12 pm", "12:00"),
        ("730 am", "07:30"),
        ("eleven at night", "23:00"),
        ("two at night", "02:00"),
        ("noon", "12:00"),
        ("midnight", "00:00"),
        ("  SYV  ", "07:00"),
    ],
)
@in_each_language
def test_a_time_is_read(text: str, time: str) -> None:
    assert entry.parse_time(text) == at(time)


@pytest.mark.parametrize(
    "text",
    [
        *("", "  ", "25", "7:60", "7:5", "24:01", "12345", "seven eight nine", "Anna", "7-15"),
        *("-7", "halv", "kvart over", "ti over 7:15", "sixty past seven", "99 i 7", "pm"),
    ],
)
@in_each_language
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(entry.TimeUnclear):
        entry.parse_time(text)


@given(st.times(), LANGUAGES)
def test_a_shown_time_is_read_back(time: dt.time, language: str) -> None:
    shown = time.replace(second=0, microsecond=0)
    with i18n.speaking(language):
        assert entry.parse_time(i18n.clock(shown)) == shown


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("7-15", "07:00", "15:00"),
        ("7–15", "07:00", "15:00"),
        ("07 - 15", "07:00", "15:00"),
        ("7:30-15", "07:30", "15:00"),
        ("7.30-15.15", "07:30", "15:15"),
        ("0715", "07:00", "15:00"),
        ("2307", "23:00", "07:00"),
        ("07301515", "07:30", "15:15"),
        ("7 15", "07:00", "15:00"),
        ("7:30 15:00", "07:30", "15:00"),
        ("23-7", "23:00", "07:00"),
        ("7-24", "07:00", "00:00"),
        ("7-7", "07:00", "07:00"),
        ("kl. 7-15", "07:00", "15:00"),
        ("syv til femten", "07:00", "15:00"),
        ("fra syv til femten", "07:00", "15:00"),
        ("mellem 7 og 15", "07:00", "15:00"),
        ("between seven and fifteen", "07:00", "15:00"),
        ("to til ti", "02:00", "10:00"),
        ("halv otte til kvart over tre", "07:30", "03:15"),
        ("7 om morgenen til 7 om aftenen", "07:00", "19:00"),
        ("seven to fifteen", "07:00", "15:00"),
        ("7 to 15", "07:00", "15:00"),
        ("from seven until fifteen", "07:00", "15:00"),
        ("ten to eight", "10:00", "08:00"),
        ("quarter to eight to half past three pm", "07:45", "15:30"),
        ("7 am to 3 pm", "07:00", "15:00"),
    ],
)
@in_each_language
def test_a_span_is_read(text: str, start: str, end: str) -> None:
    assert entry.parse_span(text) == (at(start), at(end))


@pytest.mark.parametrize(
    "text", ["", "7", "7-", "-15", "7-15-23", "25-26", "715", "seven to ten to three", "7 til"]
)
@in_each_language
def test_what_is_no_span_or_two_spans_is_refused(text: str) -> None:
    with pytest.raises(entry.SpanUnclear):
        entry.parse_span(text)


@pytest.mark.parametrize(
    ("text", "understood"),
    [("7", {"time": "07:00"}), ("halv otte", {"time": "07:30"}), ("715", {"time": "07:15"})],
)
def test_a_span_of_one_time_says_which_time_was_understood(
    text: str, understood: dict[str, str]
) -> None:
    with pytest.raises(entry.EndMissing) as refused:
        entry.parse_span(text)
    assert refused.value.values == understood


def test_a_span_that_may_be_read_in_two_ways_tells_both() -> None:
    with pytest.raises(entry.SpanTwofold) as refused, i18n.speaking("en"):
        entry.parse_span("ten to seven to three")
    assert refused.value.values == {"ways": "06:50–03, 10–02:53"}


@given(st.times(), st.times(), LANGUAGES)
def test_a_shown_span_is_read_back(start: dt.time, end: dt.time, language: str) -> None:
    times = tuple(time.replace(second=0, microsecond=0) for time in (start, end))
    with i18n.speaking(language):
        assert entry.parse_span(i18n.span(*times)) == times


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("16.3.2026", "2026-03-16"),
        ("16. 3. 2026", "2026-03-16"),
        ("16-3-2026", "2026-03-16"),
        ("16/3/2026", "2026-03-16"),
        ("16 3 2026", "2026-03-16"),
        ("16/3", "2026-03-16"),
        ("16.3.", "2026-03-16"),
        ("16.3.26", "2026-03-16"),
        ("16.3.85", "1985-03-16"),
        ("160326", "2026-03-16"),
        ("16032026", "2026-03-16"),
        ("2026-03-16", "2026-03-16"),
        ("30/12", "2025-12-30"),
        ("1/9", "2026-09-01"),
        ("16. marts", "2026-03-16"),
        ("16. marts 2026", "2026-03-16"),
        ("den 16. marts 2026", "2026-03-16"),
        ("d. 16 mar 2026", "2026-03-16"),
        ("mandag 16. marts", "2026-03-16"),
        ("mandag den 16. marts 2026", "2026-03-16"),
        ("man. 16/3", "2026-03-16"),
        ("sekstende marts", "2026-03-16"),
        ("den sekstende i tredje", "2026-03-16"),
        ("den 16. i 3.", "2026-03-16"),
        ("16 March", "2026-03-16"),
        ("16th March 2026", "2026-03-16"),
        ("the sixteenth of March", "2026-03-16"),
        ("March 16th, 2026", "2026-03-16"),
        ("Monday, 16 March 2026", "2026-03-16"),
        ("Monday March 16", "2026-03-16"),
        ("twenty-first of May", "2026-05-21"),
        ("i dag", "2026-03-16"),
        ("I dag", "2026-03-16"),
        ("i morgen", "2026-03-17"),
        ("i overmorgen", "2026-03-18"),
        ("i går", "2026-03-15"),
        ("i forgårs", "2026-03-14"),
        ("today", "2026-03-16"),
        ("tomorrow", "2026-03-17"),
        ("the day after tomorrow", "2026-03-18"),
        ("yesterday", "2026-03-15"),
        ("om 3 dage", "2026-03-19"),
        ("om to uger", "2026-03-30"),
        ("for en uge siden", "2026-03-09"),
        ("in 3 days", "2026-03-19"),
        ("in two weeks", "2026-03-30"),
        ("one week ago", "2026-03-09"),
        ("næste uge", "2026-03-23"),
        ("next week", "2026-03-23"),
        ("mandag", "2026-03-23"),
        ("på mandag", "2026-03-23"),
        ("tirsdag", "2026-03-17"),
        ("søndag", "2026-03-22"),
        ("lør", "2026-03-21"),
        ("torsdag i næste uge", "2026-03-26"),
        ("i mandags", "2026-03-09"),
        ("i søndags", "2026-03-15"),
        ("sidste fredag", "2026-03-13"),
        ("Monday", "2026-03-23"),
        ("on Friday", "2026-03-20"),
        ("Thursday next week", "2026-03-26"),
        ("last Sunday", "2026-03-15"),
    ],
)
@in_each_language
def test_a_date_is_read(text: str, day: str) -> None:
    assert entry.parse_date(text, MONDAY) == dt.date.fromisoformat(day)


@pytest.mark.parametrize("text", ["", "Anna", "marts", "16", "next tuesday", "i anna", "32 days"])
@in_each_language
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(entry.DateUnclear):
        entry.parse_date(text, MONDAY)


@pytest.mark.parametrize(
    "text", ["31.4.2026", "30. februar", "29/2/2026", "29/2", "1.13.2026", "om 99999999 dage"]
)
@in_each_language
def test_a_date_outside_the_calendar_is_refused(text: str) -> None:
    with pytest.raises(entry.DateMissing):
        entry.parse_date(text, MONDAY)


@in_each_language
def test_a_wrong_weekday_is_refused_with_the_right_one() -> None:
    with pytest.raises(entry.WeekdayWrong) as caught:
        entry.parse_date("tirsdag 16. marts 2026", MONDAY)
    assert caught.value.values["weekday"] in {"mandag", "Monday"}


@given(DAYS, DAYS, LANGUAGES)
def test_a_shown_date_is_read_back(day: dt.date, today: dt.date, language: str) -> None:
    with i18n.speaking(language):
        for shown in (i18n.date_words(day), i18n.date_short(day), day.isoformat()):
            assert entry.parse_date(shown, today) == day


@given(DAYS, st.integers(-170, 170), LANGUAGES)
def test_without_a_year_the_nearest_date_is_meant(today: dt.date, days: int, language: str) -> None:
    day = today + dt.timedelta(days=days)
    with i18n.speaking(language):
        if (day.month, day.day) != (2, 29):
            assert entry.parse_date(i18n.day_words(day), today) == day


@given(DAYS, st.integers(0, 6), LANGUAGES)
def test_a_weekday_is_within_the_next_seven_days(today: dt.date, n: int, language: str) -> None:
    day = today + dt.timedelta(days=n + 1)
    with i18n.speaking(language):
        assert entry.parse_date(i18n.weekday_words(day), today) == day


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("16.3.2026 07:00", "2026-03-16T07:00"),
        ("2026-03-16T07:00", "2026-03-16T07:00"),
        ("16/3 7", "2026-03-16T07:00"),
        ("16.03 7.10", "2026-03-16T07:10"),
        ("i morgen kl. 7", "2026-03-17T07:00"),
        ("mandag den 16. marts kl. 7.15", "2026-03-16T07:15"),
        ("tirsdag halv otte", "2026-03-17T07:30"),
        ("tomorrow at seven", "2026-03-17T07:00"),
        ("7:30 tomorrow", "2026-03-17T07:30"),
        ("kl. 7 i morgen", "2026-03-17T07:00"),
        ("7.15", "2026-03-18T07:15"),
        ("half past seven", "2026-03-18T07:30"),
    ],
)
@in_each_language
def test_a_moment_is_read(text: str, moment: str) -> None:
    wednesday = dt.date(2026, 3, 18)
    assert entry.parse_moment(text, MONDAY, wednesday) == dt.datetime.fromisoformat(moment)


def test_a_time_alone_is_today_where_no_day_is_given() -> None:
    assert entry.parse_moment("7", MONDAY) == dt.datetime.fromisoformat("2026-03-16T07:00")


@pytest.mark.parametrize("text", ["", "Anna", "16. marts", "16. marts 20 15", "i morgen tidlig"])
@in_each_language
def test_what_is_no_moment_or_two_moments_is_refused(text: str) -> None:
    with pytest.raises(entry.MomentUnclear):
        entry.parse_moment(text, MONDAY)


def test_a_moment_on_a_date_outside_the_calendar_says_so() -> None:
    with pytest.raises(entry.DateMissing):
        entry.parse_moment("30. februar kl. 7", MONDAY)


@given(DAYS, st.times(), LANGUAGES)
def test_a_shown_moment_is_read_back(day: dt.date, time: dt.time, language: str) -> None:
    moment = dt.datetime.combine(day, time.replace(second=0, microsecond=0))
    with i18n.speaking(language):
        shown = f"{i18n.date_words(moment.date())} {i18n.clock(moment)}"
        assert entry.parse_moment(shown, MONDAY) == moment


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("7", 420),
        ("7,5", 450),
        ("7.5", 450),
        ("7½", 450),
        ("7 ½", 450),
        ("7:30", 450),
        ("7 t 30 min", 450),
        ("7t30", 450),
        ("7 timer", 420),
        ("7,5 timer", 450),
        ("450 min", 450),
        ("45 minutter", 45),
        ("0,33", 20),
        ("7,33", 440),
        ("syv", 420),
        ("syv en halv", 450),
        ("syv og en halv time", 450),
        ("halvanden time", 90),
        ("en halv time", 30),
        ("en time og et kvarter", 75),
        ("en time og tyve minutter", 80),
        ("et kvarter", 15),
        ("tre kvarter", 45),
        ("seven and a half hours", 450),
        ("an hour and a half", 90),
        ("half an hour", 30),
        ("three quarters of an hour", 45),
        ("2 hours 15 minutes", 135),
        ("2h15m", 135),
        ("0", 0),
        ("168:00", 10080),
    ],
)
@in_each_language
def test_hours_are_read_as_minutes(text: str, minutes: int) -> None:
    assert entry.parse_hours(text) == minutes


@pytest.mark.parametrize("text", ["", "Anna", "7:60", "7-15", "timer", "1,2,3", "7,5½", "-7"])
@in_each_language
def test_what_is_no_amount_of_hours_is_refused(text: str) -> None:
    with pytest.raises(entry.HoursUnclear):
        entry.parse_hours(text)


@given(st.integers(0, 600_000), LANGUAGES)
def test_shown_hours_are_read_back(minutes: int, language: str) -> None:
    with i18n.speaking(language):
        assert entry.parse_hours(i18n.hours(minutes)) == minutes


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("45", 45), ("1 t 30", 90), ("halvanden time", 90), ("1:30", 90), ("fem minutter", 5)],
)
@in_each_language
def test_a_bare_number_may_mean_minutes(text: str, minutes: int) -> None:
    assert entry.parse_minutes(text) == minutes


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("da", "2.160", "2160"),
        ("da", "2.160,25", "2160.25"),
        ("da", "1.000.000", "1000000"),
        ("da", "2 160", "2160"),
        ("da", "2.16", "2.16"),
        ("en", "2,160", "2160"),
        ("en", "2,160.25", "2160.25"),
        ("en", "2.160", "2.160"),
        ("en", "7,5", "7.5"),
        ("da", "-3", "-3"),
        ("da", "−3", "-3"),
        ("da", "minus tre", "-3"),
        ("en", "two and a half", "2.5"),
        ("da", "toogtyve", "22"),
        ("en", "ninety-nine", "99"),
    ],
)
def test_a_number_follows_the_language(language: str, text: str, number: str) -> None:
    with i18n.speaking(language):
        assert entry.parse_number(text) == Decimal(number)


@pytest.mark.parametrize("text", ["", "Anna", "1.2.3", "7 timer", "syv hest", "--3"])
@in_each_language
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(entry.NumberUnclear):
        entry.parse_number(text)


@given(st.decimals(-10_000_000, 10_000_000, places=2), LANGUAGES)
def test_a_shown_number_is_read_back(value: Decimal, language: str) -> None:
    with i18n.speaking(language):
        assert entry.parse_number(i18n.number(value)) == value


def test_a_whole_number_has_no_decimals() -> None:
    assert entry.parse_whole_number("syv") == 7
    with pytest.raises(entry.WholeNumberNeeded):
        entry.parse_whole_number("7.5")


@pytest.mark.parametrize(
    "parse",
    [
        entry.parse_time,
        entry.parse_span,
        entry.parse_hours,
        entry.parse_minutes,
        entry.parse_number,
        lambda text: entry.parse_date(text, MONDAY),
        lambda text: entry.parse_moment(text, MONDAY),
    ],
)
@given(text=st.text(max_size=20))
def test_any_text_gives_a_value_or_a_sentence(parse: Callable[[str], object], text: str) -> None:
    try:
        value = parse(text)
    except entry.EntryRefused as refusal:
        assert str(refusal).endswith(".")  # noqa: PT017 - either outcome is right
    else:
        assert value is not None
