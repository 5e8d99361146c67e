"""Putting off what is due: it leaves the first page, keeps its day, and comes back."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from bpa_desktop.domain.deadlines import DueCode
from bpa_desktop.domain.grant import Grant
from bpa_desktop.domain.postponed import Postponed
from bpa_desktop.services.deadlines import due
from bpa_desktop.services.due_groups import Group, groups, summary
from bpa_desktop.services.postponing import (
    ReasonMissing,
    TooLate,
    limit_words,
    put_off,
    put_off_words,
    standings,
    take_back,
    waiting,
)
from bpa_desktop.services.today import today
from tests.services.little_roster import TODAY, lay, open_little

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.domain.deadlines import Due
    from bpa_desktop.services.session import Session

UNTIL = TODAY + dt.timedelta(days=10)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with open_little(tmp_path) as found:
        lay(found, Grant(id="g", valid_from=TODAY, received_date=TODAY))
        yield found


def complaint(session: Session) -> Due:
    return next(one for one in due(session) if one.code is DueCode.COMPLAINT)


def codes(session: Session) -> set[DueCode]:
    return {one.code for one in today(session).due}


def test_what_is_put_off_is_not_on_the_first_page_until_its_day(session: Session) -> None:
    one = complaint(session)
    said = put_off(session, one, UNTIL, "jeg venter på svar")
    assert said == "Klagefrist er udsat til den 26. marts 2026. Fortryd med Ctrl Z."
    assert DueCode.COMPLAINT not in codes(session)
    assert complaint(session) == one, "the day itself stays"
    session._today = UNTIL
    assert DueCode.COMPLAINT in codes(session)
    (back,) = (each for each in standings(session, [one]))
    assert put_off_words(back) == "Var udsat til den 26. marts 2026: jeg venter på svar."


def test_the_page_shows_it_apart_with_its_own_day_and_why(session: Session) -> None:
    before = groups(session, due(session))
    put_off(session, complaint(session), UNTIL, "Jeg venter. ")
    found = groups(session, due(session))
    (away,) = found[Group.PUT_OFF]
    assert away.due.on == TODAY + dt.timedelta(weeks=4)
    assert put_off_words(away) == "Udsat til den 26. marts 2026: Jeg venter."
    assert sum(map(len, found.values())) == sum(map(len, before.values()))
    assert summary(found).endswith("1 er udsat.")


def test_put_off_again_is_one_postponement_and_undo_gives_the_first_back(session: Session) -> None:
    put_off(session, complaint(session), UNTIL, "først")
    put_off(session, complaint(session), UNTIL + dt.timedelta(days=1), "så")
    assert [one.reason for one in session.records.all(Postponed)] == ["så"]
    session.undo()
    assert [one.reason for one in session.records.all(Postponed)] == ["først"]
    session.undo()
    assert DueCode.COMPLAINT in codes(session)


def test_it_can_be_taken_back(session: Session) -> None:
    put_off(session, complaint(session), UNTIL, "r")
    (found,) = standings(session, [complaint(session)])
    assert take_back(session, found) == "Klagefrist er på listen igen."
    assert session.records.all(Postponed) == ()


@pytest.mark.parametrize("days", [0, -1, 22, 28, 400])
def test_today_and_too_near_the_day_are_refused(session: Session, days: int) -> None:
    with pytest.raises(TooLate):
        put_off(session, complaint(session), TODAY + dt.timedelta(days=days), "r")
    assert session.records.all(Postponed) == ()


def test_a_reason_is_needed(session: Session) -> None:
    with pytest.raises(ReasonMissing):
        put_off(session, complaint(session), UNTIL, "  ")


def test_the_reason_is_not_in_the_name_of_the_action(session: Session) -> None:
    put_off(session, complaint(session), UNTIL, "noget privat")
    assert session.undo_text() == "udsæt: Klagefrist"


def test_how_far_it_may_be_put_off_is_told(session: Session) -> None:
    one = complaint(session)
    assert limit_words(one, TODAY) == (
        "Selve dagen flytter sig ikke. Den kommer tilbage senest den 6. april 2026."
    )
    assert limit_words(one, one.on) == "Den kan ikke udsættes mere."
    assert limit_words(one._replace(code=DueCode.MUS), TODAY) == ""


def test_without_postponements_none_are_read(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = due(session)
    monkeypatch.setattr(session.records, "all", pytest.fail)
    assert waiting(session, found) == found
