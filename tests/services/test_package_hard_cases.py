"""A package of two years with thirty helpers, of names from everywhere, and of nothing at all."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from bpa_desktop.documents.choices import Names
from bpa_desktop.documents.pdf_fonts import MISSING
from bpa_desktop.domain.absence import Absence
from bpa_desktop.domain.complaint import Complaint
from bpa_desktop.domain.decision import Decision
from bpa_desktop.domain.given_package import PackageKind
from bpa_desktop.domain.municipality import Asked
from bpa_desktop.domain.people import Employment, Helper
from bpa_desktop.domain.relocation import Relocation
from bpa_desktop.domain.roster import Shift, ShiftState
from bpa_desktop.domain.scheme import Scheme
from bpa_desktop.domain.trip import Trip
from bpa_desktop.i18n import speaking
from bpa_desktop.services import package_plan
from bpa_desktop.services.given import Since, changes_since, exact_file, given_packages, keep
from bpa_desktop.services.package import MOST_MEGABYTES, collect, render, save
from bpa_desktop.services.package_plan import Choices, municipality_for, plan_package
from bpa_desktop.services.package_secrets import package_secrets
from bpa_desktop.services.session import make
from tests.documents.papers import failures, texts
from tests.storage.samples import key

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.domain.record import Record
    from bpa_desktop.services.session import Session

TODAY = dt.date(2026, 4, 1)
HELPERS = 30
MONTHS = 24
NAMES = (
    ("Ærøsk", "Øl-Ågård"),
    ("Þórunn", "Eiðsdóttir"),
    ("Jóannes", "Ýrøyggj"),
    ("Aĸigssiaĸ", "Kûĸ"),
    ("Zoë", "Łąćżęńś"),
    ("Małgorzata", "Çelik-Ğül"),
)
"""Danish, Faroese and Icelandic, old and new Greenlandic, and names from further away."""
UNDRAWN = (("Anna 🌻", "Sol"), ("محمد", "علي"), ("דוד", "לוי"))
"""What the fonts of the program have no letters for."""


def many(first: dt.date) -> Iterator[Record]:
    for number in range(HELPERS):
        began = (Employment(first_day=first),)
        name = f"Hjælper{number:02}"
        yield Helper(id=f"h{number}", first_name=name, last_name="Prøve", employments=began)
    days = (TODAY - first).days
    for day in range(days):
        start = dt.datetime.combine(first + dt.timedelta(days=day), dt.time(7))
        for part in range(3):
            begins = start + dt.timedelta(hours=8 * part)
            yield Shift(
                planned_start=begins,
                planned_end=begins + dt.timedelta(hours=8),
                helper=f"h{(3 * day + part) % HELPERS}",
                state=ShiftState.WORKED,
            )
    for number in range(0, days, 9):
        day = first + dt.timedelta(days=number)
        yield Absence(helper=f"h{number % HELPERS}", first_day=day, last_day=day)


@pytest.fixture(name="long")
def _long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    monkeypatch.setattr(package_plan, "ROSTER_MONTHS", MONTHS)
    monkeypatch.setattr(package_plan, "ABSENCE_MONTHS", MONTHS)
    with make(tmp_path / "long.bpa", key(), today=TODAY) as session:
        with session.operation("fill in") as operation:
            operation.save_all((Scheme(citizen_name="Eksempel"), *many(dt.date(2024, 4, 1))))
        yield session


def test_two_years_with_thirty_helpers_stay_small_and_accessible(long: Session) -> None:
    more = frozenset({"absence_overview"})
    plan = plan_package(long, "Aarhus", TODAY, Choices(more=more))
    assert (plan.period.end - plan.period.first).days >= 730
    rendered = render(collect(long, plan))
    assert rendered.pages >= MONTHS
    assert failures(rendered.content) == []
    assert len(rendered.content) < MOST_MEGABYTES * 2**20 / 2


def named(path: Path, names: tuple[tuple[str, str], ...]) -> Session:
    """A file with a helper of each name, who was at work on a day of their own and away on it."""
    session = make(path, key(), today=TODAY)
    with session.operation("fill in") as operation:
        operation.save(Scheme(citizen_name=" ".join(names[0])))
        for number, (first, last) in enumerate(names):
            began = (Employment(first_day=dt.date(2024, 1, 1)),)
            operation.save(
                Helper(id=f"n{number}", first_name=first, last_name=last, employments=began)
            )
            day = dt.date(2026, 3, 2 + number)
            start = dt.datetime.combine(day, dt.time(7))
            operation.save(
                Shift(
                    planned_start=start,
                    planned_end=start + dt.timedelta(hours=8),
                    helper=f"n{number}",
                    state=ShiftState.WORKED,
                )
            )
            operation.save(Absence(helper=f"n{number}", first_day=day, last_day=day))
    return session


@pytest.mark.parametrize("names", Names)
def test_every_letter_of_the_north_is_drawn_as_itself(tmp_path: Path, names: Names) -> None:
    with named(tmp_path / "a.bpa", NAMES) as session:
        choices = Choices(names=names, more=frozenset({"absence_overview"}))
        plan = plan_package(session, "Ishøj", TODAY, choices)
        rendered = render(collect(session, plan))
        save(rendered, tmp_path / "p", package_secrets(session, plan))
    said = " ".join(texts(rendered.content))
    assert MISSING not in said
    assert failures(rendered.content) == []
    if names is Names.FULL:
        assert all(f"{first} {last}" in said for first, last in NAMES)


@pytest.mark.parametrize(
    ("spoken", "first"), [("da", "April"), ("en", "April"), ("en", "Line"), ("en", "Grant")]
)
def test_a_name_that_is_a_word_of_the_papers_stops_no_package(
    tmp_path: Path, spoken: str, first: str
) -> None:
    """Of such a helper the whole name is looked for; the first name in the other language too."""
    with named(tmp_path / "a.bpa", (("Eks", "Empel"), (first, "Ravnholt"))) as session:
        with speaking(spoken):
            choices = Choices(more=frozenset({"absence_overview"}))
            plan = plan_package(session, "Ishøj", dt.date(2026, 5, 1), choices)
            secrets = package_secrets(session, plan)
            save(render(collect(session, plan)), tmp_path / "p", secrets)
        looked_for = {one.text for one in secrets.whole.texts}
        assert f"{first} Ravnholt" in looked_for
        assert first not in looked_for
        if first == "Line":
            assert first in {one.text for one in package_secrets(session, plan).whole.texts}


def test_what_cannot_be_drawn_is_marked_on_the_paper_and_told_on_the_cover(tmp_path: Path) -> None:
    with named(tmp_path / "a.bpa", (*UNDRAWN, ("Bo", "Bæk"))) as session:
        choices = Choices(names=Names.FULL, more=frozenset({"absence_overview"}))
        plan = plan_package(session, "Ishøj", TODAY, choices)
        rendered = render(collect(session, plan))
        save(rendered, tmp_path / "p", package_secrets(session, plan))
    cover, *rest = texts(rendered.content)
    assert MISSING in " ".join(rest)
    assert "Tegnet □ står for bogstaver, som skriften ikke har." in cover
    assert failures(rendered.content) == []


@pytest.mark.parametrize(
    ("kind", "to"),
    [
        (PackageKind.REVISITATION, "Ishøj Kommune"),
        (PackageKind.COMPLAINT, "Brønderslev Kommune"),
        (PackageKind.ACCOUNTS, "Brønderslev Kommune"),
        (PackageKind.HOLIDAY, "Ishøj Kommune"),
    ],
)
def test_after_a_move_each_package_goes_to_the_municipality_it_concerns(
    tmp_path: Path, kind: PackageKind, to: str
) -> None:
    move = Relocation(
        moves_on=dt.date(2026, 3, 1), from_municipality="Brønderslev", to_municipality="Ishøj"
    )
    old = Decision(id="d", decided_on=dt.date(2026, 2, 2), received_on=dt.date(2026, 2, 5))
    complaint = Complaint(id="c", decision="d", sent_on=dt.date(2026, 2, 20))
    day = dt.date(2026, 7, 1)
    trip = Trip(id="t", place="Skagen", first_day=day, last_day=day)
    with make(tmp_path / "a.bpa", key(), today=TODAY) as session:
        with session.operation("fill in") as operation:
            operation.save_all((Scheme(citizen_name="X"), move, old, complaint, trip))
        choices = Choices(kind=kind)
        name = municipality_for(session, TODAY, choices)
        assert plan_package(session, name, TODAY, choices).profile.name == to
        assert plan_package(session, "", TODAY, choices).profile.name == to


@pytest.mark.parametrize("kind", PackageKind)
@pytest.mark.parametrize("municipality", ["Brønderslev", ""])
def test_without_helpers_grant_or_scheme_every_package_is_made_and_kept(
    tmp_path: Path, kind: PackageKind, municipality: str
) -> None:
    with make(tmp_path / "a.bpa", key(), today=TODAY) as session:
        plan = plan_package(session, municipality, dt.date(2028, 2, 29), Choices(kind=kind))
        rendered = render(collect(session, plan))
        save(rendered, tmp_path / "p", package_secrets(session, plan))
        keep(session, plan, rendered)
        (given,) = given_packages(session)
        assert exact_file(session, given).data == rendered.content
        assert not [one for one in changes_since(session, given) if one.since is Since.CHANGED]
    assert "Mangler" in texts(rendered.content)[0]
    assert failures(rendered.content) == []


@pytest.mark.parametrize("kind", PackageKind)
def test_a_period_without_shifts_apv_or_meetings_still_makes_a_package(
    tmp_path: Path, kind: PackageKind
) -> None:
    with named(tmp_path / "a.bpa", NAMES[:1]) as session:
        plan = plan_package(session, "Ishøj", dt.date(2025, 1, 15), Choices(kind=kind))
        rendered = render(collect(session, plan))
        save(rendered, tmp_path / "p", package_secrets(session, plan))
    assert failures(rendered.content) == []
    assert all(one.asked in Asked for one in plan.parts)
