"""What holds for the pay of everybody is kept with the scheme."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bpa_desktop.domain.scheme import PayArea, Scheme, SickPay
from bpa_desktop.services.pay_terms import set_pay_area, set_sick_pay
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
