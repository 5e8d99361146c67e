"""Statements on a helper: prefilled, neutral, changed freely, and a paper everybody can read."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bpa_desktop import i18n
from bpa_desktop.documents.model import as_bundle
from bpa_desktop.documents.pdf import render
from bpa_desktop.domain.absence import Absence
from bpa_desktop.domain.contract import Contract
from bpa_desktop.domain.own_text import OwnText, TextKind
from bpa_desktop.domain.people import Employment
from bpa_desktop.domain.period import Period
from bpa_desktop.services import paper_leadership
from bpa_desktop.services.attests import keep_text, newest_text, paper, sent_home, statement
from bpa_desktop.services.session import open_session
from bpa_desktop.storage import keys
from bpa_desktop.storage.operation import Refused
from tests.documents.papers import failures, texts
from tests.little_file import ANNA, BO, KEY, SCHEME, TODAY, write

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.services.session import Session

LEFT = replace(
    ANNA, employments=(Employment(first_day=dt.date(2024, 1, 1), last_day=dt.date(2026, 2, 28)),)
)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    sick = Absence(id="s", helper="anna", first_day=dt.date(2025, 1, 1))
    path = write(tmp_path / "a.bpa", [SCHEME, LEFT, BO, sick])
    with open_session(path, keys.parse(KEY), today=TODAY) as found:
        yield found


def test_the_statement_is_suggested_from_what_is_known(session: Session) -> None:
    assert statement(session, LEFT).words == (
        "Anna Nielsen var ansat som hjælper i en BPA-ordning hos mig fra den 1. januar 2024 til "
        "den 28. februar 2026.\n\n"
        "Jeg svarer gerne på spørgsmål om ansættelsen."
    )
    assert statement(session, BO).words.startswith(
        "Bo Olsen har været ansat som vikar i en BPA-ordning hos mig siden den 1. januar 2025."
    )
    session.save(
        Contract(helper="anna", begins_on=dt.date(2024, 1, 1), tasks="Pleje og ture."), "x"
    )
    assert "Arbejdet var: Pleje og ture." in statement(session, LEFT).words


def test_it_tells_nothing_of_absence(session: Session) -> None:
    assert "yg" not in statement(session, LEFT).words.replace("tryg", "")


def test_what_was_changed_and_kept_is_shown_the_next_time(session: Session) -> None:
    saved = keep_text(session, statement(session, LEFT), " Udtalelse ", "Tak for alt.\n\nKim")
    assert (saved.title, saved.words) == ("Udtalelse", "Tak for alt.\n\nKim")
    assert statement(session, LEFT) == saved
    assert newest_text(session, "anna", TextKind.SENT_HOME) is None
    again = keep_text(session, saved, "Udtalelse", "Andet")
    assert [one.id for one in session.records.all(OwnText)] == [again.id]
    session.undo()
    assert statement(session, LEFT) == saved


def test_a_text_without_a_heading_is_refused(session: Session) -> None:
    with pytest.raises(Refused):
        keep_text(session, statement(session, LEFT), "  ", "Tak")


def test_the_attest_of_a_helper_sent_home(session: Session) -> None:
    text = sent_home(session, BO, dt.date(2026, 3, 2), dt.date(2026, 3, 9))
    assert text.words == (
        "Bo Olsen er ansat som hjælper i min BPA-ordning.\n\n"
        "2.–9. marts 2026 er der ikke arbejde: Jeg er indlagt, og hospitalet står for hjælpen.\n\n"
        "Hjælperen kunne ikke få andet arbejde i den tid. Det er ikke hjælperens eget valg.\n\n"
        "BPA-ordningen er bevilget af Ishøj."
    )
    going_on = sent_home(session, BO, dt.date(2026, 3, 2), None)
    assert "Fra den 2. marts 2026 er der ikke arbejde" in going_on.words


@pytest.mark.parametrize("spoken", i18n.LANGUAGES)
def test_the_papers_are_pdfs_for_everybody(session: Session, spoken: str) -> None:
    with i18n.speaking(spoken):
        year = Period(dt.date(2025, 1, 1), dt.date(2026, 1, 1))
        made = [
            paper(session, statement(session, LEFT)),
            paper(session, sent_home(session, BO, dt.date(2026, 3, 2), None)),
            paper_leadership.paper(session, year),
        ]
        for document in made:
            assert document.language == spoken
            content = render(as_bundle(document))
            assert failures(content) == []
            assert len(texts(content)) == 1
    first = texts(render(as_bundle(made[0])))[0]
    assert "Anna Nielsen" in first
    assert "Kim Prøve" in first
