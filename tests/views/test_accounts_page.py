"""The place Accounts: lines as in the budget, and every amount opens what it is the sum of."""

from __future__ import annotations

import dataclasses
import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from bpa_desktop.domain.budget import Budget, BudgetLine, Explanation
from bpa_desktop.domain.money_flow import Payment, Voucher
from bpa_desktop.domain.moved_hours import Consent, MovedHours, Purpose
from bpa_desktop.domain.own_rate import OwnRate, RateName
from bpa_desktop.domain.scheme import Party, SickPay
from bpa_desktop.domain.standard_line import StandardLine
from bpa_desktop.i18n import _
from bpa_desktop.services import recent
from tests import little_file
from tests.little_file import ANNA, SCHEME

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.views.little import Seat

    Sit = Callable[..., Seat]

FIRST, LAST = dt.date(2026, 1, 1), dt.date(2026, 12, 31)
RECORDS = (
    OwnRate(name=RateName.AGREED_HOUR, value=Decimal(150), valid_from=dt.date(2020, 1, 1)),
    OwnRate(name=RateName.BARSEL, value=Decimal(0), valid_from=dt.date(2020, 1, 1)),
    Budget(id="b", name="Budget", valid_from=FIRST, valid_to=LAST, explain_from=Decimal(500)),
    BudgetLine(
        id="l1",
        budget="b",
        place=1,
        words="Løn",
        amount=Decimal(365000),
        standard=StandardLine.ALL_PAY,
    ),
    BudgetLine(
        id="l2",
        budget="b",
        place=2,
        words="Kurser",
        amount=Decimal(365),
        standard=StandardLine.COURSES,
    ),
    Voucher(
        id="v",
        day=dt.date(2026, 2, 3),
        number="7",
        what="Forflytning",
        amount=Decimal("99.50"),
        standard=StandardLine.COURSES,
    ),
    Voucher(
        id="s",
        day=dt.date(2026, 2, 3),
        what="Handsker",
        amount=Decimal("12.25"),
        standard=StandardLine.HELPER_RELATED,
    ),
    Payment(id="p", received_on=dt.date(2026, 2, 1), amount=Decimal(30000)),
)


@pytest.fixture(name="me")
def _me(sit: Sit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Seat:
    monkeypatch.setattr(recent, "home_folder", lambda: tmp_path)
    scheme = dataclasses.replace(SCHEME, sick_pay=SickPay.FULL)
    records = [scheme, *little_file.EVERYTHING[1:], *RECORDS]
    me = sit(file=little_file.write(tmp_path / "a.bpa", records))
    me.go("accounts")
    return me


def test_the_sentence_comes_first_and_the_lines_are_those_of_the_budget(me: Seat) -> None:
    assert me.page_words()[:2] == [
        "Regnskab 2026",
        me.log[-1].removeprefix("Regnskab 2026. "),
    ]
    words = me.page_words()
    assert words.index("1. Løn") < words.index("2. Kurser") < words.index("I alt")
    at = words.index("2. Kurser")
    assert words[at + 1 : at + 4] == ["90,00", "99,50", "+9,50"]


def test_a_line_opens_its_vouchers_and_comes_back_from_them(me: Seat) -> None:
    assert me.press("Se linje 2") == "Kurser: ▲ 9,50\u00a0kr. over."
    me.press("7, 3. februar 2026, Forflytning: 99,50\u00a0kr.")
    assert "Bilag" in me.words()


def test_pay_opens_down_to_the_shifts(me: Seat) -> None:
    me.press("Se linje 1")
    month = next(one for one in me.words() if one.startswith("februar 2026: "))
    assert me.press(month) == "Løn februar 2026, Løn."
    who = next(one for one in me.words() if one.startswith("Anna Nielsen: "))
    assert me.press(who) == who
    me.press(next(one for one in me.words() if one.startswith("Grundløn: ")))
    assert "Vagter" in me.words()


def test_a_reason_that_is_kept_is_put_in_with_one_press_and_undone(me: Seat) -> None:
    me.press("Se linje 1")
    assert any("Skriv en sætning" in one for one in me.words())
    button = next(one for one in me.words() if one.startswith("Sæt ind: "))
    assert me.press(button) == "Forklaringen er gemt."
    (said,) = me.session.records.all(Explanation)
    assert said.words in me.page_words()
    assert me.text(_("Why it differs")) == said.words
    assert not any("Skriv en sætning" in one for one in me.words())
    me.undo()
    assert not me.session.records.all(Explanation)


def test_hours_are_asked_to_be_moved_and_the_letter_is_shown(me: Seat) -> None:
    me.press("Søg om at flytte timer")
    me.press("Sport")
    me.enter("Antal timer", "mange")
    assert me.press("Gem det, og se brevet")
    assert me.problem("Antal timer")
    me.enter("Antal timer", "20")
    before = len(me.log)
    me.press("Gem det, og se brevet")
    me.work()
    (said,) = me.log[before:]
    assert said.startswith("Ansøgning om at bruge timer fra 2026 næste år. Til ")
    (wish,) = me.session.records.all(MovedHours)
    assert (wish.minutes, wish.purpose, wish.consent) == (1200, Purpose.SPORT, Consent.ASKED)
    assert me.window.frame.current == "letter"
    assert me.press("Tilbage").startswith("Regnskab 2026. ")


def test_section_10_is_shown_only_when_it_is_chosen(me: Seat) -> None:
    assert not any("12,25" in one for one in me.page_words())
    assert me.press("Vises for sig") == "§ 10 står på sit eget ark."
    assert any("12,25" in one for one in me.page_words())
    assert not any("111,75" in one for one in me.page_words())


def test_another_year_and_back(me: Seat) -> None:
    assert me.press("Forrige år").startswith("Regnskab 2025. Der er ikke noget budget for 2025.")
    assert me.press("Næste år").startswith("Regnskab 2026. ")
    assert me.focus == "Næste år"


def test_the_files_are_saved_where_it_says(me: Seat, tmp_path: Path) -> None:
    for label, name in (("Gem regneark", "2026_Regnskab.xlsx"), ("Gem PDF", "2026_Regnskab.pdf")):
        me.press(label)
        me.work()
        assert me.log[-1] == f"Gemt som {tmp_path / 'Regnskab' / name}."
        assert (tmp_path / "Regnskab" / name).is_file()


def test_where_the_municipality_makes_them_the_page_says_so(sit: Sit, tmp_path: Path) -> None:
    scheme = dataclasses.replace(SCHEME, payroll=Party.MUNICIPALITY)
    me = sit(file=little_file.write(tmp_path / "m.bpa", [scheme, ANNA]))
    me.go("accounts")
    words = me.page_words()
    assert words[0] == "Egne tal for 2026 til kommunens regnskab"
    assert any("Kommunen kører lønnen og laver regnskabet." in one for one in words)
    me.press("Skriv budgettet")
    assert me.panel is not None
