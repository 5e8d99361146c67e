"""What holds for the pay of everybody is kept with the scheme."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bpa_desktop.domain.scheme import PayArea, PayRun, Scheme, SickPay
from bpa_desktop.services.pay_terms import (
    asks_how_pay_is_run,
    likely_starts,
    set_pay_area,
    set_pay_period_start,
    set_pay_run,
    set_sick_pay,
)
from bpa_desktop.services.questions import SchemeMissing
from tests.services.little_roster import open_little

if TYPE_CHECKING:
    from pathlib import Path


def test_an_answer_is_kept_said_and_undone(tmp_path: Path) -> None:
    with open_little(tmp_path) as session:
        if session.scheme() is None:
            with pytest.raises(SchemeMissing):
                set_sick_pay(session, SickPay.FULL)
            session.save(Scheme(citizen_name="Eksempel"), "add")
        set_sick_pay(session, SickPay.FULL)
        assert "2" in set_pay_area(session, PayArea.AREA_2)
        scheme = session.scheme()
        assert scheme is not None
        assert (scheme.sick_pay, scheme.pay_area) == (SickPay.FULL, PayArea.AREA_2)
        set_pay_area(session, None)
        session.undo()
        again = session.scheme()
        assert again is not None
        assert again.pay_area is PayArea.AREA_2


def test_it_is_asked_until_both_the_run_and_a_first_day_are_known(tmp_path: Path) -> None:
    with open_little(tmp_path) as session:
        assert asks_how_pay_is_run(session.scheme())
        assert set_pay_run(session, PayRun.FORTNIGHT) == "Gemt: Løn køres: Hver 14. dag."
        assert asks_how_pay_is_run(session.scheme())
        set_pay_period_start(session, likely_starts(session.today)[0])
        assert not asks_how_pay_is_run(session.scheme())
        set_pay_run(session, PayRun.MONTH)
        assert not asks_how_pay_is_run(session.scheme())
