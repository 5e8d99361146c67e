"""Insurances in words: who must insure, what is missing, and the renewal in one press."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bpa_desktop.domain.insurance import Cover, Insurance
from bpa_desktop.domain.roster import ShiftState
from bpa_desktop.domain.scheme import Party, Scheme
from bpa_desktop.services import insurances as acts
from bpa_desktop.services.deadlines import due
from bpa_desktop.services.due_words import due_text
from tests.services.little_roster import TODAY, lay, open_little, shift

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.services.session import Session


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with open_little(tmp_path) as opened:
        kept = Insurance(
            id="i", covers=Cover.WORK_INJURY, company="Prøve", renews_on=dt.date(2028, 2, 29)
        )
        lay(opened, kept)
        yield opened


def test_what_is_missing_is_told(session: Session) -> None:
    assert acts.lacks(session) == (Cover.LIABILITY,)
    assert acts.sentence(session) == "1 forsikring mangler."
    assert acts.cover_words(session, Cover.WORK_INJURY) == "Arbejdsskade: Prøve."


def test_a_policy_of_a_leap_day_is_renewed_for_a_year(session: Session) -> None:
    one = session.records.get(Insurance, "i")
    assert acts.renewed(session, one) == "Fornyet: Prøve. Næste gang den 28. februar 2029."
    assert session.records.get(Insurance, "i").renews_on == dt.date(2029, 2, 28)


def test_the_renewal_is_due(session: Session) -> None:
    [text] = [due_text(one) for one in due(session) if one.code == "insurance"]
    assert text == "Forsikringen hos Prøve fornyes den 29. februar 2028: arbejdsskade."


def test_the_400_hours_are_worked_and_planned_together(session: Session) -> None:
    worked = shift("01-05 07:00", "01-05 15:00", "anna", state=ShiftState.WORKED)
    lay(session, worked, shift("03-20 07:00", "03-20 15:00", "bo"))
    found = acts.duty(session)
    assert found is not None
    told = [*acts.duty_words(found, TODAY.year)]
    assert told[:2] == [
        "I 2026 har alle hjælpere tilsammen 8 timer arbejdet og 8 timer planlagt: 16 timer.",
        "Det er ikke mere end 400 timer: der er ikke pligt til at forsikre endnu.",
    ]
    assert "aes.dk" in told[2]
    over = [*acts.duty_words(found._replace(most=60, passed_on=dt.date(2026, 1, 5)), TODAY.year)]
    assert over[1] == (
        "Det er mere end 1 time: der er pligt til at forsikre. Grænsen nås den 5. januar 2026."
    )


def test_whoever_is_the_employer_must_insure(session: Session) -> None:
    assert acts.who_words(session) == "Du er arbejdsgiver, så du skal forsikre."
    scheme = session.records.get(Scheme, "scheme")
    lay(session, replace(scheme, employer=Party.COMPANY, employer_name="Prøve Hjælp"))
    assert acts.who_words(session) == "Prøve Hjælp er arbejdsgiver og skal forsikre."


def test_a_missing_insurance_is_due_until_it_is_written_or_another_must_insure(
    session: Session,
) -> None:
    found = [shift(f"01-{day:02} 00:00", f"01-{day + 1:02} 00:00", "anna") for day in range(1, 19)]
    lay(session, *(replace(one, state=ShiftState.WORKED) for one in found))
    [missing] = [one for one in due(session) if one.code == "insurance_lacks"]
    assert due_text(missing) == (
        "Dine hjælpere skal være forsikret fra 17. januar 2026. Ikke skrevet endnu: erhvervsansvar."
    )
    assert "Ishøj Kommune" in missing.source
    scheme = session.records.get(Scheme, "scheme")
    lay(session, replace(scheme, employer=Party.COMPANY, employer_name="Prøve Hjælp"))
    assert "insurance_lacks" not in [one.code for one in due(session)]
