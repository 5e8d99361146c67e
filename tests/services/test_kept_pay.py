"""Pay while somebody was away stays in the accounts once locked, though the person is deleted."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Final

import pytest

from bpa_desktop.domain.absence import Absence, AbsenceKind
from bpa_desktop.domain.closed_month import ClosedMonth
from bpa_desktop.domain.own_rate import OwnRate, RateName
from bpa_desktop.domain.people import Employment, Helper
from bpa_desktop.domain.roster import ShiftState
from bpa_desktop.domain.scheme import Scheme, SickPay
from bpa_desktop.domain.standard_line import StandardLine
from bpa_desktop.services.closed_months import month_of
from bpa_desktop.services.confirming import close_month
from bpa_desktop.services.forgetting import forget_helper, losing_pay
from bpa_desktop.services.keeping import discard
from bpa_desktop.services.month_pay import month_pay
from bpa_desktop.services.pay_corrections import corrections
from bpa_desktop.services.pay_settling import lock_pay
from bpa_desktop.services.pay_spent import pay_spent
from bpa_desktop.views.forget_panel import open_forget
from tests.domain.builders import moment
from tests.services.little_roster import lay, open_little, shift
from tests.views.little import seat

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from bpa_desktop.services.session import Session

MARCH, APRIL = month_of(dt.date(2026, 3, 1)), month_of(dt.date(2026, 4, 1))
NOW: Final = moment("2026-06-15 09:30")
HOUR, LONG, WHO = RateName.AGREED_HOUR, dt.date(2020, 1, 1), ("anna", "bo")
SICK: Final = Absence(
    id="sick", helper="anna", first_day=dt.date(2026, 3, 10), last_day=dt.date(2026, 3, 11)
)


@pytest.fixture(name="session")
def _session(tmp_path: Path) -> Iterator[Session]:
    """Anna left in April; she was ill for two shifts in March."""
    with open_little(tmp_path, NOW) as session:
        anna = session.records.get(Helper, "anna")
        left = Employment(first_day=dt.date(2020, 1, 1), last_day=dt.date(2026, 4, 30))
        done = {"state": ShiftState.WORKED}
        lay(
            session,
            Scheme(id="scheme", citizen_name="Eksempel", sick_pay=SickPay.FULL),
            replace(anna, employments=(left,)),
            *(shift(f"02-{n:02} 07:00", f"02-{n:02} 15:00", "anna", **done) for n in range(9, 28)),
            shift("03-10 07:00", "03-10 15:00", "bo", stands_in_for="anna", **done),
            shift("03-11 07:00", "03-11 15:00", "anna", state=ShiftState.CANCELLED),
            shift("03-12 07:00", "03-12 15:00", "anna", **done),
            shift("03-20 07:00", "03-20 15:00", "bo", **done),
            SICK,
            *(OwnRate(name=HOUR, helper=who, value=Decimal(200), valid_from=LONG) for who in WHO),
        )
        yield session


def spent(session: Session) -> dict[StandardLine, Decimal]:
    return dict(pay_spent(session, MARCH.first, APRIL.end).amounts)


def anna(session: Session) -> Helper:
    return session.records.get(Helper, "anna")


def test_locked_pay_stays_to_the_ore_and_is_not_owed_back(session: Session) -> None:
    close_month(session, MARCH)
    before = spent(session)
    assert before[StandardLine.SICK_PAY] > 0
    assert losing_pay(session, anna(session)) == ()
    forget_helper(session, "anna")
    assert session.records.get(Absence, "sick").kind is AbsenceKind.OTHER
    after = spent(session)
    assert {line: after[line] for line in before if line.name not in {"AES", "BARSEL"}} == {
        line: before[line] for line in before if line.name not in {"AES", "BARSEL"}
    }
    assert not [line for part in corrections(session).values() for line in part.lines]


def test_pay_that_is_not_locked_is_named_before_it_is_lost(session: Session) -> None:
    assert losing_pay(session, anna(session)) == (MARCH,)
    forget_helper(session, "anna")
    assert spent(session).get(StandardLine.SICK_PAY, 0) == 0


def test_a_month_in_which_a_rate_is_missing_is_named_as_well(session: Session) -> None:
    for rate in session.records.all(OwnRate):
        discard(session, rate)
    assert losing_pay(session, anna(session)) == (MARCH,)


def test_a_month_that_is_closed_without_its_pay_is_named_until_it_is_locked(
    session: Session,
) -> None:
    lay(session, ClosedMonth(month=MARCH.first, closed_on=APRIL.first))
    assert losing_pay(session, anna(session)) == (MARCH,)
    lock_pay(session, MARCH)
    assert losing_pay(session, anna(session)) == ()


@pytest.mark.parametrize("kind", [AbsenceKind.HOLIDAY, AbsenceKind.OTHER])
def test_absence_without_pay_loses_nothing(session: Session, kind: AbsenceKind) -> None:
    lay(session, replace(SICK, kind=kind))
    assert losing_pay(session, anna(session)) == ()


def test_who_was_away_the_whole_month_keeps_what_was_locked(session: Session) -> None:
    lay(session, replace(SICK, first_day=MARCH.first, last_day=MARCH.last))
    close_month(session, MARCH)
    before = {one.helper.id: one.amount for one in month_pay(session, MARCH)}
    forget_helper(session, "anna")
    after = [one for one in month_pay(session, MARCH) if one.helper.erased_on is not None]
    assert [one.amount for one in after] == [before["anna"]]


def test_the_panel_names_the_months_and_leads_to_closing_them(
    session: Session, qapp: QApplication
) -> None:
    with seat(qapp, session) as me:
        me.window.desk.show_person("anna")
        open_forget(me.window.desk, "anna")
        me.rest()
        assert "Løn under fravær i marts 2026 ville gå ud af regnskabet" in me.log[-1]
        assert me.press("Luk marts 2026 først").startswith("Luk måneden: marts 2026.")
        assert me.press("Luk marts 2026").startswith("Marts 2026 er lukket, og lønnen er låst.")
        open_forget(me.window.desk, "anna")
        assert "Løn under fravær" not in me.log[-1]
