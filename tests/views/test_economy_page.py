"""The place Economy: line by line, every number opens its records, and trials write nothing."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from bpa_desktop.domain.budget import Budget, BudgetLine
from bpa_desktop.domain.money_flow import Voucher
from bpa_desktop.domain.own_rate import OwnRate, RateName
from bpa_desktop.domain.scheme import SickPay
from bpa_desktop.domain.standard_line import StandardLine
from tests import little_file
from tests.services.pay_alone import nothing_beside
from tests.views.little import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.views.little import Seat

    Sit = Callable[..., Seat]

BUDGET = Budget(
    id="b", name="Budget 2026", valid_from=dt.date(2026, 1, 1), valid_to=dt.date(2026, 12, 31)
)
LINES = (
    BudgetLine(id="pay", budget="b", place=1, words="Løn", amount=Decimal(36500),
               standard=StandardLine.ALL_PAY),
    BudgetLine(id="ins", budget="b", place=2, words="Forsikring", amount=Decimal(3650),
               standard=StandardLine.INSURANCE),
)  # fmt: skip
BILL = Voucher(
    id="v", day=dt.date(2026, 1, 9), what="Forsikring 2026", amount=Decimal(3912),
    standard=StandardLine.INSURANCE,
)  # fmt: skip
RATES = tuple(
    OwnRate(
        name=RateName.AGREED_HOUR, helper=who, value=Decimal(100), valid_from=dt.date(2020, 1, 1)
    )
    for who in ("anna", "bo")
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    scheme = replace(little_file.SCHEME, sick_pay=SickPay.BENEFIT)
    beside = (*nothing_beside(), *RATES)
    records = (scheme, *little_file.EVERYTHING[1:], BUDGET, *LINES, BILL, *beside)
    return little_file.write(tmp_path / "money.bpa", records)


def test_the_sentence_comes_first_and_every_line_opens_its_records(sit: Sit, file: Path) -> None:
    me = sit(file=file)
    me.go("hours")
    me.press("Økonomi")
    # 40 hours at 100 kroner were worked in February.
    assert "7.912 af 6.490\u00a0kr. bevilget til 28. februar er brugt." in " ".join(me.words())
    assert me.press("Se linje 1") == "1. Løn. Brugt: 4.000,00\u00a0kr."
    assert me.press("Anna Nielsen, februar 2026: 4.000,00\u00a0kr.").startswith("Anna Nielsen: ")
    assert me.press("Se linje 2") == "2. Forsikring. Brugt: 3.912,00\u00a0kr."
    me.press("9. januar 2026, Forsikring 2026: 3.912,00\u00a0kr.")
    assert me.text("Hvad det er") == "Forsikring 2026"


def test_it_follows_what_is_changed(sit: Sit, file: Path) -> None:
    me = sit(file=file)
    me.go("economy")
    me.press("Se linje 2")
    with me.session.operation("x") as operation:
        operation.delete(Voucher, "v")
    me.rest()
    assert "Intet endnu." in me.words()
    assert "4.000 af 6.490\u00a0kr. bevilget til 28. februar er brugt." in " ".join(me.words())


def test_without_a_rate_it_is_incomplete_and_leads_to_the_rates(sit: Sit, tmp_path: Path) -> None:
    records = (*little_file.EVERYTHING, BUDGET, *LINES)
    me = sit(file=little_file.write(tmp_path / "lacking.bpa", records))
    me.go("economy")
    assert "Ufuldstændig: en sats mangler, så lønnen kendes ikke helt." in me.page_words()
    assert me.page_words().count("ufuldstændig") >= 6
    me.press("Satser")
    assert me.window.frame.current == "rates"


def test_without_a_budget_it_says_what_to_do(me: Seat) -> None:
    me.go("economy")
    assert "Der er intet budget endnu." in me.page_words()
    me.press("Nyt budget")
    assert me.text("Navn") == ""


def test_a_trial_is_told_and_nothing_is_written(sit: Sit, file: Path) -> None:
    me = sit(ENGLISH, file=file)
    before = me.everything()
    me.go("hours")
    told = me.press("What if")
    assert told.startswith("Anna has 40 hours in that week. First on the list of those who can")
    assert "This is only a trial. Nothing is written." in me.words()
    me.press("A trip")
    assert me.press("7").startswith("It takes 28 hours more: 7 times 4 hours. It costs about 2,800")
    assert me.press("8 hours").startswith("It takes 56 hours more: 7 times 8 hours.")
    assert me.everything() == before


def test_the_chart_and_its_figures_are_drawn_with_the_trial_while_it_is_open(
    sit: Sit, file: Path
) -> None:
    me = sit(ENGLISH, file=file)
    me.go("hours")
    me.press("Show the figures")
    without = me.page_words()
    me.press("What if")
    me.press("A trip")
    me.press("April")
    me.rest()
    page = me.page_words()
    assert "With the trial: A trip, April 2026. Nothing is written." in page
    figures = _figures_of(without, "April"), _figures_of(page, "April")
    # Two days of four hours more, in the lowest, the expected and the highest.
    assert [two - one for one, two in zip(*figures, strict=True)] == [0, 0, 8, 8, 8]
    assert _figures_of(page, "May") == _figures_of(without, "May")
    me.window.desk.close_panel()
    me.rest()
    assert me.page_words() == without


def _figures_of(words: list[str], month: str) -> list[int]:
    """The five numbers in the row of the chart's figures for a month."""
    begin = words.index("The figures of the chart, in hours")
    place = words.index(month, begin)
    return [int(one.replace(",", "")) for one in words[place + 1 : place + 6]]
