"""Each kind of package: what it holds for each municipality, and that a reader can use it."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from bpa_desktop.domain.decision import Decision
from bpa_desktop.domain.given_package import PackageKind
from bpa_desktop.domain.period import Period
from bpa_desktop.i18n import explain, speaking
from bpa_desktop.services import package
from bpa_desktop.services.package import PackageTooLarge, collect, render
from bpa_desktop.services.package_about import candidates, day_for, words_for
from bpa_desktop.services.package_plan import Asker, Choices, Readiness, plan_package
from bpa_desktop.services.package_values import one_paper
from bpa_desktop.services.session import make
from tests.documents.lix import lix, running_texts
from tests.documents.papers import failures, texts
from tests.services.case_of_small_scheme import COMPLAINT, OWN_WORDS, case
from tests.services.small_scheme import VISIT, small_scheme
from tests.storage.samples import key

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.services.package import PackagePlan, RenderedPackage
    from bpa_desktop.services.session import Session

pytestmark = pytest.mark.usefixtures("printed_once")
HARDEST = 40
MUNICIPALITIES = ("Ishøj", "Brønderslev", "Aarhus", "Odense")


@pytest.fixture(scope="module", name="session")
def _session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    """The small scheme with a case; no test of this module changes it."""
    path = tmp_path_factory.mktemp("kinds") / "a.bpa"
    with small_scheme(path, more=tuple(case())) as made:
        yield made


def planned(session: Session, kind: PackageKind, name: str = "Ishøj", **more: Any) -> PackagePlan:
    return plan_package(session, name, VISIT, Choices(kind=kind, **more))


def made(session: Session, kind: PackageKind, name: str = "Ishøj", **more: Any) -> RenderedPackage:
    return render(collect(session, planned(session, kind, name, **more)))


def words(rendered: RenderedPackage) -> str:
    return " ".join(texts(rendered.content))


@pytest.mark.parametrize("name", MUNICIPALITIES)
@pytest.mark.parametrize("kind", PackageKind)
def test_every_kind_is_accessible_for_every_municipality(
    session: Session, kind: PackageKind, name: str
) -> None:
    with speaking("da" if name in MUNICIPALITIES[:2] else "en"):
        rendered = made(session, kind, name)
    assert failures(rendered.content) == []
    assert all(failures(one) == [] for one in rendered.singles.values() if one[:4] == b"%PDF")


@pytest.mark.parametrize("kind", PackageKind)
def test_every_kind_can_be_made_from_an_empty_file_and_says_what_is_missing(
    tmp_path: Path, kind: PackageKind
) -> None:
    with make(tmp_path / "b.bpa", key(), today=VISIT) as session:
        plan = planned(session, kind)
        rendered = render(collect(session, plan))
    missing = [one for one in plan.parts if one.readiness is Readiness.MISSING]
    assert missing
    assert failures(rendered.content) == []
    cover = texts(rendered.content)[0]
    assert cover.count("Mangler. ") == len(missing)
    assert all(one.remark in cover for one in missing)


@pytest.mark.parametrize("kind", PackageKind)
def test_running_texts_are_easy_to_read(session: Session, kind: PackageKind) -> None:
    values = collect(session, planned(session, kind, "Brønderslev"))
    for name, bundle in values.papers.items():
        # The tasks stand in the municipality's own words.
        for document in () if name == "handover_tasks" else bundle.documents:
            pool = " ".join(running_texts(document))
            assert not pool or lix(pool) <= HARDEST, document.key


# What each holds


def test_ishoej_gets_all_seven_things_it_asks_for_at_a_revisitation(session: Session) -> None:
    plan = planned(session, PackageKind.REVISITATION)
    assert [one.kind for one in plan.parts if one.asker is Asker.MUNICIPALITY] == [
        "activity_schedule",
        "absence_overview",
        "apv",
        "roster_used",
        "staff_meeting_minutes",
        "accounts",
        "mus",
    ]


@pytest.mark.parametrize("kind", [PackageKind.REVISITATION, PackageKind.ACCOUNTS])
def test_broenderslev_gets_money_and_hours_of_the_year_and_the_estimate(
    session: Session, kind: PackageKind
) -> None:
    plan = planned(session, kind, "Brønderslev")
    asked = [one for one in plan.parts if one.asker is Asker.MUNICIPALITY]
    assert [one.kind for one in asked] == ["accounts", "hours_account", "expenses_estimate"]
    assert all(one.readiness is Readiness.READY for one in asked)
    year = Period(dt.date(2026, 1, 1), dt.date(2027, 1, 1))
    assert [one.period for one in asked] == [year, year, year]


def test_the_estimate_says_what_is_used_a_month_and_encloses_no_receipts(session: Session) -> None:
    said = words(made(session, PackageKind.ACCOUNTS, "Brønderslev"))
    # The months that are over count, from the first with an expense: February and March.
    assert "123,50 kr. i 2 måneder (februar 2026 til marts 2026), delt med 2 = 61,75 kr." in said
    assert "Budgettet giver 400,00 kr. pr. måned: Hjælperrelaterede udgifter (§ 10)." in said
    assert "Bilag er ikke vedlagt." in said
    assert "Sæbe og handsker" not in said


def test_section_10_stays_at_home_unless_it_is_asked_for_or_chosen(session: Session) -> None:
    assert "expenses_estimate" not in made(session, PackageKind.REVISITATION).first_pages
    chosen = made(session, PackageKind.REVISITATION, more=frozenset({"expenses_estimate"}))
    assert "expenses_estimate" in chosen.first_pages
    assert "Skøn over hjælperrelaterede udgifter" in texts(chosen.content)[0]


def test_the_holiday_application_says_everything_about_the_trip(session: Session) -> None:
    rendered = made(session, PackageKind.HOLIDAY)
    page = " ".join(texts(rendered.singles["1_Ansøgning_om_ferie.pdf"]))
    for said in (
        "Bornholm, i Danmark",
        "1.–14. juli 2026, 14 dage",
        "Sommerferie",
        "Bevilget til disse dage, og beholdes 336",
        "Ekstra timer, der søges om 30",
        "I alt 366",
        "Stien er stejl, siger AN.",
        "Liften kan ikke komme med.",
        "900 kr.: Færgen for to hjælpere",
        "1.–4. februar 2026 Skagen 10 nej",
    ):
        assert said in page, said
    assert "Rømø" not in page
    assert "Søges senest" not in page


def test_where_the_municipality_says_it_the_last_day_to_apply_stands_there(tmp_path: Path) -> None:
    with small_scheme(tmp_path / "b.bpa", more=tuple(case())) as session:
        scheme = session.scheme()
        assert scheme is not None
        session.save(replace(scheme, municipality="Brønderslev"), "scheme")
        said = words(made(session, PackageKind.HOLIDAY, ""))
    assert "Søges senest 3. juni 2026 (Brønderslev Kommune" in said


def test_a_complaint_holds_the_decision_the_letter_and_the_course_of_the_case(
    session: Session,
) -> None:
    rendered = made(session, PackageKind.COMPLAINT)
    said = words(rendered)
    assert list(rendered.first_pages)[1:4] == ["decision", "complaint_letter", "case_timeline"]
    assert "Klagen skal være modtaget senest 2. april 2026 (Ishøj Kommune" in said
    assert COMPLAINT in said
    assert "AN så det." in said
    assert OWN_WORDS not in said
    page = texts(rendered.content)[rendered.first_pages["case_timeline"] - 1]
    days = ["2. marts 2026", "5. marts 2026", "20. marts 2026"]
    places = [page.index(day) for day in days]
    assert places == sorted(places)
    assert "11. juni 2026" not in page


def test_two_decisions_can_be_told_apart_and_the_newest_open_complaint_comes_first(
    tmp_path: Path,
) -> None:
    other = Decision(id="other", received_on=dt.date(2026, 3, 25))
    with small_scheme(tmp_path / "b.bpa", more=(*case(), other)) as session:
        found = candidates(session, PackageKind.COMPLAINT)
        labels = [words_for(session, one) for one in found]
        plan = planned(session, PackageKind.COMPLAINT, about="other")
    assert [one.id for one in found] == ["c", "other"]
    assert len(set(labels)) == 2
    assert plan.about == "other"
    assert plan.part("complaint_letter").remark == "Klagen er ikke skrevet endnu."  # type: ignore[union-attr]


def test_a_hand_over_says_from_when_by_the_notice_and_who_does_what(session: Session) -> None:
    said = words(made(session, PackageKind.HANDOVER))
    # One month from the end of March.
    assert "Gælder fra 1. maj 2026" in said
    assert "Eksempel Assistance ApS" in said
    assert "Kommunen fik besked 11. marts 2026" in said
    assert "Rekvirere vikarer" in said
    assert "Udbetale løn" in said
    assert "Godkendt af Socialtilsynet Vides ikke endnu" in said


def test_a_paper_that_is_left_out_is_gone_but_what_is_asked_for_is_told(session: Session) -> None:
    out = frozenset({"absence_overview", "hours_account", "overview"})
    rendered = made(session, PackageKind.REVISITATION, left_out=out)
    assert not out & set(rendered.first_pages)
    assert "Fraværsoversigt – Mangler. Udeladt af borgeren." in texts(rendered.content)[0]
    follow_up = planned(session, PackageKind.FIRST_FOLLOW_UP, left_out=frozenset({"leadership"}))
    assert "leadership" not in [one.kind for one in follow_up.parts]


@pytest.mark.parametrize("kind", PackageKind)
def test_every_ready_paper_can_be_seen_alone(session: Session, kind: PackageKind) -> None:
    plan = planned(session, kind, "Brønderslev")
    for part in plan.parts:
        if part.readiness is Readiness.READY:
            assert one_paper(session, plan, part.kind).documents


# The day, the files, the size


def test_of_two_visits_the_next_of_its_own_kind_counts(session: Session) -> None:
    assert day_for(session, PackageKind.REVISITATION) == dt.date(2026, 4, 20)
    assert day_for(session, PackageKind.FIRST_FOLLOW_UP) == dt.date(2026, 5, 4)
    assert day_for(session, PackageKind.HOLIDAY) == session.today


def test_the_accounts_lie_there_as_a_spreadsheet_too_and_everything_in_a_zip(
    session: Session,
) -> None:
    rendered = made(session, PackageKind.ACCOUNTS)
    assert list(rendered.singles) == [
        "1_Regnskab_mod_budget.pdf",
        "1_Regnskab_mod_budget.xlsx",
        "2_Timeregnskab.pdf",
    ]
    with zipfile.ZipFile(io.BytesIO(rendered.archive)) as file:
        assert {name: file.read(name) for name in file.namelist()} == {
            rendered.file_name: rendered.content,
            **rendered.singles,
        }
    assert rendered.zip_name == "2026-04-06_Aarsregnskab_24-1234.zip"


def test_a_package_that_is_too_large_is_refused_with_its_size(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(package, "_BYTES_PER_MEGABYTE", 1000)
    with pytest.raises(PackageTooLarge) as refused:
        made(session, PackageKind.REVISITATION)
    assert refused.value.values["size"] > refused.value.values["most"]
    assert "Ingen fil er lavet. Det største papir er Timeregnskab, " in explain(refused.value)


def test_how_the_numbers_are_reckoned_stands_once_at_the_end_and_in_each_single_paper(
    session: Session,
) -> None:
    rendered = made(session, PackageKind.ACCOUNTS)
    rule = "Forskel: brugt minus bevilget. Under nul er en del af bevillingen ikke brugt."
    pages = texts(rendered.content)
    assert [rule in page for page in pages] == [*[False] * (len(pages) - 1), True]
    assert rule in " ".join(texts(rendered.singles["2_Timeregnskab.pdf"]))


def test_a_case_number_like_a_cpr_number_stands_nowhere_unless_it_is_chosen(tmp_path: Path) -> None:
    with small_scheme(tmp_path / "b.bpa") as session:
        scheme = session.scheme()
        assert scheme is not None
        session.save(replace(scheme, case_number="010190-1234"), "scheme")
        assert "010190" not in words(made(session, PackageKind.REVISITATION))
        assert "010190-1234" in words(made(session, PackageKind.REVISITATION, with_cpr=True))


@pytest.mark.usefixtures("printed_anew")
@pytest.mark.parametrize("count", [0, 2])
def test_it_can_be_stopped_between_two_pieces(session: Session, count: int) -> None:
    steps: list[tuple[int, int]] = []

    def step(done: int, of: int) -> None:
        steps.append((done, of))
        if done > count:
            raise package.Cancelled

    values = collect(session, planned(session, PackageKind.HANDOVER))
    with pytest.raises(package.Cancelled):
        render(values, step)
    assert steps[-1][0] == count + 1
    all_steps: list[tuple[int, int]] = []
    render(values, lambda done, of: all_steps.append((done, of)))
    assert [done for done, _of in all_steps] == list(range(1, all_steps[-1][1] + 1))


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("municipality", ["Ishøj", "Brønderslev", "Aarhus"])
def test_the_cover_is_one_page_even_where_much_is_to_be_said(
    session: Session, municipality: str, language: str
) -> None:
    with speaking(language):
        rendered = made(session, PackageKind.REVISITATION, municipality)
    assert rendered.first_pages["overview"] == 2


def test_an_application_is_addressed_to_whom_the_package_is_for(session: Session) -> None:
    rendered = made(session, PackageKind.HOLIDAY, "Aarhus")
    page = texts(rendered.content)[rendered.first_pages["holiday_application"] - 1]
    assert page.strip().startswith("Aarhus Kommune")
