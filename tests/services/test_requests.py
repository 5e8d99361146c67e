"""Applications, trips and courses in one list, and what becomes of each."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from bpa_desktop.domain.application import Application, ApplicationKind
from bpa_desktop.domain.decision import Decision, Effect, Subject
from bpa_desktop.domain.instruction import Course
from bpa_desktop.domain.moved_hours import Consent
from bpa_desktop.domain.scheme import Scheme
from bpa_desktop.domain.trip import Trip
from bpa_desktop.services import requests as acts
from bpa_desktop.services.deadlines import due
from bpa_desktop.services.due_words import due_text
from bpa_desktop.services.profiles import profile_for
from tests.services.little_roster import TODAY, everything, lay, open_little

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.services.session import Session

SENT = dt.date(2026, 2, 20)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """A course that is late, a trip with an application of its own, and one not sent."""
    with open_little(tmp_path) as opened:
        summer = dt.date(2026, 7, 1)
        lay(
            opened,
            Scheme(id="scheme", citizen_name="Eksempel", municipality="Brønderslev"),
            Course(id="c", helper="anna", title="Løft", applied_on=SENT),
            Trip(id="t", place="Skagen", first_day=summer, last_day=summer, applied_on=TODAY),
            Application(
                id="h", kind=ApplicationKind.HOLIDAY, title="Skagen", trip="t", sent_on=TODAY
            ),
            Application(id="a", kind=ApplicationKind.HOURS, title="Weekend"),
        )
        yield opened


def application(session: Session, name: str = "a") -> Application:
    return session.records.get(Application, name)


def test_a_trip_is_told_once_and_a_late_answer_first(session: Session) -> None:
    assert [one.record for one in acts.requests(session)] == [
        ("course", "c"),
        ("trip", "t"),
        ("application", "a"),
    ]
    words = [acts.request_words(session, one) for one in acts.requests(session)]
    assert words[0].endswith("Sendt den 20. februar 2026. Svaret er forsinket: 6. marts 2026.")
    assert words[1].endswith("Det vides ikke, hvornår svaret skal komme.")
    assert words[2] == "Flere timer: Weekend. Ikke sendt."
    assert acts.sentence(session) == "2 venter på svar. 1 svar er forsinket."


def test_a_late_answer_is_due(session: Session) -> None:
    texts = [due_text(one) for one in due(session) if one.code == "application_answer"]
    assert texts[0] == (
        "Svaret om Løft, sendt den 20. februar 2026, skal komme senest den 6. marts 2026. "
        "Spørg, hvis det ikke kommer."
    )


def test_sent_answered_and_its_decision(session: Session) -> None:
    before = everything(session)
    assert acts.sent(session, application(session)) == (
        "Sendt i dag: Weekend. Svar senest den 8. juni 2026."
    )
    said = acts.answered(session, application(session), Consent.REFUSED)
    assert said.startswith("Weekend: afslag.")
    begun = acts.decision_begun(session, application(session))
    assert (begun.subject, begun.effect) == (Subject.SCHEME, Effect.REFUSES)
    assert (begun.received_on, begun.application, begun.id) == (TODAY, "a", "")
    lay(session, begun)
    assert [type(one) for one in acts.decisions(session, application(session))] == [Decision]
    for _times in range(3):
        session.undo()
    assert everything(session) == before


def test_an_answer_about_a_trip_is_kept_on_the_trip_too(session: Session) -> None:
    acts.answered(session, application(session, "h"), Consent.AGREED)
    assert session.records.get(Trip, "t").consent is Consent.AGREED
    assert application(session, "h").consent is Consent.AGREED
    assert application(session, "h").answered_on == TODAY


@pytest.mark.parametrize(
    ("municipality", "words"),
    [
        (
            "Ishøj",
            (
                "Den begyndes inden for 2 uger. Et svar tager 6 måneder. "
                "Kilde: Ishøj Kommune, Kvalitetsstandard for BPA § 95 og 96."
            ),
        ),
        (
            "Brønderslev",
            (
                "Et svar tager 12 uger. Kilde: Brønderslev Kommune, "
                "Borgerstyret personlig assistance, kvalitetsstandard."
            ),
        ),
        ("", "Det vides ikke, hvor lang tid kommunen bruger. Spørg den."),
    ],
)
def test_how_soon_a_case_is_begun_and_answered(municipality: str, words: str) -> None:
    assert acts.case_time_words(profile_for(municipality)) == words
