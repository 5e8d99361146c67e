"""What users of other programs complain of, and the worked examples of rest, by their numbers."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from bpa_desktop.domain.clock import day_of, days_span, instant, overlap
from bpa_desktop.domain.findings import Code, Severity
from bpa_desktop.domain.scheme import Agreement
from bpa_desktop.domain.stints import actual
from bpa_desktop.domain.work import work_of
from bpa_desktop.domain.working_time import working_time
from bpa_desktop.errors import NOTHING
from bpa_desktop.i18n import speaking
from bpa_desktop.services.rulebook import rulebook
from bpa_desktop.services.wording import finding_sentence
from tests.domain.builders import FOA, STATUTE, absence, moment, row

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bpa_desktop.domain.clock import Span
    from bpa_desktop.domain.findings import Finding
    from bpa_desktop.domain.ground import Ground
    from bpa_desktop.domain.stints import Stint

    Rests = Mapping[str, Sequence[Span]]


def found(*rows: Stint, ground: Ground = STATUTE, rests: Rests = NOTHING) -> list[Finding]:
    everything = working_time(rows, rests, (), rulebook(), ground)
    return [one for one in everything if one.severity is not Severity.HINT]


def codes(*rows: Stint, ground: Ground = STATUTE, rests: Rests = NOTHING) -> list[tuple[Code, int]]:
    told = found(*rows, ground=ground, rests=rests)
    return [(one.code, one.minutes_short) for one in told]


def at(text: str) -> int:
    return instant(moment(text))


def test_peer_2_two_shifts_of_a_day_are_two_and_their_rest_is_seven_hours() -> None:
    night = row("2026-03-16T18:00", "2026-03-17T07:00")
    evening = row("2026-03-17T14:00", "2026-03-17T20:00")
    assert [block.shifts for block in work_of([night, evening])["anna"]] == [
        (night[0],),
        (evening[0],),
    ]
    ((code, short),) = codes(night, evening)
    assert (code, 11 * 60 - short) == (Code.DAILY_REST, 7 * 60)


@pytest.mark.parametrize("first", ["2026-03-28", "2026-10-24", "2026-12-31", "2028-02-28"])
def test_peer_4_what_lies_inside_a_day_is_never_counted_beyond_it(first: str) -> None:
    begin = moment(f"{first}T01:00")
    span = actual(row(begin.isoformat(), begin.replace(hour=9).isoformat()))
    night = at(f"{first}T00:00"), at(f"{first}T06:00")
    part = overlap(span, night)
    assert part is not None
    assert (part[1] - part[0], span[1] - part[1]) == (5 * 60, 3 * 60)


def test_peer_5_a_night_is_one_shift_and_its_hours_lie_on_two_days() -> None:
    night = row("2026-03-16T20:00", "2026-03-17T04:00")
    (block,) = work_of([night])["anna"]
    assert block.shifts == (night[0],)
    shares = [
        overlap(actual(night), days_span(day, day + dt.timedelta(days=1)))
        for day in (dt.date(2026, 3, 16), dt.date(2026, 3, 17))
    ]
    assert [part[1] - part[0] for part in shares if part] == [240, 240]


def test_peer_6_the_rules_reckon_in_danish_days() -> None:
    late = row("2026-07-12T23:30", "2026-07-13T00:30")
    assert day_of(actual(late)[0]) == dt.date(2026, 7, 12)


def test_peer_12_a_lawful_shift_is_no_violation_and_an_unlawful_one_is_explained() -> None:
    whole = row("2026-03-17T08:00", "2026-03-18T08:00", id="whole")
    night = at("2026-03-17T23:00")
    rests = {"whole": ((night, night + 420), (night - 600, night - 540))}
    assert codes(whole, ground=FOA, rests=rests) == []
    (one,) = found(whole, ground=STATUTE, rests=rests)
    with speaking("en"):
        text = finding_sentence(one, {"anna": "Anna Prøve"})
    for part in (
        "within 24 hours before Wednesday 18 March 2026 08:00",
        "The rule is 11 hours",
        "End at 21:00 at the latest.",
        "Rule: Daily rest.",
        "Arbejdsmiljøloven § 50",
    ):
        assert part in text


def test_peer_13_a_divided_day_must_end_by_ten() -> None:
    morning = row("2026-03-16T09:00", "2026-03-16T12:00")
    late = row("2026-03-16T15:00", "2026-03-16T23:00")
    assert codes(morning, late) == [(Code.DAILY_REST, 60)]
    (one,) = found(morning, late)
    assert one.values["end_by"] == at("2026-03-16T22:00")
    assert codes(morning, row("2026-03-16T15:00", "2026-03-16T22:00")) == []


@pytest.mark.parametrize(
    ("start", "end", "hours"),
    [("2026-03-28T22:00", "2026-03-29T06:00", 7), ("2026-10-24T22:00", "2026-10-25T06:00", 9)],
)
def test_own_addition_the_nights_of_the_clock_change(start: str, end: str, hours: int) -> None:
    (block,) = work_of([row(start, end)])["anna"]
    assert block.end - block.start == hours * 60


def test_own_addition_rest_is_real_time_in_the_nights_of_the_clock_change() -> None:
    march = row("2026-03-28T13:00", "2026-03-28T21:00"), row("2026-03-29T08:00", "2026-03-29T16:00")
    assert codes(*march) == [(Code.DAILY_REST, 60)]
    october = (
        row("2026-10-24T13:00", "2026-10-24T21:00"),
        row("2026-10-25T07:00", "2026-10-25T15:00"),
    )
    assert codes(*october) == []


def test_g_rest_01_eleven_hours_from_nine_to_eight() -> None:
    rows = row("2026-03-16T13:00", "2026-03-16T21:00"), row("2026-03-17T08:00", "2026-03-17T16:00")
    assert codes(*rows) == []
    earlier = row("2026-03-17T07:59", "2026-03-17T15:00")
    assert codes(rows[0], earlier) == [(Code.DAILY_REST, 1)]


def test_g_rest_02_ten_hours_are_one_too_few() -> None:
    rows = row("2026-03-16T13:00", "2026-03-16T21:00"), row("2026-03-17T07:00", "2026-03-17T15:00")
    assert codes(*rows) == [(Code.DAILY_REST, 60)]
    (one,) = found(*rows)
    assert one.values["begin_at"] == at("2026-03-17T08:00")


def test_g_rest_03_rest_on_the_spot_does_not_count_without_the_agreement() -> None:
    first = row("2026-03-16T08:00", "2026-03-17T08:00", id="first")
    second = row("2026-03-17T19:00", "2026-03-18T19:00", id="second")
    night = at("2026-03-16T22:00")
    rests = {"first": ((night, night + 480),), "second": ((night + 1440, night + 1920),)}
    assert codes(first, second, rests=rests) == [(Code.DAILY_REST, 660)] * 2


def test_g_rest_04_thirty_five_hours_every_seventh_day() -> None:
    week = [row(f"2026-03-{day:02}T07:00", f"2026-03-{day:02}T15:00") for day in range(2, 8)]
    assert at("2026-03-09T02:00") - at("2026-03-07T15:00") == 35 * 60
    enough = row("2026-03-09T02:00", "2026-03-09T10:00")
    assert codes(*week, enough) == []
    early = row("2026-03-09T01:30", "2026-03-09T10:00")
    assert codes(*week, early) == [(Code.WEEKLY_DAY_OFF, 30)]


@pytest.mark.parametrize("hour", range(24))
def test_g_rest_05_the_window_does_not_care_about_midnight(hour: int) -> None:
    start = moment("2026-03-16T00:00") + dt.timedelta(hours=hour)
    times = [start + dt.timedelta(hours=count) for count in (0, 8, 18, 26)]
    texts = [time.isoformat() for time in times]
    assert codes(row(*texts[:2]), row(*texts[2:])) == [(Code.DAILY_REST, 60)]


def test_g_24h_01_four_hours_and_four_single_ones_ask_for_a_day_before_the_next() -> None:
    whole = row("2026-03-17T08:00", "2026-03-18T08:00", id="whole")
    single = (at(f"2026-03-17T{hour}:00") for hour in (10, 13, 16, 19))
    night = at("2026-03-17T23:00")
    rests = {"whole": ((night, night + 240), *((start, start + 60) for start in single))}
    assert codes(whole, ground=FOA, rests=rests) == []
    for start, short in (("2026-03-19T08:00", 0), ("2026-03-19T07:00", 60)):
        end = moment(start) + dt.timedelta(days=1)
        later = row(start, end.isoformat(), id="later")
        wanted = [(Code.REST_AFTER_DAY_SHIFT, short)] if short else []
        assert codes(whole, later, ground=FOA, rests=rests) == wanted


def test_g_24h_04_without_the_agreement_a_24_hour_shift_breaks_the_daily_rest() -> None:
    whole = row("2026-03-17T08:00", "2026-03-18T08:00")
    for agreement in (Agreement.NONE, Agreement.OTHER, Agreement.UNKNOWN):
        ground = STATUTE._replace(agreement=agreement)
        assert codes(whole, ground=ground) == [(Code.DAILY_REST, 660)]


def test_g_24h_05_eight_hours_on_three_days_of_a_week() -> None:
    rows = []
    for day in (17, 19, 21):
        rows += [
            row(f"2026-03-{day - 1}T18:00", f"2026-03-{day - 1}T23:00"),
            row(f"2026-03-{day}T07:00", f"2026-03-{day}T12:00"),
        ]
    assert codes(*rows[:4], ground=FOA) == []
    assert codes(*rows, ground=FOA) == [(Code.SHORTENED_REST, 180)]


def test_g_48h_01_a_hundred_and_twenty_days_allow_822_86_hours() -> None:
    starts = [moment("2026-01-01T06:00") + dt.timedelta(days=day) for day in range(120)]
    rows = [row(start.isoformat(), (start + dt.timedelta(hours=7)).isoformat()) for start in starts]
    (one,) = [one for one in found(*rows) if one.code is Code.AVERAGE_WEEK]
    assert round(float(one.values["most"]) / 60, 2) == 822.86
    with speaking("en"):
        assert "The most is 822.86 hours: 17.15 hours too many." in finding_sentence(one, {})


def test_g_48h_03_fifty_hours_of_a_relative_are_two_too_many() -> None:
    rows = [row(f"2026-03-{day}T08:00", f"2026-03-{day}T18:00") for day in range(16, 21)]
    holder = STATUTE._replace(relatives=frozenset({"anna"}))
    assert codes(*rows, ground=holder) == [(Code.RELATIVE_WEEK, 120)]
    assert codes(*rows) == []


@pytest.mark.parametrize(("end", "right"), [("13:00", False), ("13:15", True)])
def test_g_break_01_six_hours_and_a_quarter_give_a_right_to_a_break(
    end: str,
    right: bool,  # noqa: FBT001
) -> None:
    rows = [row("2026-03-16T07:00", f"2026-03-16T{end}")]
    told = [one.code for one in working_time(rows, {}, (), rulebook(), STATUTE)]
    assert (Code.BREAK_RIGHT in told) is right


def test_holiday_and_sickness_do_not_stretch_the_average() -> None:
    starts = [moment("2026-01-01T06:00") + dt.timedelta(days=day) for day in range(80)]
    rows = [row(start.isoformat(), (start + dt.timedelta(hours=9)).isoformat()) for start in starts]
    away = [absence("anna", "2026-03-22", "2026-04-30")]
    told = {one.code for one in working_time(rows, {}, away, rulebook(), STATUTE)}
    assert Code.AVERAGE_WEEK in told
    assert Code.AVERAGE_WEEK not in {
        one.code for one in working_time(rows, {}, (), rulebook(), STATUTE)
    }
