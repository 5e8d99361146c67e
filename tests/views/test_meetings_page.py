"""Meetings on the screen: planned, written, pasted, agreed on, and looked through."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QRect, Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication

from bpa_desktop.documents.pdf import render
from bpa_desktop.documents.preview import page_texts
from bpa_desktop.domain.agreed_task import AgreedTask
from bpa_desktop.domain.kinds import HourKind
from bpa_desktop.domain.meeting import Mark, Meeting, MeetingPoint, MeetingState, Participant
from bpa_desktop.domain.roster import Shift
from bpa_desktop.services.minutes import open_tasks
from bpa_desktop.services.paper_minutes import shown_paper
from bpa_desktop.views.page_picture import PagePicture
from tests.domain.builders import moment
from tests.services.little_roster import lay
from tests.views.little import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.views.little import Seat

    Sit = Callable[..., Seat]

HELD = Meeting(
    id="held",
    starts_at=moment("2026-03-04T15:00"),
    ends_at=moment("2026-03-04T16:30"),
    state=MeetingState.HELD,
    participants=(Participant(helper="anna"),),
)


def written(number: int, heading: str, words: str) -> MeetingPoint:
    return MeetingPoint(
        id=f"p{number}", meeting="held", number=number, heading=heading, words=words
    )


MINUTES = (
    HELD,
    written(1, "Ny loftlift", "Oplæring torsdag."),
    written(2, "Nøgle", "Naboen har den. Ring 00 00 00 00."),
)


def meetings_of(me: Seat) -> list[Meeting]:
    return list(me.session.records.all(Meeting))


def test_without_meetings_the_page_offers_the_first(me: Seat) -> None:
    me.go("meetings")
    assert "Ingen møder endnu." in me.page_words()
    said = me.press("Nyt personalemøde")
    assert said == "Nyt møde. Alle deltager, medmindre du vælger andet."


def test_a_new_meeting_is_three_actions_and_stands_in_the_roster(me: Seat) -> None:
    me.go("today")
    with me.person.journey(most=3):
        me.person.press("Møder")
        me.person.press("Nyt møde")
        me.person.press("Gem mødet")
    assert "2 hjælpere har 2 timer i alt i vagtplanen." in me.person.heard[-1]
    laid = [one for one in me.session.records.all(Shift) if one.kind is HourKind.STAFF_MEETING]
    assert {one.helper for one in laid} == {"anna", "bo"}
    me.go("meetings")
    assert me.page_words()[1].startswith("Næste møde: mandag 23. marts kl. 13:00–14:00.")
    me.undo()
    assert not meetings_of(me)


def test_who_takes_part_and_when_can_be_chosen(me: Seat) -> None:
    me.go("meetings")
    me.press("Nyt møde")
    assert me.press("Bo") == "Bo deltager ikke."
    me.enter("Dag", "1.4.")
    me.enter("Fra – til", "vrøvl")
    me.press("Gem mødet")
    assert not meetings_of(me)
    assert me.problem("Fra – til")
    me.enter("Fra – til", "15-16.30")
    me.press("Gem mødet")
    (kept,) = meetings_of(me)
    assert (kept.starts_at, kept.ends_at) == (
        moment("2026-04-01T15:00"),
        moment("2026-04-01T16:30"),
    )
    assert [one.helper for one in kept.participants] == ["anna"]


def test_a_meeting_is_called_off_with_its_shifts(me: Seat) -> None:
    me.go("meetings")
    me.press("Nyt møde")
    me.press("Gem mødet")
    me.press("Åbn – 23. marts")
    me.press("Ændr mødet")
    assert me.press("Aflys mødet").endswith("er aflyst, og det er vagterne også.")
    me.press("Tilbage")
    assert "Aflyst" in me.page_words()


def test_what_is_suggested_can_be_dropped(me: Seat) -> None:
    lay(me.session, HELD)
    me.go("minutes")
    me.press("Foreslå punkter")
    assert me.press("Ubesatte vagter") == "Ubesatte vagter kommer ikke på dagsordenen."
    said = me.press("Sæt 6 punkter på")
    assert said == "6 punkter står på dagsordenen."
    headings = [one.heading for one in me.session.records.all(MeetingPoint)]
    assert "Ubesatte vagter" not in headings
    assert "Eventuelt" in headings


def test_minutes_from_word_are_shown_before_they_are_put_in(me: Seat) -> None:
    lay(me.session, HELD)
    me.go("minutes")
    data = QMimeData()
    data.setHtml("<h2>Lift</h2><p>Torsdag.</p><h2>Vagter</h2><p>Påske.</p>")
    QGuiApplication.clipboard().setMimeData(data)
    said = me.press("Indsæt referat")
    assert said == "Det kopierede bliver til 2 punkter. Intet er sat ind endnu."
    assert not me.session.records.all(MeetingPoint)
    assert me.press("Indsæt 2 punkter") == "2 punkter er sat ind."
    me.undo()
    assert not me.session.records.all(MeetingPoint)


def test_a_point_is_written_marked_moved_and_agreed_on(me: Seat) -> None:
    lay(me.session, *MINUTES)
    me.go("minutes")
    me.press("Skriv – punkt 1")
    me.enter("Tekst", "Oplæring er flyttet til fredag.")
    assert me.press("Flyt ned") != ""
    by_id = {one.id: one for one in me.session.records.all(MeetingPoint)}
    assert by_id["p1"].words == "Oplæring er flyttet til fredag."
    assert by_id["p1"].number == 2
    assert me.press("Om den enkelte") == "Punkt 2: Om den enkelte, Personfølsomt."
    assert me.press("Fagligt") == "Punkt 2: Fagligt."
    me.press("Ny aftale")
    me.enter("Det der blev aftalt", "Ring til leverandøren")
    me.press("Færdig")
    assert [one.what for one in open_tasks(me.session)] == ["Ring til leverandøren"]
    assert me.press("Gjort i dag – Ring til leverandøren") == (
        "Gjort i dag: Ring til leverandøren."
    )
    assert not open_tasks(me.session)


def test_done_is_refused_while_something_waits_and_then_gives_the_paper(me: Seat) -> None:
    lay(me.session, *MINUTES)
    me.go("review")
    assert me.press("Færdig").startswith("Punkt 2 har noget, du skal tjekke først.")
    assert me.press("Erstat – punkt 2") == "Telefonnummer erstattes."
    me.press("Sådan ser sagsbehandleren det")
    me.work()
    paper = me.window.desk.paper
    assert paper is not None
    assert "Ring (udeladt)." in paper.text
    me.press("Tilbage")
    assert me.press("Færdig") == "Referatet fra 4. marts 2026 er gennemset og må vises."
    assert me.window.frame.current == "meetings"
    assert "Gennemset" in me.page_words()


def test_the_preview_marks_what_is_left_out_and_the_file_does_not(
    me: Seat, documents: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: True)
    secret = written(3, "Samtale", "Carla er sygemeldt med stress.")
    lay(me.session, *MINUTES[:2], replace(secret, mark=Mark.SENSITIVE))
    me.go("review")
    me.press("Sådan ser sagsbehandleren det")
    me.work()
    assert "Udeladt: punkt 3 (personfølsomt), side 1." in me.page_words()
    (picture,) = me.page.findChildren(PagePicture)
    assert picture.accessibleName() == "Side 1 af 1. Udeladt: punkt 3"
    empty = picture.grab(QRect(0, 0, picture.gutter, 1)).toImage()
    beside = picture.grab(QRect(0, 0, picture.gutter, picture.height())).toImage()
    assert beside != empty.scaled(beside.size())
    me.press("Åbn i PDF-læser")
    (file,) = (documents / "BPA" / "Papirer").iterdir()
    shown = shown_paper(me.session, meetings_of(me)[0])
    assert file.read_bytes() == render(shown.bundle)
    assert "Udeladt:" not in page_texts(file.read_bytes())


def test_own_words_take_the_place_of_what_was_found(me: Seat) -> None:
    lay(me.session, *MINUTES)
    me.go("review")
    assert me.text("Skriv i stedet – punkt 2") == "(udeladt)"
    me.enter("Skriv i stedet – punkt 2", "00 00 00 00")
    refused = "”00 00 00 00” må ikke stå i de nye ord. Skriv andre ord."
    assert me.key(Qt.Key.Key_Return) == refused
    assert me.problem("Skriv i stedet – punkt 2") == refused
    me.enter("Skriv i stedet – punkt 2", "vagttelefonen")
    assert me.key(Qt.Key.Key_Return) == "Telefonnummer erstattes af ”vagttelefonen”."
    assert "”00 00 00 00” erstattes af ”vagttelefonen”." in me.page_words()
    assert me.press("Tag stilling igen – punkt 2") == "Telefonnummer venter på dit svar igen."
    assert me.text("Skriv i stedet – punkt 2") == "vagttelefonen"
    me.undo()
    assert "”00 00 00 00” erstattes af ”vagttelefonen”." in me.page_words()


def test_one_press_replaces_everything_in_a_point_also_with_own_words(me: Seat) -> None:
    lay(me.session, HELD, written(1, "Nøgle", "Ring 00 00 00 00 eller skriv til nabo@example.org."))
    me.go("review")
    me.enter("Skriv i stedet – punkt 1, 00 00 00 00", "vagttelefonen")
    assert me.press("Erstat alt – punkt 1") == "Alt, der blev fundet i punkt 1, er erstattet."
    (kept,) = me.session.records.all(MeetingPoint)
    assert {one.found: one.instead for one in kept.checks} == {
        "00 00 00 00": "vagttelefonen",
        "nabo@example.org": "",
    }


def test_a_repeated_secret_is_told_at_the_last_press(me: Seat) -> None:
    told = "Hun har ikke sovet i en uge."
    secret = written(3, "Samtale", told)
    lay(me.session, *MINUTES[:2], written(2, "Vagter", told), secret)
    me.go("review")
    me.press("Udelad – punkt 3")
    assert "punkt 3 i referatet fra 4. marts 2026" in me.press("Færdig")
    assert all(one.checked_on is None for one in meetings_of(me))
    me.press("Vis – punkt 3")
    marks = {one.mark for one in me.session.records.all(MeetingPoint)}
    assert marks == {Mark.PROFESSIONAL}


def test_the_due_list_tells_what_was_agreed_and_one_press_does_it(me: Seat) -> None:
    lay(me.session, *MINUTES)
    me.session.save(
        AgreedTask(what="Ring til leverandøren", due_on=dt.date(2026, 3, 17)), "fill in"
    )
    me.go("today")
    assert me.press("Gjort i dag") == "Gjort i dag: Ring til leverandøren."


@pytest.mark.parametrize("place", ["meetings", "minutes", "review"])
def test_in_english(sit: Sit, place: str) -> None:
    me = sit(ENGLISH)
    lay(me.session, *MINUTES)
    me.go(place)
    assert "Personalemøde" not in "".join(me.words())
