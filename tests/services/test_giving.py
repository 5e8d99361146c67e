"""What is handed out tells no more than it should, and no helper stands in a file's name."""

from __future__ import annotations

import csv
import datetime as dt
import errno
import io
import os
from typing import TYPE_CHECKING

import pytest

from bpa_desktop.documents.choices import Names
from bpa_desktop.documents.plain import plain
from bpa_desktop.domain.absence import Absence, AbsenceKind
from bpa_desktop.domain.kinds import HourKind
from bpa_desktop.domain.period import Period
from bpa_desktop.domain.roster import ShiftState
from bpa_desktop.i18n import speaking
from bpa_desktop.services.file_writing import NoRoom
from bpa_desktop.services.giving import Giving, write_out
from bpa_desktop.services.messages import message_to, message_to_all
from bpa_desktop.services.paper_scope import scope
from bpa_desktop.services.reading import helpers
from bpa_desktop.services.roster_rows import roster_sheet
from bpa_desktop.storage.refusals import FolderUnwritable
from tests.documents.ics_reader import read
from tests.domain.builders import moment
from tests.services.little_roster import TODAY, lay, open_little, shift

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.domain.people import Helper
    from bpa_desktop.services.giving import HandOut
    from bpa_desktop.services.session import Session

WEEK = Period(TODAY, TODAY + dt.timedelta(weeks=1))
ILLNESS = "lungebetændelse"


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with open_little(tmp_path) as found:
        lay(
            found,
            shift("03-15 23:00", "03-16 07:00", "carla"),
            shift("03-16 07:00", "03-16 15:00", "dina", note=ILLNESS),
            shift("03-16 15:00", "03-17 00:00", None),
            shift("03-17 17:00", "03-17 19:00", "anna", kind=HourKind.STAFF_MEETING),
            shift("03-17 17:00", "03-17 19:00", "dina", kind=HourKind.STAFF_MEETING),
            shift("03-18 07:00", "03-18 15:00", "dina", state=ShiftState.CANCELLED),
            shift(
                "03-20 07:00",
                "03-20 15:00",
                "bo",
                stands_in_for="dina",
                deviation="Ring til Dina",
            ),
            Absence(
                id="sick",
                helper="dina",
                kind=AbsenceKind.SICKNESS,
                first_day=dt.date(2026, 3, 20),
                last_day=dt.date(2026, 3, 20),
            ),
        )
        yield found


def dina(session: Session) -> Helper:
    return next(one for one in helpers(session) if one.id == "dina")


def words(hand_out: HandOut) -> str:
    assert hand_out.bundle is not None
    return plain(hand_out.bundle)


def test_the_week_shows_who_comes_and_no_kind_of_absence_and_no_note(session: Session) -> None:
    text = words(Giving(session, WEEK).week())
    assert "Ugedag: Mandag 16.; Dag: 07–15 Dina; Aften: 15–24 ubesat; Ikke her: –" in text
    assert "Aften: 17–19 Anna, Dina møde" in text
    assert "Ugedag: Fredag 20.; Dag: 07–15 Bo; Aften: –; Ikke her: Dina" in text
    for word in (ILLNESS, "Syg", "Ring", "Carla", "03-18"):
        assert word not in text
    assert "Onsdag 18.; Dag: –" in text


def test_who_came_before_midnight_stands_in_the_week_in_which_they_came(session: Session) -> None:
    early = shift(
        "03-23 00:00",
        "03-23 08:00",
        "bo",
        state=ShiftState.WORKED,
        worked_start=moment("2026-03-22T23:45"),
    )
    lay(session, early)
    after = Period(WEEK.end, WEEK.end + dt.timedelta(weeks=1))
    for giving, is_there in ((Giving(session, WEEK), True), (Giving(session, after), False)):
        assert ("23:45–08 Bo" in words(giving.week())) is is_there
        assert (b"23:45" in giving.csv().make()) is is_there
    assert "23:45–08" in message_to(session, bo(session), WEEK)


def test_a_called_off_shift_has_no_hours_in_the_table(session: Session) -> None:
    found = list(csv.DictReader(io.StringIO(table(session)), delimiter=";"))
    assert [row["Timer"] for row in found if row["Status"] == "Aflyst"] == ["0"]
    hours = [float(row["Timer"].replace(",", ".")) for row in found]
    sums = roster_sheet(scope(session, Names.FULL), WEEK).sums
    assert sum(hours) == sum(one.minutes for one in sums) / 60


def table(session: Session) -> str:
    return Giving(session, WEEK).csv().make().decode("utf-8-sig")


def bo(session: Session) -> Helper:
    return next(one for one in helpers(session) if one.id == "bo")


@pytest.mark.parametrize(("names", "title"), [(Names.INITIALS, "AN 17"), (Names.NUMBERED, "H1 17")])
def test_the_calendar_for_everybody_names_helpers_as_it_was_chosen(
    session: Session, names: Names, title: str
) -> None:
    titles = [one.title for one in read(Giving(session, WEEK, names).calendar().make())]
    assert any(one.startswith(title) for one in titles), titles
    assert not any(name in one for one in titles for name in ("Anna", "Bo", "Dina"))


def test_a_part_of_a_day_away_is_told_with_its_times(session: Session) -> None:
    lay(
        session,
        Absence(
            id="part",
            helper="carla",
            first_day=TODAY,
            last_day=TODAY,
            from_time=dt.time(12),
            to_time=dt.time(15),
        ),
    )
    assert "Ikke her: Carla 12–15" in words(Giving(session, WEEK).week())


def test_helpers_stand_as_chosen(session: Session) -> None:
    text = words(Giving(session, WEEK, Names.NUMBERED).week())
    assert "07–15 H4" in text
    assert "Dina" not in text


def test_the_weeks_of_a_month_are_whole_weeks_and_the_month_is_the_one_in_its_middle(
    session: Session,
) -> None:
    march = Giving(session, Period(dt.date(2026, 3, 1), dt.date(2026, 4, 1)))
    assert march.weeks == Period(dt.date(2026, 2, 23), dt.date(2026, 4, 6))
    turn = Giving(session, Period(dt.date(2026, 3, 30), dt.date(2026, 4, 6)))
    assert turn.month == Period(dt.date(2026, 4, 1), dt.date(2026, 5, 1))
    december = Giving(session, Period(dt.date(2026, 12, 21), dt.date(2026, 12, 28)))
    assert december.month == Period(dt.date(2026, 12, 1), dt.date(2027, 1, 1))


def test_the_month_shows_every_day(session: Session) -> None:
    text = words(Giving(session, WEEK).month_plan())
    assert "mandag: 16., 07–15 Dina, 15–24 ubesat" in text
    assert ILLNESS not in text


def test_an_own_plan_tells_nothing_about_anybody_else(session: Session) -> None:
    text = words(Giving(session, WEEK).own_plan(dina(session)))
    assert "mandag 16. marts; Tid: 07–15" in text
    assert "10 timer i alt" in text
    for word in (ILLNESS, "Anna", "Bo", "Carla", "ubesat", "Syg", "18. marts"):
        assert word not in text


def test_planned_beside_used_has_the_reason_without_names(session: Session) -> None:
    giving = Giving(session, WEEK, Names.INITIALS)
    session._today = dt.date(2026, 3, 23)
    text = words(giving.planned_and_used())
    assert (
        "fredag 20. marts; Som planlagt: 07–15 DI; Som brugt: ikke bekræftet; "
        "Forskel i timer: –; Forklaring: Sygdom. Ring til DI."
    ) in text
    assert "onsdag 18. marts; Som planlagt: 07–15 DI; Som brugt: aflyst" in text
    assert ILLNESS not in text


@pytest.mark.parametrize(
    ("language", "week", "month", "both", "own", "calendar", "own_calendar", "rows"),
    [
        (
            "da",
            "2026-uge-12_Vagtplan.pdf",
            "2026-03_Vagtplan.pdf",
            "2026-uge-12_Planlagt-og-brugt.pdf",
            "2026-uge-12_Vagtplan_hjaelper-4.pdf",
            "2026-03-16_Kalender_alle.ics",
            "2026-03-16_Kalender_hjaelper-4.ics",
            "2026-uge-12_Vagter",
        ),
        (
            "en",
            "2026-week-12_Roster.pdf",
            "2026-03_Roster.pdf",
            "2026-week-12_Planned-and-used.pdf",
            "2026-week-12_Roster_helper-4.pdf",
            "2026-03-16_Calendar_everybody.ics",
            "2026-03-16_Calendar_helper-4.ics",
            "2026-week-12_Shifts",
        ),
    ],
)
def test_the_names_of_files_tell_what_and_when_and_never_who(  # noqa: PLR0913, PLR0917 - one name each
    session: Session,
    language: str,
    week: str,
    month: str,
    both: str,
    own: str,
    calendar: str,
    own_calendar: str,
    rows: str,
) -> None:
    giving = Giving(session, WEEK)
    with speaking(language):
        assert giving.week().file_name == week
        assert giving.month_plan().file_name == month
        assert giving.planned_and_used().file_name == both
        assert giving.own_plan(dina(session)).file_name == own
        assert giving.calendar().file_name == calendar
        assert giving.calendar(dina(session)).file_name == own_calendar
        assert giving.csv().file_name == f"{rows}.csv"
        assert giving.xlsx().file_name == f"{rows}.xlsx"


def test_the_first_week_of_a_year_bears_the_year_it_belongs_to(session: Session) -> None:
    giving = Giving(session, Period(dt.date(2026, 12, 28), dt.date(2027, 1, 4)))
    assert giving.week().file_name == "2026-uge-53_Vagtplan.pdf"


def test_other_days_are_named_by_the_first_and_the_last(session: Session) -> None:
    giving = Giving(session, Period(TODAY, TODAY + dt.timedelta(weeks=2)))
    assert giving.csv().file_name == "2026-03-16_2026-03-29_Vagter.csv"


def test_the_table_has_every_shift_that_begins_in_the_period(session: Session) -> None:
    text = Giving(session, WEEK).csv().make().decode("utf-8-sig")
    assert len(text.splitlines()) == 7
    assert "2026-03-16;mandag;07:00;15:00;8;Dina Prøve;Basistimer;Planlagt;07:00;15:00;" in text
    assert "2026-03-18;onsdag;07:00;15:00;0;Dina Prøve;Basistimer;Aflyst;" in text
    assert ILLNESS not in text


def test_the_night_in_which_the_clock_changes_has_its_real_hours(session: Session) -> None:
    lay(session, shift("03-28 23:00", "03-29 07:00", "dina"))
    period = Period(dt.date(2026, 3, 23), dt.date(2026, 3, 30))
    text = Giving(session, period).csv().make().decode("utf-8-sig")
    assert "23:00;07:00;7;" in text
    assert "7 timer i alt" in message_to(session, dina(session), period)


def test_a_worked_shift_stands_where_it_was_worked(session: Session) -> None:
    lay(
        session,
        shift(
            "03-19 07:00",
            "03-19 15:00",
            "anna",
            state=ShiftState.WORKED,
            worked_start=moment("2026-03-19T08:00"),
        ),
    )
    assert "Torsdag 19.; Dag: 08–15 Anna" in words(Giving(session, WEEK).week())


def test_a_message_has_the_helpers_own_shifts_alone(session: Session) -> None:
    assert message_to(session, dina(session), WEEK) == (
        "Hej Dina. Du har disse vagter i uge 12:\n"
        "Mandag 16. marts 07–15\n"
        "Tirsdag 17. marts 17–19 møde\n"
        "10 timer i alt."
    )


def test_a_message_without_shifts_says_so(session: Session) -> None:
    later = Period(dt.date(2026, 4, 1), dt.date(2026, 5, 1))
    assert message_to(session, dina(session), later) == (
        "Hej Dina. Du har ingen vagter fra 1. april til 30. april 2026."
    )
    assert message_to_all(session, later) == (
        "Hej alle. Der er ingen vagter fra 1. april til 30. april 2026."
    )


def test_a_message_to_all_says_who_comes_and_what_is_unfilled(session: Session) -> None:
    text = message_to_all(session, WEEK)
    assert text == (
        "Hej alle. Her er vagterne i uge 12:\n"
        "Mandag 16. marts: 07–15 Dina, 15–24 ubesat\n"
        "Tirsdag 17. marts: 17–19 Anna, Dina møde\n"
        "Fredag 20. marts: 07–15 Bo"
    )


def test_a_message_in_english(session: Session) -> None:
    with speaking("en"):
        assert message_to(session, dina(session), WEEK).startswith(
            "Hi Dina. You have these shifts in week 12:\nMonday 16 March 07–15\n"
        )


def test_a_file_is_written_and_replaces_the_one_before(session: Session, tmp_path: Path) -> None:
    folder = tmp_path / "ud"
    giving = Giving(session, WEEK)
    first = write_out(giving.calendar(dina(session)), folder)
    lay(session, shift("03-21 07:00", "03-21 15:00", "dina"))
    again = write_out(giving.calendar(dina(session)), folder)
    assert first == again
    assert [path.name for path in folder.iterdir()] == ["2026-03-16_Kalender_hjaelper-4.ics"]
    assert [one.title for one in read(again.read_bytes()) if not one.is_off] == [
        "Vagt 07–15",
        "Vagt 17–19",
        "Vagt 07–15",
    ]


@pytest.mark.parametrize(
    ("number", "refusal"), [(errno.ENOSPC, NoRoom), (errno.EACCES, FolderUnwritable)]
)
def test_a_refused_file_leaves_the_earlier_one(
    session: Session,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    refusal: type[Exception],
) -> None:
    path = write_out(Giving(session, WEEK).csv(), tmp_path)
    before = path.read_bytes()

    def fsync(_file: int) -> None:
        raise OSError(number, "refused")

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(refusal):
        write_out(Giving(session, WEEK, Names.INITIALS).csv(), tmp_path)
    assert path.read_bytes() == before
    assert not list(tmp_path.glob(".*half"))


def test_a_file_that_another_program_holds_is_refused(session: Session, tmp_path: Path) -> None:
    (tmp_path / "2026-uge-12_Vagter.csv").mkdir()
    with pytest.raises(FolderUnwritable):
        write_out(Giving(session, WEEK).csv(), tmp_path)
