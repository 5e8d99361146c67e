"""What the rules would find after a change is found out without making it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bpa_desktop.domain.clock import instant
from bpa_desktop.domain.findings import Code, Severity
from bpa_desktop.domain.kinds import Weekday
from bpa_desktop.domain.people import Availability, Fit
from bpa_desktop.domain.roster import RestPeriod
from bpa_desktop.domain.scheme import Agreement
from bpa_desktop.services import mending, trial
from bpa_desktop.services.checking import findings_between
from bpa_desktop.services.trial import Trial, findings_if
from bpa_desktop.services.week import shift_findings
from tests.domain.builders import moment
from tests.services.little_roster import everything, helper, lay, open_little, shift

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.services.session import Session

EVENING = shift("03-18 15:00", "03-18 23:00", "bo")
MORNING = shift("03-19 07:00", "03-19 15:00", "bo")
LATE = shift("03-21 15:00", "03-21 23:00", "anna")


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with open_little(tmp_path) as opened:
        lay(opened, EVENING, MORNING, LATE)
        yield opened


def codes(findings: tuple[object, ...]) -> list[Code]:
    return [one.code for one in findings]  # type: ignore[attr-defined]


def test_what_is_there_already_is_not_new(session: Session) -> None:
    assert codes(findings_if(session, [EVENING, MORNING])) == []
    assert codes(findings_if(session, [replace(MORNING, note="the same")])) == []


def test_nothing_is_changed_by_asking(session: Session) -> None:
    before = everything(session)
    findings_if(session, [replace(LATE, helper="bo")])
    assert everything(session) == before


def test_a_shift_given_to_somebody_who_rests_is_found(session: Session) -> None:
    shorter = shift("03-19 23:00", "03-20 07:00", "anna")
    lay(session, shorter)
    assert codes(findings_if(session, [replace(shorter, helper="bo")])) == [Code.DAILY_REST]
    assert codes(findings_if(session, [replace(shorter, helper="carla")])) == []


def test_a_new_shift_over_another_is_found(session: Session) -> None:
    more = shift("03-18 16:00", "03-18 18:00", "bo", id="")
    assert Code.DOUBLE_BOOKING in codes(findings_if(session, [more]))


def test_the_trial_agrees_with_the_roster_after_the_change(session: Session) -> None:
    changed = replace(LATE, helper="bo", planned_start=moment("2026-03-19 20:00"))
    first, end = moment("2026-03-10").date(), moment("2026-03-30").date()
    before = findings_between(session, first, end)
    told = findings_if(session, [changed])
    lay(session, changed)
    after = findings_between(session, first, end)
    new = (one for one in after if one not in before)
    assert told == tuple(one for one in new if one.severity is not Severity.HINT)
    assert told


def test_hints_do_not_speak_against_a_change(session: Session) -> None:
    lay(session, helper("Eva Prøve", birth_date=None))
    assert codes(findings_if(session, [replace(LATE, helper="eva")])) == []


def test_a_wish_that_would_not_be_kept_speaks_against_it(session: Session) -> None:
    never = Availability(fit=Fit.NEVER, weekday=Weekday.SATURDAY)
    lay(session, helper("Eva Prøve", availability=(never,)))
    assert codes(findings_if(session, [replace(LATE, helper="eva")])) == [Code.NEVER_AVAILABLE]


def test_written_rests_count_where_the_agreement_applies(session: Session) -> None:
    scheme = session.scheme()
    assert scheme is not None
    lay(session, replace(scheme, agreement=Agreement.DE_FOA))
    whole = shift("03-27 07:00", "03-28 07:00", "dina", id="")
    night = RestPeriod(start=moment("2026-03-27 19:00"), end=moment("2026-03-28 06:00"))
    short = replace(night, end=moment("2026-03-27 20:00"))
    rested, restless = (
        codes(findings_if(session, [replace(whole, rests=(rest,))])) for rest in (night, short)
    )
    assert (rested, restless) == ([], [Code.DAY_SHIFT_REST])


def test_what_goes_away_is_told_too(session: Session) -> None:
    outcome = Trial.around(session, [MORNING]).of([replace(MORNING, helper="dina")])
    assert (codes(outcome.new), codes(outcome.gone)) == ([], [Code.DAILY_REST])


def test_a_helper_who_is_not_in_the_roster_yet_is_checked_too(session: Session) -> None:
    assert codes(Trial.around(session, [LATE]).of([replace(LATE, helper="carla")]).new) == []


def test_the_words_name_who_and_what_once(session: Session) -> None:
    found = findings_if(session, [shift("03-18 16:00", "03-18 18:00", "bo", id="")])
    words = trial.against_words((*found, *found), trial.first_names(session))
    assert words == "Bo: To steder på én gang"


def test_a_short_rest_is_mended_by_beginning_later(session: Session) -> None:
    (found,) = shift_findings(session, MORNING)
    (mend,) = mending.mends(session, MORNING, found)
    assert mend.words == "Ret: begynd kl. 10:00"
    before = everything(session)
    mended = mending.mend(session, MORNING, mend)
    assert (mended.planned_start, mended.planned_end) == (
        moment("2026-03-19 10:00"),
        MORNING.planned_end,
    )
    assert shift_findings(session, mended) == ()
    session.undo()
    assert everything(session) == before


def test_times_that_the_rule_itself_names_come_first(session: Session) -> None:
    (found,) = shift_findings(session, MORNING)
    later, outside = moment("2026-03-19 10:15"), moment("2026-03-19 16:00")
    named = found._replace(values={**found.values, "begin_at": instant(later), "end_by": None})
    assert [one.start for one in mending.mends(session, MORNING, named)] == [
        later,
        moment("2026-03-19 10:00"),
    ]
    far = found._replace(values={**found.values, "begin_at": instant(outside)})
    assert mending.mends(session, MORNING, far) == mending.mends(session, MORNING, found)


def test_two_shifts_at_once_are_mended_by_meeting(session: Session) -> None:
    over = shift("03-18 21:00", "03-19 01:00", "bo")
    lay(session, over)
    found = next(one for one in shift_findings(session, over) if one.code is Code.DOUBLE_BOOKING)
    assert all(one.start >= EVENING.planned_end for one in mending.mends(session, over, found))


def test_a_rest_that_no_time_mends_has_no_offer(session: Session) -> None:
    short = shift("03-22 07:00", "03-22 09:00", "anna")
    lay(session, short)
    (found,) = shift_findings(session, short)
    assert found.code is Code.DAILY_REST
    assert mending.mends(session, short, found) == ()


def test_how_it_was_is_not_changed_to_please_a_rule(session: Session) -> None:
    lay(
        session,
        shift("03-12 15:00", "03-12 23:00", "dina"),
        past := shift("03-13 07:00", "03-13 15:00", "dina"),
    )
    (found,) = shift_findings(session, past)
    assert mending.mends(session, past, found) == ()
