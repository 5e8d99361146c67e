"""The place of the rates, and the pay beside a shift, by what they are called."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLineEdit

from bpa_desktop.domain.own_rate import OwnRate, RateName
from bpa_desktop.views.shift_panel import PanelChoice, open_shift
from tests.services.little_roster import lay, open_little, shift
from tests.views.person import LIGHT, person_at
from tests.views.windows import settle

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from tests.views.person import Person

EVENING = shift("03-18 15:00", "03-18 20:00", "anna", id="evening")


@pytest.fixture(name="me")
def _me(qapp: QApplication, tmp_path: Path) -> Iterator[Person]:
    session = open_little(tmp_path)
    lay(session, EVENING, shift("03-19 15:00", "03-19 20:00", None, id="open"))
    with person_at(qapp, session, LIGHT) as person:
        yield person


def written(me: Person) -> list[tuple[str, str | None, Decimal]]:
    return [(one.name.value, one.helper, one.value) for one in me.session.records.all(OwnRate)]


def number(me: Person, text: str) -> None:
    """Write the number of the rate that is open."""
    line = me.window.frame.panel.findChild(QLineEdit, "value")
    assert line is not None
    line.setFocus()
    line.setText(text)
    line.editingFinished.emit()
    settle(me.window.frame)


def test_a_missing_rate_is_written_where_it_is_told(me: Person) -> None:
    me.window.frame.go("rates")
    settle(me.window.frame)
    assert "4 satser mangler den 16. marts 2026." in me.words()
    me.press("Timeløn for Anna Prøve: mangler")
    number(me, "151,37")
    me.press("Færdig")
    assert written(me) == [("pay-hour agreed", "anna", Decimal("151.37"))]
    assert "3 satser mangler den 16. marts 2026." in me.words()
    me.press("Timeløn for Anna Prøve: 151,37 kr.")
    number(me, "152")
    me.press("Færdig")
    assert written(me) == [("pay-hour agreed", "anna", Decimal(152))]
    me.press("Fortryd: ret Aftalt timeløn")
    assert written(me) == [("pay-hour agreed", "anna", Decimal("151.37"))]


def test_the_pay_of_a_shift_is_told_and_what_is_missing_is_written_from_there(me: Person) -> None:
    me.window.frame.go("roster")
    open_shift(me.window.desk, "evening", PanelChoice(more=True))
    settle(me.window.frame)
    me.press("Løn")
    assert me.heard == ["Løn er åbnet."]
    assert "Lønnen er ufuldstændig." in me.words()
    assert "Timeløn på løntrin 11 mangler for 18. marts 2026." in me.words()
    me.press("Skriv den – Aftalt timeløn")
    number(me, "100")
    me.press("Færdig")
    assert written(me) == [("pay-hour agreed", "anna", Decimal(100))]
    assert "Løn for vagten: 590,00 kr." in me.words()
    assert "Grundløn: 5 timer × 100,00 kr. = 500,00 kr." in me.words()
    assert "Aftentillæg: 3 timer × 30,00 kr. = 90,00 kr." in me.words()


def test_an_unfilled_shift_offers_no_pay(me: Person) -> None:
    me.window.frame.go("roster")
    open_shift(me.window.desk, "open", PanelChoice(more=True))
    settle(me.window.frame)
    assert not me.sees("Løn")


def test_the_pay_of_a_month_is_told_by_helper_and_opens_each_shift(me: Person) -> None:
    me.window.frame.go("hours")
    settle(me.window.frame)
    me.press("Løn")
    assert "Løn marts 2026" in me.words()
    assert "Ufuldstændig: noget mangler for Anna." in me.words()
    lay(
        me.session,
        OwnRate(
            name=RateName.AGREED_HOUR,
            helper="anna",
            value=Decimal(100),
            valid_from=dt.date(2026, 1, 1),
        ),
    )
    me.window.desk.changed.emit(frozenset({"own_rate"}))
    settle(me.window.frame)
    assert "I alt: 663,75 kr." in me.words()
    me.press("Anna Prøve: 663,75 kr.")
    assert me.heard == ["Anna Prøve: 663,75 kr."]
    assert "AM-bidrag af feriegodtgørelsen: 5,90 kr." in me.words()
    me.press("Feriegodtgørelse: 73,75 kr.")
    assert me.heard == ["Feriegodtgørelse er åbnet."]
    assert "Feriegodtgørelse: 590,00 kr. × 12,5 % = 73,75 kr." in me.words()
    assert "Læst i kilden: Ferieloven §§ 16 og 19" in me.words()
    me.press("Aftentillæg: 3 timer, 90,00 kr.")
    assert "Aftentillæg: 3 timer × 30,00 kr. = 90,00 kr." in me.words()
    assert "590,00 kr. × 12,5 %" not in me.words()
    me.press("onsdag 18. marts 15–20: 590,00 kr.")
    assert "Løn for vagten: 590,00 kr." in me.words()


def test_another_month_is_one_press(me: Person) -> None:
    me.window.frame.go("pay")
    settle(me.window.frame)
    me.press("Næste måned")
    assert me.heard == ["Løn april 2026. Ingen får løn i april 2026."]
    me.press("Forrige måned")
    assert me.heard == ["Løn marts 2026. Ufuldstændig: noget mangler for Anna."]
