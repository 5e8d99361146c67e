"""What is read to judge some days: enough that nothing is missed, however long the history."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bpa_desktop.domain.clock import instant
from bpa_desktop.domain.findings import Code, Severity
from bpa_desktop.domain.people import Position
from bpa_desktop.domain.roster import RestPeriod
from bpa_desktop.domain.scheme import Agreement, Answer, LegalBasis, Party
from bpa_desktop.services.candidates import candidates
from bpa_desktop.services.checking import check, findings_between
from bpa_desktop.services.judging import judge_of
from bpa_desktop.services.reading import rests_of
from bpa_desktop.services.week import break_hints, roster, shift_findings
from tests.domain.builders import moment
from tests.services.little_roster import TODAY, days_and_evenings, helper, lay, open_little, shift

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.domain.findings import Finding
    from bpa_desktop.services.session import Session

DAY = dt.timedelta(days=1)
WEEK = dt.timedelta(days=7)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with open_little(tmp_path) as opened:
        yield opened


def answer(session: Session, **fields: object) -> None:
    scheme = session.scheme()
    assert scheme is not None
    session.save(replace(scheme, **fields), "answer")  # type: ignore[arg-type]


def codes(found: tuple[Finding, ...]) -> set[Code]:
    return {one.code for one in found}


def told(found: tuple[Finding, ...]) -> set[tuple[object, ...]]:
    return {(one.code, one.window, one.minutes_short) for one in found}


def whole_day(start: str, who: str = "anna") -> tuple[str, str, str]:
    after = moment(f"2026-{start} 08:00") + DAY
    return f"{start} 08:00", f"{after:%m-%d %H:%M}", who


def test_a_week_is_told_the_same_whatever_lies_before_it(session: Session) -> None:
    lay(session, *days_and_evenings("anna", "03-02", 28, "07:00", "15:00"))
    days = [TODAY + count * DAY for count in range(7)]
    week = told(findings_between(session, TODAY, TODAY + WEEK))
    by_day = {one for day in days for one in told(findings_between(session, day, day + DAY))}
    assert {code for code, _window, _short in week} == {Code.WEEKLY_DAY_OFF, Code.BREAK_RIGHT}
    assert week == by_day
    assert week <= told(findings_between(session, TODAY - 2 * WEEK, TODAY + WEEK))


def test_what_is_read_does_not_grow_with_the_history(session: Session) -> None:
    lay(session, *days_and_evenings("anna", "01-01", 300, "07:00", "15:00"))
    read = len(judge_of(session, TODAY, TODAY + WEEK).rows)
    earlier = [
        replace(
            one,
            id=f"old-{one.id}-{years}",
            planned_start=one.planned_start - years * 364 * DAY,
            planned_end=one.planned_end - years * 364 * DAY,
        )
        for one in days_and_evenings("anna", "01-01", 300, "07:00", "15:00")
        for years in (2, 3, 4)
    ]
    lay(session, *earlier)
    assert len(judge_of(session, TODAY, TODAY + WEEK).rows) == read
    assert read < 140


def test_hours_are_averaged_over_the_whole_period_when_one_week_is_looked_at(
    session: Session,
) -> None:
    lay(session, *days_and_evenings("anna", "01-01", 83, "07:00", "17:00"))
    april = dt.date(2026, 4, 27)
    found = findings_between(session, april, april + WEEK)
    assert Code.AVERAGE_WEEK in codes(found)
    assert Code.AVERAGE_WEEK not in codes(findings_between(session, april + WEEK, april + 2 * WEEK))


def test_rests_count_with_the_agreement_alone(session: Session) -> None:
    start, end, who = whole_day("03-17")
    rests = tuple(
        RestPeriod(start=moment(f"2026-{first}"), end=moment(f"2026-{last}"))
        for first, last in (("03-17 13:00", "03-17 15:00"), ("03-17 23:00", "03-18 05:00"))
    )
    whole = shift(start, end, who, rests=rests)
    lay(session, whole)
    span = TODAY, TODAY + WEEK
    assert rests_of(session, *span) == {
        whole.id: tuple((instant(rest.start), instant(rest.end)) for rest in rests)
    }
    answer(session, agreement=Agreement.NONE, care_work=Answer.YES)
    assert [one.code for one in shift_findings(session, whole)] == [Code.DAILY_REST]
    assert judge_of(session, *span).rests == {}
    answer(session, agreement=Agreement.DE_FOA)
    assert shift_findings(session, whole) == ()
    lay(session, replace(whole, rests=()))
    assert rests_of(session, *span) == {}
    assert codes(shift_findings(session, whole)) == {Code.RESTS_NOT_WRITTEN}


def test_a_right_to_a_break_marks_no_cell_and_is_told_apart(session: Session) -> None:
    long, short = (
        shift("03-16 07:00", "03-16 15:00", "anna"),
        shift("03-18 07:00", "03-18 09:00", "anna"),
    )
    lay(session, long, short)
    assert roster(session, TODAY).findings == {}
    assert [one.code for one in break_hints(session, long)] == [Code.BREAK_RIGHT]
    assert break_hints(session, short) == ()


def test_a_whole_check_tells_of_nights_over_the_year(session: Session) -> None:
    lay(session, *days_and_evenings("anna", "01-05", 50, "23:00", "07:00"))
    assert Code.NIGHT_CHECK in codes(check(session, TODAY, TODAY + DAY).findings)
    assert Code.NIGHT_CHECK not in codes(findings_between(session, TODAY, TODAY + DAY))


def test_relatives_share_their_hours_when_somebody_is_looked_for(session: Session) -> None:
    lay(
        session,
        helper("Eva Prøve", position=Position.RELATIVE),
        helper("Finn Prøve", position=Position.RELATIVE),
        *days_and_evenings("eva", "03-16", 4, "08:00", "18:00"),
    )
    answer(
        session,
        legal_basis=LegalBasis.SECTION_95_3,
        employer=Party.RELATIVE,
        care_work=Answer.YES,
    )
    open_one = shift("03-20 07:00", "03-20 16:00", None)
    lay(session, open_one)
    words = {one.helper.id: one.words for one in candidates(session, open_one)}
    assert words["finn"] == "får for mange timer i ugen"
    assert words["anna"] == "fri"


def test_who_would_lose_the_weekly_day_off_is_not_free(session: Session) -> None:
    answer(session, care_work=Answer.YES, agreement=Agreement.NONE)
    lay(session, *days_and_evenings("anna", "03-16", 6, "07:00", "15:00"))
    open_one = shift("03-22 07:00", "03-22 15:00", None)
    lay(session, open_one)
    (anna,) = [one for one in candidates(session, open_one) if one.helper.id == "anna"]
    assert anna.words == "får intet ugentligt fridøgn"
    assert [one.severity for one in anna.against] == [Severity.WARNING]


def test_hints_speak_against_nobody(session: Session) -> None:
    open_one = shift("03-16 07:00", "03-16 15:00", None)
    lay(session, open_one)
    assert all(one.is_free for one in candidates(session, open_one))
