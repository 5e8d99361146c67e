"""The pay of a shift in words, and what must be written before it is whole."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from bpa_desktop.domain.kinds import HourKind
from bpa_desktop.domain.own_rate import OwnRate, RateName
from bpa_desktop.domain.people import Helper
from bpa_desktop.domain.roster import ShiftState
from bpa_desktop.i18n import speaking
from bpa_desktop.services.rate_words import rates_on
from bpa_desktop.services.shift_pay import shift_pay
from bpa_desktop.services.tariff import tariff
from tests.services.little_roster import TODAY, lay, open_little, shift

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.services.session import Session

LONG_AGO = dt.date(2020, 1, 1)
EVENING = shift("03-16 15:00", "03-16 20:00", "anna", id="evening")


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with open_little(tmp_path) as opened:
        lay(opened, EVENING)
        yield opened


def rate(name: RateName, value: str, helper: str | None = None, **fields: object) -> OwnRate:
    fields.setdefault("valid_from", LONG_AGO)
    return OwnRate(name=name, value=Decimal(value), helper=helper, **fields)  # type: ignore[arg-type]


def test_what_is_missing_is_named_and_what_is_known_is_told(session: Session) -> None:
    found = shift_pay(session, EVENING)
    assert found is not None
    assert found.reckoned.amount is None
    assert found.total == "Lønnen er ufuldstændig."
    assert found.missing == ("Timeløn på løntrin 11 mangler for 16. marts 2026.",)
    assert found.lacking == ((RateName.HOUR_11, TODAY),)


def test_every_line_is_told(session: Session) -> None:
    lay(session, rate(RateName.AGREED_HOUR, "150", "anna"))
    found = shift_pay(session, EVENING)
    assert found is not None
    assert found.lines == (
        "Grundløn: 5 timer × 150,00\u00a0kr. = 750,00\u00a0kr.",
        "Aftentillæg: 3 timer × 45,00\u00a0kr. = 135,00\u00a0kr.",
    )
    assert found.total == "Løn for vagten: 885,00\u00a0kr."
    with speaking("en"):
        english = shift_pay(session, EVENING)
        assert english is not None
        assert english.lines[0] == "Basic pay: 5 hours × DKK\u00a0150.00 = DKK\u00a0750.00"


def test_nobody_is_paid_for_a_shift_that_is_unfilled_or_called_off(session: Session) -> None:
    assert shift_pay(session, shift("03-17 07:00", "03-17 15:00", None)) is None
    off = shift("03-17 07:00", "03-17 15:00", "anna", state=ShiftState.CANCELLED)
    assert shift_pay(session, off) is None


def test_a_half_hour_begun_in_a_shift_that_touches_is_paid_once(session: Session) -> None:
    lay(session, rate(RateName.AGREED_HOUR, "100", "anna"))
    late = shift("03-16 20:10", "03-16 21:00", "anna", id="late")
    middle = shift("03-16 20:00", "03-16 20:10", "anna", id="middle")
    lay(session, middle, late)
    paid = [shift_pay(session, one) for one in (middle, late)]
    lines = [one.lines[-1] for one in paid if one is not None]
    assert lines == [
        "Aftentillæg: 0,5 timer × 30,00\u00a0kr. = 15,00\u00a0kr.",
        "Aftentillæg: 0,5 timer × 30,00\u00a0kr. = 15,00\u00a0kr.",
    ]
    apart = shift("03-16 20:11", "03-16 21:00", "anna", id="late")
    lay(session, apart)
    found = shift_pay(session, apart)
    assert found is not None
    assert found.lines[-1].startswith("Aftentillæg: 1 time ")


def test_hours_at_hand_before_begin_no_half_hour(session: Session) -> None:
    lay(session, rate(RateName.AGREED_HOUR, "100", "anna"))
    at_hand = shift("03-16 20:00", "03-16 20:10", "anna", id="m", kind=HourKind.AVAILABILITY)
    late = shift("03-16 20:10", "03-16 21:00", "anna", id="late")
    lay(session, at_hand, late)
    found = shift_pay(session, late)
    assert found is not None
    assert found.lines[-1].startswith("Aftentillæg: 1 time ")


def test_a_later_rate_ends_an_earlier_and_a_helper_s_own_comes_first(session: Session) -> None:
    lay(
        session,
        rate(RateName.EVENING, "20", id="first"),
        rate(RateName.EVENING, "25", id="later", valid_from=TODAY),
        rate(RateName.EVENING, "40", "bo", id="bo"),
        rate(RateName.EVENING, "99", id="short", valid_from=LONG_AGO, valid_to=LONG_AGO),
    )
    book = tariff(session)
    assert book.value("pay-evening", "percent", TODAY - dt.timedelta(1)) == 20
    assert book.value("pay-evening", "percent", TODAY) == 25
    assert book.value("pay-evening", "percent", LONG_AGO) == 99
    assert book.value("pay-evening", "from_time", TODAY) == dt.time(17)
    bo = session.records.get(Helper, "bo")
    assert tariff(session, bo).value("pay-evening", "percent", TODAY) == 40


def test_the_list_of_a_day_tells_what_is_missing_and_where_the_rest_is_from(
    session: Session,
) -> None:
    lay(session, rate(RateName.AGREED_HOUR, "150", "anna", source="Lønseddel"))
    found = {one.title: one for one in rates_on(session, TODAY)}
    anna, bo = found["Timeløn for Anna Prøve"], found["Timeløn for Bo Prøve"]
    assert (anna.amount, anna.is_missing) == ("150,00\u00a0kr.", False)
    assert anna.origin == "Skrevet af dig, gælder fra 1. januar 2020: Lønseddel"
    assert (bo.amount, bo.is_missing) == ("", True)
    evening = found["Aftentillæg i procent"]
    assert (evening.amount, evening.is_missing) == ("30 %", False)
    assert evening.origin.startswith("Kilderne er uenige: FOA Sydfyn")
    assert not found["Reguleringsfaktor"].is_missing
    lay(session, rate(RateName.HOUR_11, "140"))
    bo = next(one for one in rates_on(session, TODAY) if one.title == "Timeløn for Bo Prøve")
    assert (bo.amount, bo.origin) == ("140,00\u00a0kr.", "Efter overenskomstens løntrin.")


def test_what_is_agreed_with_all_holds_for_each_and_is_changed_on_its_own_line(
    session: Session,
) -> None:
    for_all = rate(RateName.AGREED_HOUR, "140", id="all")
    lay(session, for_all, rate(RateName.AGREED_HOUR, "150", "anna", id="anna-rate"))
    found = {one.title: one for one in rates_on(session, TODAY)}
    anna, bo = found["Timeløn for Anna Prøve"], found["Timeløn for Bo Prøve"]
    assert anna.own is not None
    assert (anna.own.id, anna.amount) == ("anna-rate", "150,00\u00a0kr.")
    assert (bo.own, bo.amount) == (None, "140,00\u00a0kr.")
    assert found["Aftalt timeløn"].own == for_all


def test_fifty_minutes_are_told_as_fifty(session: Session) -> None:
    lay(session, rate(RateName.AGREED_HOUR, "120", "anna"))
    found = shift_pay(session, shift("03-19 07:00", "03-19 07:50", "anna", id="short"))
    assert found is not None
    assert found.lines == ("Grundløn: 0,83 timer × 120,00\u00a0kr. = 100,00\u00a0kr.",)


def test_what_is_missing_on_two_days_is_told_once(session: Session) -> None:
    night = shift("03-16 23:00", "03-17 07:00", "anna", id="night")
    lay(session, night)
    found = shift_pay(session, night)
    assert found is not None
    assert found.missing == ("Timeløn på løntrin 11 mangler for 16. marts 2026.",)
