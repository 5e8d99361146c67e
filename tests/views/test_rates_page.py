"""The place of the rates, and the pay beside a shift, by what they are called."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QFileDialog, QLineEdit

from bpa_desktop.domain.own_rate import OwnRate, RateName
from bpa_desktop.services.closed_months import month_of
from bpa_desktop.services.month_pay import month_pay
from bpa_desktop.services.month_pay_words import summary
from bpa_desktop.services.rates_file import as_text
from bpa_desktop.views.shift_panel import PanelChoice, open_shift
from tests.services.little_roster import days_and_evenings, helper, lay, open_little, shift
from tests.views.person import person_at
from tests.views.windows import settle

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from bpa_desktop.domain.roster import Shift
    from tests.views.person import Person

EVENING = shift("03-18 15:00", "03-18 20:00", "anna", id="evening")


@pytest.fixture(name="me")
def _me(qapp: QApplication, tmp_path: Path) -> Iterator[Person]:
    session = open_little(tmp_path)
    lay(session, EVENING, shift("03-19 15:00", "03-19 20:00", None, id="open"))
    with person_at(qapp, session, known_as=__name__) as person:
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
    assert "6 satser mangler den 16. marts 2026." in me.words()
    me.press("Timeløn for Anna Prøve: mangler")
    number(me, "151,37")
    me.press("Færdig")
    assert written(me) == [("pay-hour agreed", "anna", Decimal("151.37"))]
    assert "5 satser mangler den 16. marts 2026." in me.words()
    me.press("Timeløn for Anna Prøve: 151,37\u00a0kr.")
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
    assert "Løn for vagten: 590,00\u00a0kr." in me.words()
    assert "Grundløn: 5 timer × 100,00\u00a0kr. = 500,00\u00a0kr." in me.words()
    assert "Aftentillæg: 3 timer × 30,00\u00a0kr. = 90,00\u00a0kr." in me.words()


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
    assert "I alt: 663,75\u00a0kr." in me.words()
    me.press("Anna Prøve: 663,75\u00a0kr.")
    assert me.heard == ["Anna Prøve: 663,75\u00a0kr."]
    assert "AM-bidrag af feriegodtgørelsen: 5,90\u00a0kr." in me.words()
    me.press("Feriegodtgørelse: 73,75\u00a0kr.")
    assert me.heard == ["Feriegodtgørelse er åbnet."]
    assert "Feriegodtgørelse: 590,00\u00a0kr. × 12,5 % = 73,75\u00a0kr." in me.words()
    assert "Læst i kilden: Ferieloven §§ 16 og 19" in me.words()
    me.press("Aftentillæg: 3 timer, 90,00\u00a0kr.")
    assert "Aftentillæg: 3 timer × 30,00\u00a0kr. = 90,00\u00a0kr." in me.words()
    assert "590,00\u00a0kr. × 12,5 %" not in me.words()
    me.press("onsdag 18. marts 15–20: 590,00\u00a0kr.")
    assert "Løn for vagten: 590,00\u00a0kr." in me.words()


def test_another_month_is_one_press(me: Person) -> None:
    me.window.frame.go("pay")
    settle(me.window.frame)
    me.press("Næste måned")
    assert me.heard == ["Løn april 2026. Ingen får løn i april 2026."]
    me.press("Forrige måned")
    assert me.heard == ["Løn marts 2026. Ufuldstændig: noget mangler for Anna."]


def test_a_group_opens_in_its_place_and_closes_the_one_before(me: Person) -> None:
    me.window.frame.go("rates")
    settle(me.window.frame)
    me.press("Feriegodtgørelse og pension")
    assert me.heard == ["Feriegodtgørelse og pension er åbnet."]
    assert me.focus.startswith("Feriegodtgørelse og pension")
    assert me.sees("Feriegodtgørelse i procent: 12,5 %")
    me.press("G-dage")
    assert not me.sees("Feriegodtgørelse i procent: 12,5 %")
    assert me.sees("G-dag, en hel dag: ikke skrevet")


def test_rates_are_saved_and_those_of_a_file_are_seen_before_they_come_in(
    me: Person, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = me.window.desk.announcer.log
    theirs = tmp_path / "satser.json"
    theirs.write_text(as_text(me.session).replace("[]", f"[{EVENING_31}]"), encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(theirs), ""))
    me.window.frame.go("rates")
    settle(me.window.frame)
    me.press("Hent satser")
    qtbot.waitUntil(lambda: bool(log))
    assert list(log) == ["Hent satser. 1 er ny."]
    assert written(me) == []
    assert "Aftentillæg i procent: 31 % fra 1. april 2026." in me.words()
    me.press("Hent 1 ny sats")
    assert me.heard == ["1 sats er hentet."]
    assert written(me) == [("pay-evening percent", None, Decimal(31))]
    theirs.write_text(theirs.read_text(encoding="utf-8").replace("31", "x"), encoding="utf-8")
    me.press("Hent satser")
    qtbot.waitUntil(lambda: bool(log))
    (heard,) = log
    assert heard.startswith("1 af satserne i filen kan ikke forstås, den første er nummer 1.")
    assert "Sats 1: Værdien er ikke et tal." in me.words()


EVENING_31 = (
    '{"name": "pay-evening percent", "value": "31", "valid_from": "2026-04-01", "source": "KL"}'
)


def test_what_is_missing_for_the_pay_of_a_month_is_written_from_there(me: Person) -> None:
    lay(me.session, replace(helper("Anna Prøve"), birth_date=None))
    day = replace(shift("03-02 07:00", "03-02 19:00", "anna"), id="long")
    lay(me.session, day, *(moved(day, days) for days in range(1, 5)))
    me.window.frame.go("pay")
    settle(me.window.frame)
    me.press("Anna Prøve: ufuldstændig")
    me.press("Skriv den – Aftalt timeløn")
    number(me, "100")
    me.press("Færdig")
    assert "Pensionen mangler: skriv hjælperens fødselsdato." in me.words()
    me.press("Skriv det – hjælper")
    assert me.window.frame.panel.findChild(QLineEdit, "first_name") is not None


def moved(shift: Shift, days: int) -> Shift:
    later = dt.timedelta(days=days)
    return replace(
        shift,
        id=f"long{days}",
        planned_start=shift.planned_start + later,
        planned_end=shift.planned_end + later,
    )


def test_what_a_month_costs_beside_the_pay_is_told_and_a_missing_rate_is_written_there(
    me: Person,
) -> None:
    lay(
        me.session,
        OwnRate(name=RateName.AGREED_HOUR, value=Decimal(100), valid_from=dt.date(2026, 1, 1)),
        *days_and_evenings("anna", "03-01", 17, "07:00", "14:00"),
    )
    me.window.frame.go("pay")
    settle(me.window.frame)
    missing = "Barsel.dk for et kvartal mangler for 1. januar 2026."
    assert f"Barsel.dk og AES: ufuldstændig. {missing}" in me.words()
    me.press(summary(month_pay(me.session, month_of(dt.date(2026, 3, 1)))[0]))
    assert missing in me.words()
    me.press("Skriv den – Barsel.dk for et kvartal")
    number(me, "360")
    me.press("Færdig")
    assert "Barsel.dk og AES ud over lønnen: 120,00\u00a0kr." in me.words()
    me.press("Barsel.dk: 120,00\u00a0kr.")
    assert me.heard == ["Barsel.dk er åbnet."]
    assert "0,3333 × 360,00\u00a0kr. = 120,00\u00a0kr." in me.words()
