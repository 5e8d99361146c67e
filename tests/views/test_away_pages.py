"""Hospital, holidays, section 10, applications, insurances and the employer, as one presses."""

from __future__ import annotations

import datetime as dt
import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLineEdit

from bpa_desktop.domain.application import Application
from bpa_desktop.domain.handover import Handover
from bpa_desktop.domain.hospital_stay import Fate, HospitalStay, StayShift
from bpa_desktop.domain.moved_hours import Consent
from bpa_desktop.domain.scheme import Answer, Party
from bpa_desktop.domain.trip import Trip
from bpa_desktop.services.hospital import begin
from tests.services.little_roster import TODAY, lay, open_little, shift
from tests.views.person import LIGHT, person_at
from tests.views.windows import settle

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from tests.views.person import Person

_PATIENCE = 10.0
SUMMER = dt.date(2026, 7, 1)


@pytest.fixture(name="me")
def _me(qapp: QApplication, tmp_path: Path) -> Iterator[Person]:
    session = open_little(tmp_path)
    lay(
        session,
        shift("03-16 15:00", "03-16 23:00", "anna"),
        shift("03-17 07:00", "03-17 15:00", "bo"),
        Trip(id="t", place="Skagen", first_day=SUMMER, last_day=SUMMER, extra_minutes=60),
        Application(id="a", title="Løft"),
        Handover(id="h", to=Party.COMPANY, name="Prøve Hjælp", agreed_on=TODAY),
    )
    with person_at(qapp, session, LIGHT) as person:
        yield person


def go(me: Person, place: str) -> None:
    me.window.frame.go(place)
    settle(me.window.frame)


def test_a_press_for_each_shift_of_a_stay_and_one_for_who_pays(me: Person) -> None:
    go(me, "hospital")
    me.press("Indlagt fra i dag")
    me.press("Anna Prøve, mandag 16. marts 15–23: ikke besluttet")
    me.press("Tager med på sygehuset")
    assert me.heard == ["Anna Prøve, mandag 16. marts 15–23: tager med på sygehuset."]
    me.press("Sendes hjem")
    fates = {one.helper: one.fate for one in me.session.records.all(StayShift)}
    assert fates == {"anna": Fate.COMES_ALONG, "bo": Fate.SENT_HOME}
    me.press("Ja")
    assert me.session.records.all(HospitalStay)[0].region_pays is Answer.YES
    assert "Indlagt fra i dag" not in me.names()
    assert begin(me.session)[1] == "Du er allerede indlagt fra den 16. marts 2026."
    assert len(me.session.records.all(HospitalStay)) == 1


def test_the_attest_of_who_was_sent_home_opens_with_the_days(me: Person) -> None:
    go(me, "hospital")
    me.press("Indlagt fra i dag")
    me.press("Alle: Sendes hjem")
    assert me.heard == ["2 vagter: sendes hjem."]
    me.press("Skriv attesten – Anna Prøve")
    assert me.heard == ["Attest: sendt hjem."]


def test_a_holiday_is_applied_for_and_answered_with_a_press_each(me: Person) -> None:
    go(me, "trips")
    me.press("Søgt i dag – Skagen")
    me.press("Bevilget – Skagen")
    found = me.session.records.get(Trip, "t")
    assert (found.applied_on, found.consent) == (TODAY, Consent.AGREED)


def test_an_application_is_sent_and_refused_beside_the_list(me: Person) -> None:
    go(me, "applications")
    me.press("Kurser: Løft. Ikke sendt.")
    me.press("Sendt i dag")
    me.press("Kommunen sagde nej")
    found = me.session.records.get(Application, "a")
    assert (found.sent_on, found.consent) == (TODAY, Consent.REFUSED)
    assert me.sees("Skriv afgørelsen")


def test_how_long_an_answer_takes_is_asked_by_letter_which_leads_back(me: Person) -> None:
    go(me, "applications")
    me.press("Kurser: Løft. Ikke sendt.")
    me.press("Spørg, hvor længe det tager")
    me.press("Sendt i dag")
    me.press("Tilbage")
    assert me.window.frame.current == "applications"
    assert "Du spurgte den 16. marts 2026." in me.words()


def test_the_estimate_of_section_10_is_shown_as_a_paper(me: Person) -> None:
    go(me, "costs")
    me.press("Se skønnet som papir")
    end = time.monotonic() + _PATIENCE
    while me.window.frame.current != "preview" and time.monotonic() < end:
        time.sleep(0.01)
        settle(me.window.frame)
    assert me.window.frame.current == "preview"
    assert "Skøn over hjælperrelaterede udgifter" in me.words()


def test_a_change_of_employer_is_told_and_carried_out(me: Person) -> None:
    go(me, "employer")
    me.press("Til Prøve Hjælp, aftalt 16. marts 2026, i gang")
    me.press("Kommunen har fået besked i dag")
    me.press("Gennemfør det nu")
    scheme = me.session.scheme()
    assert scheme is not None
    assert (scheme.employer, scheme.employer_name) == (Party.COMPANY, "Prøve Hjælp")
    assert me.session.records.get(Handover, "h").done_on == TODAY


def test_what_is_missing_of_insurances_is_written_from_its_button(me: Person) -> None:
    go(me, "insurance")
    me.press("Skriv det – Arbejdsskade")
    company = me.window.frame.panel.findChild(QLineEdit, "company")
    assert company is not None
    company.setText("Prøve")
    me.press("Færdig")
    assert "Arbejdsskade: Prøve." in me.words()
