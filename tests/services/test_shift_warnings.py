"""What speaks against a shift is told where it is laid, also when it stands at the next one."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bpa_desktop.domain.findings import Code
from bpa_desktop.domain.people import Availability, Fit, Helper
from bpa_desktop.services import shift_edits, shift_news
from bpa_desktop.services.keeping_findings import keep
from bpa_desktop.services.shift_warnings import told_elsewhere, warnings
from tests.services.little_roster import lay, open_little, shift

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.services.session import Session

EVENING = shift("03-21 15:00", "03-21 23:00", "bo")
MORNING = shift("03-22 07:00", "03-22 15:00", "bo")


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with open_little(tmp_path) as opened:
        lay(opened, EVENING, MORNING)
        yield opened


def test_a_shift_that_leaves_no_rest_before_the_next_one_says_so(session: Session) -> None:
    assert [one.code for one in warnings(session, EVENING)] == [Code.DAILY_REST]
    assert shift_news.added(session, EVENING) == (
        "Ny vagt til Bo 15 til 23 på lørdag. Advarsel: for lidt hvile. Fortryd med Ctrl Z."
    )
    assert told_elsewhere(session, EVENING) == ("For lidt hvile: se søndag 22. marts 07–15.",)
    assert told_elsewhere(session, MORNING) == ()


def test_what_is_kept_and_what_nobody_has_does_not_warn(session: Session) -> None:
    (found,) = warnings(session, EVENING)
    keep(session, found, "aftalt")
    assert warnings(session, EVENING) == ()
    assert warnings(session, replace(EVENING, helper=None)) == ()


def test_a_copy_to_a_time_that_never_suits_is_unfilled(session: Session) -> None:
    never = Availability(
        fit=Fit.NEVER, first_day=dt.date(2026, 3, 28), last_day=dt.date(2026, 3, 28)
    )
    bo = session.records.get(Helper, "bo")
    lay(session, replace(bo, availability=(never,)))
    copied = shift_edits.copy_to(session, EVENING, dt.date(2026, 3, 28))
    assert copied.shift.helper is None
    assert [one.code for one in copied.against] == [Code.NEVER_AVAILABLE]
