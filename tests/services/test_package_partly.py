"""A package holds what there is of a paper, and the cover says what is lacking of it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from bpa_desktop.domain.given_package import PackageKind
from bpa_desktop.domain.meeting import Mark, Meeting, MeetingPoint, MeetingState
from bpa_desktop.domain.people import Employment, Helper, Position
from bpa_desktop.services.package_plan import Readiness
from bpa_desktop.services.package_secrets import package_secrets
from bpa_desktop.services.paper_minutes import finish_review
from tests.documents.papers import texts
from tests.domain.builders import moment
from tests.services.small_scheme import small_scheme
from tests.services.test_package_kinds import made, planned, words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.services.session import Session


@pytest.fixture(name="session")
def _session(tmp_path: Path) -> Iterator[Session]:
    with small_scheme(tmp_path / "a.bpa") as opened:
        yield opened


def test_talks_that_are_lacking_do_not_keep_the_list_of_those_held_at_home(
    session: Session,
) -> None:
    begun = (Employment(first_day=dt.date(2020, 1, 1)),)
    session.save(
        Helper(
            id="x",
            first_name="Xenia",
            last_name="Prøve",
            employments=begun,
            position=Position.PERMANENT,
        ),
        "x",
    )
    part = planned(session, PackageKind.REVISITATION).part("mus")
    assert part is not None
    assert (part.readiness, part.is_partly) == (Readiness.MISSING, True)
    rendered = made(session, PackageKind.REVISITATION)
    assert "Vedlagt. 1 hjælper mangler en samtale." in texts(rendered.content)[0]
    assert "ikke holdt endnu" in texts(rendered.content)[rendered.first_pages["mus"] - 1]
    left = made(session, PackageKind.REVISITATION, left_out=frozenset({"mus"}))
    assert "mus" not in left.first_pages


def test_minutes_that_wait_do_not_keep_those_looked_through_at_home(session: Session) -> None:
    held = [
        Meeting(
            id=f"m{day}",
            starts_at=moment(f"2026-03-{day} 17:00"),
            ends_at=moment(f"2026-03-{day} 18:00"),
            state=MeetingState.HELD,
        )
        for day in (10, 12)
    ]
    told = "Anna er syg af stress, siger hun selv."
    with session.operation("meetings") as operation:
        operation.save_all(held)
        operation.save(MeetingPoint(id="p1", meeting="m10", heading="Vagter", words="Alt gik."))
        operation.save(
            MeetingPoint(id="p2", meeting="m12", heading="Snak", words=told, mark=Mark.SENSITIVE)
        )
    finish_review(session, held[0])
    rendered = made(session, PackageKind.REVISITATION)
    assert "Delvist vedlagt. Ikke gennemset endnu: 1 af 2." in texts(rendered.content)[0]
    whole = words(rendered)
    assert "Alt gik." in whole
    assert "stress" not in whole
    plan = planned(session, PackageKind.REVISITATION)
    assert any(one.text in told for one in package_secrets(session, plan).whole.texts)
