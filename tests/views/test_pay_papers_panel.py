"""Papers and tables of a month's pay, what changes in locked months, and the payslip beside it."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from bpa_desktop.documents.pay_table import PayColumn
from bpa_desktop.domain.closed_month import ClosedMonth
from bpa_desktop.domain.own_rate import OwnRate, RateName
from bpa_desktop.domain.payslip import Payslip
from bpa_desktop.services.preferences import PAY_COLUMNS
from bpa_desktop.views.button import Button
from bpa_desktop.views.month_panel import open_month
from tests.services.little_roster import lay

if TYPE_CHECKING:
    from pathlib import Path

    from tests.views.little import Seat

FEBRUARY = dt.date(2026, 2, 1)


@pytest.fixture(name="folder")
def _folder(documents: Path) -> Path:
    """Where files are saved by themselves."""
    return documents / "BPA" / "Løn"


def rate(value: str, valid_from: dt.date = dt.date(2020, 1, 1)) -> OwnRate:
    name, amount = RateName.AGREED_HOUR, Decimal(value)
    return OwnRate(id=f"all-{valid_from}", name=name, value=amount, valid_from=valid_from)


def chip(me: Seat, label: str) -> Button:
    found = me.button(label)
    assert isinstance(found, Button)
    return found


def anna(me: Seat) -> Button:
    """The button of her pay on the page."""
    (label,) = (one for one in me.labels() if one.startswith("Anna Nielsen: "))
    return chip(me, label)


def begin(me: Seat) -> None:
    """February is closed without its pay; then the rate comes."""
    lay(me.session, ClosedMonth(id="feb", month=FEBRUARY, closed_on=dt.date(2026, 3, 1)))
    lay(me.session, rate("100"))
    me.go("pay")
    me.press("Forrige måned")


def test_the_pay_is_locked_and_saved_for_everybody_and_for_one(me: Seat, folder: Path) -> None:
    begin(me)
    assert "Måneden er lukket, men lønnen er ikke låst." in me.words()
    me.press("Lønbilag")
    said = me.press("Lås lønnen for februar 2026")
    assert said == "Lønnen for februar 2026 er låst. Fortryd med Ctrl Z."
    (closed,) = me.session.records.all(ClosedMonth)
    assert {line.helper for line in closed.pay} == {"anna"}
    assert "Lønnen er låst. Måneden blev lukket 1. marts 2026." in me.words()
    me.press("Gem lønbilag – Alle")
    me.work()
    assert me.log[-1] == f"Gemt som {folder / '2026-02_Loenbilag_alle.pdf'}."
    assert me.press("Anna") == "Til hvem: Anna."
    me.press("Gem lønbilag – Anna")
    me.work()
    assert (folder / "2026-02_Loenbilag_hjaelper-2.pdf").is_file()


def test_columns_are_chosen_and_remembered_but_never_the_cpr_number(me: Seat, folder: Path) -> None:
    assert set(PAY_COLUMNS) == {one.value for one in PayColumn} - {"cpr"}
    begin(me)
    me.press("Lønbilag")
    assert me.press("Budgetlinje") == "Kolonnen Budgetlinje er ikke med i tabellen."
    assert me.press("CPR-nummer") == "Kolonnen CPR-nummer er med i tabellen."
    assert me.press("Vagt for vagt") == "Vagt for vagt."
    me.press("Gem løn som CSV")
    me.work()
    text = (folder / "2026-02_Loen_alle.csv").read_text(encoding="utf-8-sig")
    titles = "Hjælper;CPR-nummer;Måned;Dag;Fra;Til;Lønart;Antal timer;Sats;Kroner"
    assert text.splitlines()[0] == titles
    me.press("Lønbilag")
    for label in ("Budgetlinje", "CPR-nummer"):
        assert chip(me, label).face.kind == "plain"
    assert chip(me, "Lønart").face.kind == "chosen"


def test_what_changes_in_a_locked_month_is_shown_before_it_is_paid(me: Seat) -> None:
    begin(me)
    me.press("Lønbilag")
    me.press("Lås lønnen for februar 2026")
    assert "Det ændrer sig" not in me.labels()
    lay(me.session, rate("110", FEBRUARY))
    me.rest()
    said = me.press("Det ændrer sig")
    assert said == "1 måned med låst løn ændrer sig. Det, der er låst, bliver stående."
    assert "Februar 2026: kommer med lønnen for marts 2026" in me.words()
    open_month(me.window.desk, dt.date(2026, 3, 1))
    me.rest()
    assert any(" mere, fra " in words for words in me.words())


def test_a_payslip_that_differs_is_explained_in_one_press(me: Seat) -> None:
    begin(me)
    lay(me.session, Payslip(id="slip", helper="anna", month=FEBRUARY, amount=Decimal(5000)))
    me.rest()
    assert "1 lønseddel afviger fra det, der er regnet. Skriv hvorfor." in me.words()
    assert anna(me).accessibleName().endswith(", lønseddel afviger")
    me.press(anna(me).text())
    said = me.press("Lønkontoret regner på en anden måde")
    assert said == "Grunden er gemt. Fortryd med Ctrl Z."
    assert me.session.records.get(Payslip, "slip").explanation == (
        "Lønkontoret regner på en anden måde"
    )
    assert me.text("Hvorfor det er anderledes") == "Lønkontoret regner på en anden måde"
    assert not anna(me).accessibleName().endswith("lønseddel afviger")


def test_a_payslip_is_written_from_the_pay_of_the_helper(me: Seat) -> None:
    begin(me)
    me.press(anna(me).text())
    assert "Der er ikke skrevet en lønseddel for februar 2026." in me.words()
    me.press("Skriv lønsedlen")
    me.enter("Kroner i alt", "4000")
    me.press("Færdig")
    (slip,) = me.session.records.all(Payslip)
    assert (slip.helper, slip.first, slip.amount) == ("anna", FEBRUARY, Decimal(4000))
    assert me.button("Åbn lønsedlen").isEnabled()
