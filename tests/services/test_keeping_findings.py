"""A finding is kept with a reason, does not warn any more, and can be taken back."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from bpa_desktop.domain.kept_finding import kept_as
from bpa_desktop.services import keeping_findings
from bpa_desktop.services.rostering import set_start
from bpa_desktop.services.session import label_text
from bpa_desktop.services.week import roster, shift_findings
from tests.services.little_roster import TODAY, everything, lay, open_little, shift

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.services.session import Session

EVENING = shift("03-18 15:00", "03-18 23:00", "bo")
MORNING = shift("03-19 07:00", "03-19 15:00", "bo")


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with open_little(tmp_path) as opened:
        lay(opened, EVENING, MORNING)
        yield opened


def test_keeping_is_one_action_that_says_what_it_is_about(session: Session) -> None:
    before, steps = everything(session), len(session.records.journal.entries())
    (found,) = shift_findings(session, MORNING)
    kept = keeping_findings.keep(session, found, "  Agreed with Bo.  ")
    assert (kept.reason, kept.kept_on, kept.helper) == ("Agreed with Bo.", TODAY, "bo")
    assert (kept.window_start, kept.window_end) == found.window
    (newest, *older) = session.records.journal.entries()
    assert len(older) == steps
    assert label_text(newest.label) == "behold: For lidt hvile, torsdag 19. marts"
    assert newest.label.texts["why"] == "Agreed with Bo."
    session.undo()
    assert everything(session) == before


def test_what_is_kept_does_not_warn_in_the_roster(session: Session) -> None:
    (found,) = shift_findings(session, MORNING)
    assert MORNING.id in roster(session, TODAY).findings
    keeping_findings.keep(session, found, "")
    assert MORNING.id not in roster(session, TODAY).findings
    assert shift_findings(session, MORNING) == (found,)


def test_once_it_is_another_finding_it_asks_again(session: Session) -> None:
    (found,) = shift_findings(session, MORNING)
    keeping_findings.keep(session, found, "")
    set_start(session, MORNING, dt.time(6))
    assert MORNING.id in roster(session, TODAY).findings


def test_taking_back_lets_it_warn_again(session: Session) -> None:
    (found,) = shift_findings(session, MORNING)
    before = everything(session)
    keeping_findings.keep(session, found, "")
    kept = kept_as(found, keeping_findings.kept_of(session))
    assert kept is not None
    keeping_findings.take_back(session, kept)
    assert everything(session) == before
    assert MORNING.id in roster(session, TODAY).findings
    assert session.undo_text() == "behold ikke: For lidt hvile, torsdag 19. marts"
    session.undo()
    assert MORNING.id not in roster(session, TODAY).findings
