"""The place Absence: kinds and days, never a cause; reported, ended and changed in few steps."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from bpa_desktop.domain.absence import Absence, AbsenceKind
from bpa_desktop.domain.roster import Shift
from bpa_desktop.i18n import _
from tests import little_file
from tests.little_file import ABSENCES, ANNA, BO, SCHEME
from tests.views.audit.tree import shown, words_on
from tests.views.little import ENGLISH
from tests.views.windows import TODAY

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.views.little import Seat

    Sit = Callable[..., Seat]

YESTERDAY = TODAY - dt.timedelta(days=1)
SINCE_FRIDAY = Absence(id="now", helper="anna", first_day=dt.date(2026, 3, 13))


def absences(me: Seat) -> dict[str, Absence]:
    return {one.id: one for one in me.session.records.all(Absence)}


def test_what_comes_stands_first_and_the_rest_newest_first(me: Seat) -> None:
    me.go("absence")
    assert me.log[-1] == "Fravær. Ingen har fravær i dag. 1 fravær er på vej."
    words = me.words()
    order = [
        "Nu og på vej",
        "30. marts–3. april",
        "Ret – Bo 30. marts",
        "De sidste 12 måneder",
        "9. marts",
        "Ret – Anna 9. marts",
        "10. februar 12–15",
        "14.–20. juli 2025",
        "Ret – Elias 14. juli 2025",
    ]
    places = [words.index(word) for word in order]
    assert places == sorted(places)
    assert {"Sygdom", "Ferie", "Aftalt fridag", "8 timer", "0 timer"} <= set(words)


def test_the_same_in_english(sit: Sit) -> None:
    me = sit(ENGLISH)
    me.go("absence")
    assert {"30 March–3 April", "Change – Bo 30 March", "14–20 July 2025"} <= set(me.words())


def test_an_absence_is_reported_by_keyboard(me: Seat) -> None:
    before = me.everything()
    me.go("absence")
    me.tab_to("Meld fravær")
    assert me.key(Qt.Key.Key_Return) == "Nyt fravær."
    assert me.focus == "Hjælper"
    me.key(Qt.Key.Key_Down)
    me.key(Qt.Key.Key_Down)
    assert me.text("Hjælper") == "Bo Olsen"
    me.tab_to("Første dag")
    assert me.text("Første dag") == "16. marts 2026"
    me.tab_to("Sidste dag")
    assert me.key(Qt.Key.Key_Down) == ""
    assert me.focus == "I dag – sidste dag"
    assert me.key(Qt.Key.Key_Return) == "Sidste dag: 16. marts 2026"
    me.key(Qt.Key.Key_Up)
    assert me.focus == "Sidste dag"
    me.tab_to("Færdig")
    assert me.key(Qt.Key.Key_Return).startswith("Gemt: Bo Olsen: Sygdom 16. marts 2026")
    (new,) = [one for one in absences(me).values() if one.first_day == TODAY]
    assert (new.helper, new.kind, new.last_day) == ("bo", AbsenceKind.SICKNESS, TODAY)
    assert "1 hjælper har fravær i dag. 1 fravær er på vej." in me.words()
    assert me.focus == "Meld fravær"
    me.undo()
    assert me.everything() == before


def test_a_wrong_day_is_told_at_its_field(me: Seat) -> None:
    me.go("absence")
    me.press("Ret – Anna 9. marts")
    me.enter("Sidste dag", "den anden dag")
    said = me.key(Qt.Key.Key_Tab)
    assert said == me.problem("Sidste dag") != ""
    me.enter("Sidste dag", "1. marts")
    assert me.press("Færdig") == f"Sidste dag: {_('The last day is before the first day.')}"
    assert me.focus == "Sidste dag"
    assert absences(me)["sick"] == ABSENCES[0]


def test_back_at_work_ends_the_absence_the_day_before(sit: Sit, tmp_path: Path) -> None:
    today = replace(SINCE_FRIDAY, id="today", helper="bo", first_day=TODAY)
    me = sit(file=little_file.write(tmp_path / "now.bpa", [ANNA, BO, SINCE_FRIDAY, today]))
    before = me.everything()
    me.go("absence")
    assert {"fra 13. marts", "2 hjælpere har fravær i dag."} <= set(me.words())
    said = me.press("Raskmeld – Anna")
    assert said == "Anna er raskmeldt. Fortryd med Ctrl Z."
    assert absences(me)["now"].last_day == YESTERDAY
    assert "Raskmeld – Anna" not in me.labels()
    me.press("Raskmeld – Bo")
    assert absences(me)["today"].last_day == TODAY
    assert "Raskmeld – Bo" not in me.labels()
    me.undo()
    me.undo()
    assert me.everything() == before


def test_everything_can_be_told_apart(sit: Sit, tmp_path: Path) -> None:
    other = replace(ANNA, id="anna2", last_name="Holm")
    records = [
        ANNA,
        other,
        SINCE_FRIDAY,
        replace(SINCE_FRIDAY, id="b", helper="anna2"),
        replace(SINCE_FRIDAY, id="c", last_day=dt.date(2026, 3, 13)),
    ]
    me = sit(file=little_file.write(tmp_path / "same.bpa", records))
    me.go("absence")
    labels = me.labels()
    assert len(labels) == len(set(labels)) == 7
    assert "Raskmeld – Anna Holm" in labels
    assert "Ret – Anna Holm 13. marts 2026" in labels


def test_an_absence_since_last_year_says_the_year(sit: Sit, tmp_path: Path) -> None:
    long = replace(SINCE_FRIDAY, first_day=dt.date(2025, 12, 1))
    me = sit(file=little_file.write(tmp_path / "long.bpa", [ANNA, long]))
    me.go("absence")
    assert {"fra 1. december 2025", "Ret – Anna 1. december 2025"} <= set(me.words())


def test_without_absences_only_the_reminder_stands_there(sit: Sit, tmp_path: Path) -> None:
    me = sit(file=little_file.write(tmp_path / "none.bpa", [SCHEME, ANNA]))
    me.go("absence")
    assert "Ingen har fravær i dag." in me.words()
    assert _("Only the kind is kept. Never write why somebody is ill.") in me.words()
    assert me.labels() == ["Ferie tilbage", "Meld fravær"]


def test_a_read_only_file_cannot_be_reported_in(sit: Sit, tmp_path: Path) -> None:
    file = little_file.write(tmp_path / "now.bpa", [ANNA, SINCE_FRIDAY])
    me = sit(read_only=True, file=file)
    me.go("absence")
    assert not me.button("Meld fravær").isEnabled()
    assert not me.button("Raskmeld – Anna").isEnabled()
    me.press("Ret – Anna 13. marts")
    assert not me.button("Færdig").isEnabled()
    assert _("The file is open read-only, so nothing can be changed.") in me.words()


def test_who_is_back_gets_the_unfilled_shifts_again_in_two_presses(
    sit: Sit, tmp_path: Path
) -> None:
    days = [TODAY + dt.timedelta(days=count) for count in range(9)]
    shifts = [_missed(day, "bo" if day == days[1] else None) for day in days]
    file = little_file.write(tmp_path / "back.bpa", [ANNA, BO, SINCE_FRIDAY, *shifts])
    me = sit(file=file)
    before = me.everything()
    me.go("absence")
    with me.person.journey(most=2):
        me.person.press("Raskmeld – Anna")
        assert me.focus == "Giv 8 vagter tilbage"
        assert {"onsdag 18. marts 07–15", "og 2 mere", "tirsdag 17. marts 07–15 Bo Olsen"} <= set(
            me.words()
        )
        me.person.press("Giv 8 vagter tilbage")
    assert me.log[-1] == "Anna har 8 vagter igen. Fortryd med Ctrl Z."
    assert me.panel is None
    held = sorted(str(one.helper) for one in me.session.records.all(Shift))
    assert held == ["anna"] * 8 + ["bo"]
    me.undo()
    me.undo()
    assert me.everything() == before


def _missed(day: dt.date, helper: str | None) -> Shift:
    start = dt.datetime.combine(day, dt.time(7))
    end = start + dt.timedelta(hours=8)
    return Shift(planned_start=start, planned_end=end, helper=helper, stands_in_for="anna")


def test_a_leave_is_ended_by_its_own_words(sit: Sit, tmp_path: Path) -> None:
    leave = replace(SINCE_FRIDAY, kind=AbsenceKind.PARENTAL_LEAVE)
    me = sit(file=little_file.write(tmp_path / "leave.bpa", [ANNA, leave]))
    me.go("absence")
    said = me.press("Tilbage på arbejde – Anna")
    assert said == "Anna er tilbage på arbejde. Fortryd med Ctrl Z."


def test_a_sickness_with_a_last_day_can_end_sooner(sit: Sit, tmp_path: Path) -> None:
    week = replace(SINCE_FRIDAY, last_day=TODAY + dt.timedelta(days=3))
    me = sit(file=little_file.write(tmp_path / "week.bpa", [ANNA, week]))
    me.go("absence")
    me.press("Raskmeld – Anna")
    assert absences(me)["now"].last_day == YESTERDAY


def test_the_form_of_a_sickness_that_goes_on_can_end_it(sit: Sit, tmp_path: Path) -> None:
    over = replace(SINCE_FRIDAY, id="over", helper="bo", last_day=YESTERDAY)
    me = sit(file=little_file.write(tmp_path / "form.bpa", [ANNA, BO, SINCE_FRIDAY, over]))
    me.go("absence")
    me.press("Ret – Bo 13. marts")
    assert "Raskmeld" not in [words_on(one) for one in shown(me.window.frame)]
    me.press("Ret – Anna 13. marts")
    assert me.press("Raskmeld") == "Anna er raskmeldt. Fortryd med Ctrl Z."
    assert absences(me)["now"].last_day == YESTERDAY
    assert me.panel is None


@pytest.mark.parametrize("query", ["raskmeld anna", "anna fit again", "anna tilbage"])
def test_the_command_box_ends_it_too(sit: Sit, tmp_path: Path, query: str) -> None:
    holiday = replace(SINCE_FRIDAY, id="b", helper="bo", kind=AbsenceKind.HOLIDAY)
    me = sit(file=little_file.write(tmp_path / "box.bpa", [ANNA, BO, SINCE_FRIDAY, holiday]))
    box = me.window.frame.overlays.box
    me.window.frame.overlays.open_box()
    box.field.setText(query)
    me.rest()
    assert "Raskmeld – Anna Nielsen" in [offer.text for offer in box.offers]
    assert not any("Bo Olsen" in offer.text for offer in box.offers)
    next(offer for offer in box.offers if "Anna Nielsen" in offer.text).run()
    assert absences(me)["now"].last_day == YESTERDAY


def test_the_holiday_that_is_left_is_two_presses_away_and_so_is_the_way_back(me: Seat) -> None:
    me.go("absence")
    me.tab_to("Ferie tilbage")
    said = me.key(Qt.Key.Key_Return)
    assert said == "Ferie tilbage. Vælg en hjælper for at se, hvordan dagene er opstået."
    assert me.press("Anna Nielsen: ikke kendt").startswith("Anna Nielsen. Optjent ikke kendt, ")
    assert me.press("Alle hjælpere") == said
    told = me.press("Elias Lund: 8,32 dage tilbage")
    assert told == "Elias Lund. Optjent 8,32 dage, afholdt 0, tilbage 8,32 pr. 16. marts 2026."
    assert "De skal holdes senest 31. december 2026." in me.words()
    assert me.press("2024/25").startswith("Optjent ")
    assert "De skulle være holdt senest 31. december 2025." in me.words()
