"""The papers of a month's pay: one for each helper, and rows that add up to the same øre."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from bpa_desktop.documents.pay_table import PayColumn
from bpa_desktop.documents.plain import plain
from bpa_desktop.domain.absence import AbsenceKind
from bpa_desktop.domain.kinds import HourKind
from bpa_desktop.domain.own_rate import OwnRate, RateName
from bpa_desktop.domain.roster import Shift, ShiftState
from bpa_desktop.services.closed_months import month_of
from bpa_desktop.services.confirming import close_month
from bpa_desktop.services.pay_basis import BasisState, pay_basis
from bpa_desktop.services.pay_papers import PayPapers, TableChoice
from bpa_desktop.services.pay_rows import pay_rows
from tests.domain.builders import absence, moment
from tests.services.little_roster import lay, open_little, shift

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.services.session import Session

JANUARY, FEBRUARY = (month_of(dt.date(2026, n, 1)) for n in (1, 2))
NOW = moment("2026-03-02 09:30")


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with open_little(tmp_path, NOW) as opened:
        done = {"state": ShiftState.WORKED}
        lay(
            opened,
            hour("anna", "151.37", "2020-01-01"),
            hour("bo", "140", "2020-01-01"),
            shift("01-13 15:10", "01-14 02:25", "anna", **done),
            shift("01-20 15:00", "01-20 16:30", "anna", kind=HourKind.STAFF_MEETING, **done),
            shift("01-21 15:00", "01-21 16:30", "bo", kind=HourKind.STAFF_MEETING, **done),
            shift("02-14 07:05", "02-14 15:00", "anna", **done),
            absence("anna", "2026-02-02", "2026-02-04", kind=AbsenceKind.HOLIDAY),
            absence("bo", "2026-02-05", "2026-02-06"),
        )
        yield opened


def hour(who: str, value: str, valid_from: str) -> OwnRate:
    return OwnRate(
        id=f"{who}-{valid_from}",
        name=RateName.AGREED_HOUR,
        helper=who,
        value=Decimal(value),
        valid_from=dt.date.fromisoformat(valid_from),
    )


def said(session: Session, month: str, helper: str = "") -> str:
    bundle = PayPapers(session, month_of(dt.date.fromisoformat(month))).paper(helper).bundle
    assert bundle is not None
    return plain(bundle)


def test_rows_add_up_to_the_basis_whether_by_line_or_by_shift(session: Session) -> None:
    close_month(session, JANUARY)
    (evening,) = session.records.with_ids(Shift, ["anna-01-13-1510"])
    later = {"worked_end": moment("2026-01-14 03:55"), "deviation": "Aftalt."}
    lay(session, hour("bo", "145", "2026-01-01"), replace(evening, **later))
    for month in (JANUARY, FEBRUARY):
        basis = pay_basis(session, month)
        for by_shift in (False, True):
            rows = pay_rows(session, basis, by_shift=by_shift)
            for own in basis.helpers:
                mine = [one.amount for one in rows if one.helper == own.name and one.amount]
                assert sum(mine, Decimal(0)) == own.amount
    marked = [one.what for one in pay_rows(session, pay_basis(session, FEBRUARY), by_shift=False)]
    assert "Rettelse af januar 2026: Nattillæg" in marked
    undone = [one.what for one in pay_rows(session, pay_basis(session, JANUARY), by_shift=True)]
    assert "Fratrukket det, der er ændret siden: Grundløn" in undone


def test_the_papers_of_a_locked_month_show_what_was_locked(session: Session) -> None:
    before = pay_basis(session, JANUARY)
    assert before.state is BasisState.OPEN
    close_month(session, JANUARY)
    lay(session, hour("bo", "145", "2026-01-01"))
    locked = pay_basis(session, JANUARY)
    assert locked.state is BasisState.LOCKED
    assert [one.lines for one in locked.helpers] == [one.lines for one in before.helpers]
    told = said(session, "2026-01-01", "bo")
    assert "Timer: 1,5; Kroner: 210,00" in told
    assert "kr. er ændret, siden lønnen blev låst" in told
    assert "Status: Lønnen er låst. Måneden blev lukket 2. marts 2026." in told


def test_who_has_only_a_correction_has_a_paper_too(session: Session) -> None:
    close_month(session, JANUARY)
    lay(session, hour("bo", "145", "2026-01-01"))
    told = said(session, "2026-02-01", "bo")
    assert "Rettelse af januar 2026: Grundløn, Personalemøder (B5)" not in told
    assert "Hvad det er: Rettelse af januar 2026: Grundløn; Timer: –; Kroner: 7,50" in told


def test_a_paper_tells_of_nobody_else(session: Session) -> None:
    told = said(session, "2026-02-01", "anna")
    assert "Slags: Ferie; Hvornår: 2.–4. februar 2026; Dage: 3" in told
    assert "Sygdom" not in told
    assert "Bo" not in told


def test_a_paper_tells_what_holiday_is_left_at_the_end_of_the_month(session: Session) -> None:
    told = said(session, "2026-02-01", "anna")
    assert "Ferieår 2025/26: optjent 12,48 dage, afholdt ikke kendt" in told
    assert "pr. 28. februar 2026." in told
    assert "Ferie og sygdom før 13. januar 2026 står ikke i programmet." in told


def test_no_file_names_a_helper_and_no_cpr_number_goes_out_unasked(session: Session) -> None:
    papers = PayPapers(session, FEBRUARY)
    names = [
        papers.paper("anna").file_name,
        papers.paper().file_name,
        papers.csv(TableChoice()).file_name,
        papers.xlsx(TableChoice()).file_name,
    ]
    assert names == [
        "2026-02_Loenbilag_hjaelper-1.pdf",
        "2026-02_Loenbilag_alle.pdf",
        "2026-02_Loen_alle.csv",
        "2026-02_Loen_alle.xlsx",
    ]
    assert PayColumn.CPR not in TableChoice().columns
    assert b"CPR" not in papers.csv(TableChoice()).make()


def test_a_missing_rate_ends_the_rows_of_the_helper_without_an_amount(session: Session) -> None:
    with session.operation("forget") as operation:
        operation.delete(OwnRate, "anna-2020-01-01")
    basis = pay_basis(session, FEBRUARY)
    assert basis.amount is None
    rows = pay_rows(session, basis, by_shift=False)
    assert rows[-1].amount is None
    assert rows[-1].what.startswith(
        "Ufuldstændig: Timeløn på løntrin 11 mangler for 14. februar 2026."
    )
