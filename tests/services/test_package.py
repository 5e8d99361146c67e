"""The package: what is asked for, what is enclosed, and nothing that must stay at home."""

from __future__ import annotations

import datetime as dt
import errno
import hashlib
import os
import threading
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pikepdf
import pytest

from bpa_desktop.documents.choices import Names
from bpa_desktop.documents.file_reading import texts as file_texts
from bpa_desktop.domain.absence import Absence
from bpa_desktop.domain.assessment import Assessment, HelperSheet, TopicAnswer, Verdict
from bpa_desktop.domain.budget import Budget, BudgetLine
from bpa_desktop.domain.municipality import Asked
from bpa_desktop.domain.people import Helper
from bpa_desktop.domain.period import Period, Window
from bpa_desktop.domain.scheme import Answer as YesOrNo
from bpa_desktop.domain.scheme import Scheme
from bpa_desktop.domain.standard_line import StandardLine
from bpa_desktop.domain.work_problem import WorkProblem
from bpa_desktop.i18n import explain, set_language, speaking
from bpa_desktop.services.example import write_example
from bpa_desktop.services.package import (
    NoRoom,
    collect,
    make_package,
    render,
    save,
    write_package,
)
from bpa_desktop.services.package_plan import (
    Answer,
    Asker,
    Choices,
    Readiness,
    plan_package,
)
from bpa_desktop.services.package_values import package_bundle
from bpa_desktop.services.session import make
from bpa_desktop.storage.refusals import FolderUnwritable
from tests.documents.lix import lix, running_texts
from tests.documents.papers import failures, opened, texts
from tests.services.small_scheme import PRIVATE, VISIT, small_scheme
from tests.storage.disks import make_read_only, small_disk
from tests.storage.samples import NOBODYS_CPR, key

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.domain.record import Record
    from bpa_desktop.services.package import RenderedPackage
    from bpa_desktop.services.session import Session

pytestmark = pytest.mark.usefixtures("printed_once")
HARDEST = 40
LARGEST = 10 * 2**20


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with small_scheme(tmp_path / "a.bpa") as made:
        yield made


def made(session: Session, **choices: Any) -> RenderedPackage:
    return render(collect(session, plan_package(session, "ishoej", VISIT, Choices(**choices))))


def everything(rendered: RenderedPackage) -> dict[str, bytes]:
    return {rendered.file_name: rendered.content, **rendered.singles}


# What is planned


def test_the_parts_are_the_municipalitys_own_in_its_own_order(session: Session) -> None:
    plan = plan_package(session, "Ishøj Kommune", VISIT)
    assert [(part.words, part.asked, part.readiness) for part in plan.parts] == [
        ("Aktivitetsskema", Asked.BEFORE, Readiness.READY),
        ("Fraværsoversigt", Asked.BEFORE, Readiness.READY),
        ("Seneste APV (arbejdspladsvurdering)", Asked.BEFORE, Readiness.MISSING),
        ("Anvendt vagtplan for de sidste 3 måneder", Asked.BEFORE, Readiness.READY),
        (
            "Faglige personalemødereferat (personfølsomme oplysninger udelades)",
            Asked.BEFORE,
            Readiness.MISSING,
        ),
        ("Budget og fremsendt regnskab", Asked.AT_VISIT, Readiness.MISSING),
        ("Afholdelse af MUS", Asked.AT_VISIT, Readiness.READY),
    ]
    assert plan.sentence() == "4 af 7 er klar."
    assert all(bool(part.remark) == (part.readiness is Readiness.MISSING) for part in plan.parts)


@pytest.mark.parametrize(
    ("window", "period", "absence"),
    [
        (Window.ROLLING, ("2026-02-20", "2026-05-20"), ("2025-05-20", "2026-05-20")),
        (Window.CALENDAR, ("2026-02-01", "2026-05-01"), ("2025-05-01", "2026-05-01")),
    ],
)
def test_the_periods_follow_the_visit_and_the_choice(
    session: Session, window: Window, period: tuple[str, str], absence: tuple[str, str]
) -> None:
    plan = plan_package(session, "ishoej", dt.date(2026, 5, 20), Choices(window=window))
    first, second = (Period(*map(dt.date.fromisoformat, days)) for days in (period, absence))
    assert (plan.period, plan.absence_period) == (first, second)
    assert {part.kind: part.period for part in plan.parts}["roster_used"] == first


def test_what_broenderslev_asks_for_once_a_year(session: Session) -> None:
    plan = plan_package(session, "Brønderslev", VISIT)
    assert [(part.kind, part.asked, part.readiness) for part in plan.parts] == [
        ("accounts", Asked.YEARLY, Readiness.MISSING),
        ("hours_account", Asked.YEARLY, Readiness.READY),
        ("expenses_estimate", Asked.YEARLY, Readiness.MISSING),
        ("activity_schedule", Asked.BEFORE, Readiness.READY),
        ("roster_used", Asked.BEFORE, Readiness.READY),
    ]
    assert collect(session, plan).order == ("hours_account", "activity_schedule", "roster_used")


@pytest.mark.parametrize(
    ("name", "recipient"), [("Atlantis", "Atlantis"), ("odense", "Odense Kommune")]
)
def test_a_package_can_be_made_for_a_municipality_nobody_read(
    session: Session, name: str, recipient: str
) -> None:
    plan = plan_package(session, name, VISIT)
    assert plan.profile.name == recipient
    assert [part.kind for part in plan.parts] == [
        "accounts",
        "hours_account",
        "activity_schedule",
        "roster_used",
    ]
    assert render(collect(session, plan)).pages


def test_a_municipality_that_names_no_papers_is_given_those_of_the_whole_country(
    session: Session,
) -> None:
    plan = plan_package(session, "Aarhus", VISIT)
    assert plan.profile.name == "Aarhus Kommune"
    assert [part.words for part in plan.parts] == [
        "Årligt regnskab for tilskud efter §§ 5-9",
        "Opgørelse over udmålte og forbrugte timer",
        "Aktivitetsskema",
        "Vagtplan som den blev brugt",
    ]
    assert [part.asker for part in plan.parts] == [Asker.RULES] * 2 + [Asker.USER] * 2
    cover = texts(render(collect(session, plan)).content)[0]
    assert "Aarhus Kommune nævner ingen papirer til et besøg." in cover


def test_an_account_of_hours_that_is_not_relevant_is_left_out(session: Session) -> None:
    answer = Answer(readiness=Readiness.NOT_RELEVANT, text="kommunen laver det selv")
    plan = plan_package(session, "Brønderslev", VISIT, Choices(answers={"hours_account": answer}))
    values = collect(session, plan)
    assert "hours_account" not in values.papers
    assert "hours_account" not in values.order


def test_an_empty_file_still_makes_a_package_that_says_what_is_missing(tmp_path: Path) -> None:
    with make(tmp_path / "b.bpa", key(), today=VISIT) as session:
        plan = plan_package(session, "ishoej", VISIT)
        rendered = render(collect(session, plan))
    assert plan.sentence() == "0 af 7 er klar."
    assert (rendered.file_name, rendered.pages) == ("2026-04-06_Revisitation.pdf", 1)
    assert rendered.singles == {}
    assert failures(rendered.content) == []
    (text,) = texts(rendered.content)
    for said in (
        "Mangler. Der er ikke skrevet aktiviteter endnu.",
        "Mangler. Der er ikke skrevet hjælpere endnu.",
        "Mangler. Der er ingen vagter i perioden.",
    ):
        assert said in text


def test_the_user_may_say_why_something_is_not_relevant_or_when_it_comes(session: Session) -> None:
    answers = {
        "apv": Answer(readiness=Readiness.MISSING, text="Kommer den 1. juni."),
        "mus": Answer(readiness=Readiness.NOT_RELEVANT, text="der kun er én hjælper."),
        "activity_schedule": Answer(readiness=Readiness.NOT_RELEVANT, text="intet er ændret."),
        "roster_used": Answer(readiness=Readiness.MISSING, text="Den er her dog."),
    }
    rendered = made(session, answers=answers)
    cover = texts(rendered.content)[0]
    assert "Mangler. Kommer den 1. juni." in cover
    assert "Ikke relevant, fordi der kun er én hjælper." in cover
    assert "Ikke relevant, fordi intet er ændret." in cover
    assert "activity_schedule" not in rendered.first_pages
    assert "Den er her dog" not in cover
    assert [name for name in rendered.singles if "vagtplan" in name] == ["2_Anvendt_vagtplan.pdf"]


def test_before_the_period_begins_there_are_no_hours_to_account_for(session: Session) -> None:
    plan = plan_package(session, "ishoej", dt.date(2026, 9, 1))
    assert not plan.has_hours
    rendered = render(collect(session, plan))
    assert "overview" not in rendered.first_pages
    assert "hours_account" not in rendered.first_pages
    assert "Vagtplan som planlagt: juni 2026" in " ".join(texts(rendered.content))
    assert failures(rendered.content) == []


def apv() -> tuple[Record, ...]:
    """A finished APV whose words name a helper and a telephone number."""
    said = TopicAnswer(
        question="transfers", verdict=Verdict.PROBLEM, words="Anna ringer på 11 22 33 44"
    )
    made = Assessment(
        id="apv",
        begun_on=dt.date(2026, 1, 11),
        finished_on=dt.date(2026, 1, 11),
        taking_part="Anna Ager og alle de andre",
        is_anonymous=YesOrNo.YES,
        answers=(said,),
    )
    sheet = HelperSheet(id="sheet", assessment="apv", words="Kun til mig selv")
    plan = WorkProblem(id="p", what="Tungt løft", responsible="Anna Ager", assessment="apv")
    return made, sheet, plan


def test_the_latest_apv_is_enclosed_without_names_or_what_is_private(session: Session) -> None:
    with session.operation("fill in") as operation:
        operation.save_all(apv())
    plan = plan_package(session, "ishoej", VISIT)
    (part,) = [one for one in plan.parts if one.kind == "apv"]
    assert (part.readiness, part.period) == (
        Readiness.READY,
        Period(dt.date(2026, 1, 11), dt.date(2026, 1, 12)),
    )
    rendered = render(collect(session, plan))
    pages = texts(rendered.content)
    first = rendered.first_pages["apv"]
    assert f"Seneste APV (arbejdspladsvurdering) {first} Vedlagt" in pages[0]
    assert "Tungt løft" in pages[first - 1]
    text = " ".join(pages)
    assert [one for one in PRIVATE if one in text] == []
    assert failures(rendered.content) == []
    assert any(name.endswith("_APV.pdf") for name in rendered.singles)


# What is made


def test_the_pages_on_the_cover_are_where_the_papers_begin(session: Session) -> None:
    rendered = made(session)
    pages = texts(rendered.content)
    assert len(pages) == rendered.pages
    titles = {
        "cover": "Dokumentation til revisitation",
        "overview": "Overblik på én side",
        "activity_schedule": "Aktivitetsskema",
        "absence_overview": "Fraværsoversigt",
        "roster_used-2026-03": "Vagtplan som den blev brugt: marts 2026",
        "hours_account": "Timeregnskab",
    }
    for document, title in titles.items():
        page = pages[rendered.first_pages[document] - 1]
        assert title in page[:120], document
        assert f"Side {rendered.first_pages[document]} af {rendered.pages}" in page
    cover, first = pages[0], rendered.first_pages
    assert f"Aktivitetsskema {first['activity_schedule']} Vedlagt" in cover
    assert f"Fraværsoversigt {first['absence_overview']} Vedlagt" in cover
    roster = first["roster_used-2026-01"]
    assert f"Anvendt vagtplan for de sidste 3 måneder {roster} Vedlagt" in cover
    assert "Seneste APV (arbejdspladsvurdering) – Mangler. Ingen APV er færdig endnu." in cover
    assert f"overblik på side {first['overview']}" in cover
    assert f"Hvordan tallene er regnet, står på side {first['method']}." in cover
    assert first["method"] == rendered.pages
    assert "Alle tal er taget 3. april 2026 kl." in pages[-1]


def test_every_paper_and_every_month_has_a_bookmark(session: Session) -> None:
    with opened(made(session).content) as pdf, pdf.open_outline() as outline:
        titles = [str(item.title).replace("\u00a0", " ") for item in outline.root]
    assert titles == [
        "Dokumentation til revisitation",
        "Overblik på én side",
        "Aktivitetsskema",
        "Fraværsoversigt",
        "Vagtplan som den blev brugt: 6.–31. januar 2026",
        "Vagtplan som den blev brugt: februar 2026",
        "Vagtplan som den blev brugt: marts 2026",
        "Vagtplan som den blev brugt: 1.–5. april 2026",
        "Afholdte samtaler (MUS)",
        "Timeregnskab",
        "Sådan er tallene regnet",
    ]


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("names", Names)
def test_every_file_is_accessible(session: Session, names: Names, language: str) -> None:
    with speaking(language):
        rendered = made(session, names=names)
    for name, content in everything(rendered).items():
        if not name.endswith(".pdf"):
            continue
        assert failures(content) == [], name
        with opened(content) as pdf:
            assert str(pdf.Root.Lang) == language


def test_the_language_of_the_values_holds_on_another_thread(session: Session) -> None:
    with speaking("en"):
        values = collect(session, plan_package(session, "ishoej", VISIT))
    set_language("da")
    session.close()
    found: list[RenderedPackage] = []
    thread = threading.Thread(target=lambda: found.append(render(values)))
    thread.start()
    thread.join()
    assert list(found[0].singles) == [
        "1_Activity_schedule.pdf",
        "2_Absence_overview.pdf",
        "3_Roster_as_used.pdf",
        "4_MUS.pdf",
        "5_Account_of_hours.pdf",
        "6_Overview.pdf",
    ]
    cover = texts(found[0].content)[0]
    assert "Aktivitetsskema Activity schedule" in cover
    assert "Page 1 of" in cover


@pytest.mark.usefixtures("printed_anew")
def test_the_same_values_give_the_same_bytes(session: Session) -> None:
    values = collect(session, plan_package(session, "ishoej", VISIT))
    once, twice = (
        {name: hashlib.sha256(content).digest() for name, content in everything(one).items()}
        for one in (render(values), render(values))
    )
    assert once == twice


def test_numbered_helpers_keep_their_number_throughout(session: Session) -> None:
    text = " ".join(texts(made(session, names=Names.NUMBERED).content))
    # Anna began first, then Vita, then Bo.
    assert "H2 for H1" in text
    assert "Hjælper 1 31. marts 2026 Sygdom 1 16 H2 8, ubesat 8" in text
    assert "Hjælper 4" not in text


def test_names_stand_in_full_only_when_they_are_chosen(session: Session) -> None:
    text = " ".join(texts(made(session, names=Names.FULL).content))
    assert "Anna Ager 31. marts 2026 Sygdom 1 16 Vita 8, ubesat 8" in text
    assert "Vita for Anna" in text


# What must stay at home


def spoken(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Every string and every stream of a file, as text in each way it could be read."""
    for item in pdf.objects:
        for inner in _inside(item):
            if isinstance(inner, pikepdf.String):
                yield str(inner)
            elif isinstance(inner, pikepdf.Stream):
                content = inner.read_bytes()
                yield content.decode("latin-1")
                yield content.decode("utf-8", "ignore")
                yield content.decode("utf-16-be", "ignore")


def _inside(item: Any) -> Iterator[Any]:
    yield item
    if isinstance(item, pikepdf.Dictionary | pikepdf.Stream):
        inner = [item[name] for name in item.keys()]  # noqa: SIM118 - no mapping
    elif isinstance(item, pikepdf.Array):
        inner = list(item)
    else:
        return
    for one in inner:
        if not getattr(one, "is_indirect", False):
            yield from _inside(one)


def found_in(rendered: RenderedPackage, secrets: tuple[str, ...]) -> set[str]:
    """Which of the secrets a reader of the files could find, however hard they look."""
    found = set()
    for name, content in everything(rendered).items():
        if not name.endswith(".pdf"):
            haystack = "\n".join(file_texts(content, name).values())
            found |= {secret for secret in secrets if secret in haystack}
            continue
        with opened(content) as pdf:
            haystack = "\n".join([name, *texts(content), *spoken(pdf), str(dict(pdf.docinfo))])
        found |= {secret for secret in secrets if secret in haystack}
    return found


def test_what_is_there_is_found_so_that_a_leak_would_be(session: Session) -> None:
    public = (
        "24/1234",
        "Eksempel Eksempelsen",
        "Timeregnskab",
        "BPA Desktop",
        "15–22 BO",
        "ringede fra (udeladt)",
    )
    assert found_in(made(session), public) == set(public)


@pytest.mark.parametrize("language", ["da", "en"])
def test_nothing_private_is_in_a_package_with_initials(session: Session, language: str) -> None:
    with speaking(language):
        assert found_in(made(session), PRIVATE) == set()


def test_nothing_private_but_the_names_is_in_a_package_with_names(session: Session) -> None:
    assert found_in(made(session, names=Names.FULL), PRIVATE) == {"Anna", "Ager", "Bæk", "Vita"}


def test_the_cpr_number_of_the_citizen_stands_on_the_cover_only_when_chosen(
    session: Session,
) -> None:
    rendered = made(session, with_cpr=True)
    with_it = [NOBODYS_CPR in page for page in texts(rendered.content)]
    assert with_it == [True, *[False] * (rendered.pages - 1)]
    assert not any(NOBODYS_CPR in page for one in rendered.singles.values() for page in texts(one))


@pytest.mark.parametrize(
    ("number", "name"),
    [
        ("24/1234", "2026-04-06_Revisitation_24-1234.pdf"),
        ("../../etc", "2026-04-06_Revisitation_etc.pdf"),
        ("  sag 7, æøå ", "2026-04-06_Revisitation_sag-7.pdf"),
        ("010101-0000", "2026-04-06_Revisitation.pdf"),
        ("KL 010101 0000", "2026-04-06_Revisitation.pdf"),
        ("9" * 9 + "x" * 60, f"2026-04-06_Revisitation_{'9' * 9}{'x' * 31}.pdf"),
        ("", "2026-04-06_Revisitation.pdf"),
    ],
)
def test_the_file_is_named_by_the_visit_and_a_safe_case_number(
    tmp_path: Path, number: str, name: str
) -> None:
    with make(tmp_path / "b.bpa", key(), today=VISIT) as session:
        session.save(Scheme(citizen_name="E", case_number=number), "scheme")
        assert plan_package(session, "ishoej", VISIT).file_name == name


# What is written


def test_the_files_lie_in_the_folder_and_nothing_else(session: Session, tmp_path: Path) -> None:
    folder = tmp_path / "ny" / "mappe"
    files = write_package(session, plan_package(session, "ishoej", VISIT), folder)
    assert files.package.name == "2026-04-06_Revisitation_24-1234.pdf"
    assert [path.name for path in files.files] == [
        "1_Aktivitetsskema.pdf",
        "2_Fraværsoversigt.pdf",
        "3_Anvendt_vagtplan.pdf",
        "4_MUS.pdf",
        "5_Timeregnskab.pdf",
        "6_Overblik.pdf",
        "2026-04-06_Revisitation_24-1234.zip",
    ]
    assert sorted(folder.iterdir()) == sorted([files.package, *files.files])
    assert all(path.read_bytes().startswith((b"%PDF-", b"PK")) for path in folder.iterdir())


def test_the_short_way_takes_the_choices_by_name(session: Session, tmp_path: Path) -> None:
    files = make_package(
        session, "Ishøj", dt.date(2026, 5, 20), tmp_path, months="calendar", names="names"
    )
    assert files.package.name == "2026-05-20_Revisitation_24-1234.pdf"
    cover = texts(files.package.read_bytes())[0]
    assert "1. februar til 30. april 2026 (de sidste 3 hele måneder)" in cover
    assert "Hjælpere står med navn." in cover


def content_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize(
    ("number", "refusal"),
    [(errno.ENOSPC, NoRoom), (errno.EDQUOT, NoRoom), (errno.EIO, FolderUnwritable)],
)
def test_a_full_disk_leaves_the_folder_as_it_was(
    session: Session,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    refusal: type[Exception],
) -> None:
    folder = tmp_path / "pakke"
    save(made(session), folder)
    before = content_of(folder)
    written = iter((None, None, OSError(number, "refused")))

    def fsync(_file: int) -> None:
        problem = next(written)
        if problem:
            raise problem

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(refusal) as refused:
        save(made(session, names=Names.FULL), folder)
    assert "Ingen fil er lavet." in explain(refused.value)  # type: ignore[arg-type]
    assert content_of(folder) == before


def test_a_folder_that_cannot_be_made_is_refused(session: Session, tmp_path: Path) -> None:
    blocked = tmp_path / "fil"
    blocked.write_text("")
    with pytest.raises(FolderUnwritable):
        write_package(session, plan_package(session, "ishoej", VISIT), blocked / "mappe")
    assert blocked.read_text() == ""


@pytest.fixture
def locked(tmp_path: Path) -> Iterator[Path]:
    """A folder that nobody may write in, root neither."""
    place = tmp_path / "laast"
    if hasattr(os, "geteuid") and os.geteuid() != 0:
        place.mkdir(mode=0o500)
        yield place
    else:
        with small_disk(place, 64):
            make_read_only(place)
            yield place


def test_a_read_only_folder_is_refused(session: Session, locked: Path) -> None:
    with pytest.raises(FolderUnwritable):
        write_package(session, plan_package(session, "ishoej", VISIT), locked)
    assert list(locked.iterdir()) == []


# The example


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    path = tmp_path_factory.mktemp("example") / "e.bpa"
    with make(path, key(), today=dt.date(2026, 5, 8)) as session:
        write_example(session)
        yield session


VISITED = dt.date(2026, 5, 20)


@pytest.mark.parametrize("window", Window)
@pytest.mark.parametrize("language", ["da", "en"])
def test_the_example_makes_an_accessible_package(
    example: Session, language: str, window: Window
) -> None:
    with speaking(language):
        values = collect(example, plan_package(example, "ishoej", VISITED, Choices(window=window)))
    rendered = render(values)
    assert failures(rendered.content) == []
    assert len(rendered.content) <= LARGEST
    first = rendered.first_pages
    assert (first["cover"], first["overview"], first["activity_schedule"]) == (1, 2, 3)


def test_the_example_keeps_every_secret(example: Session) -> None:
    people = example.records.all(Helper)
    secrets = {helper.phone for helper in people} | {helper.cpr for helper in people}
    secrets |= {helper.name for helper in people} | {helper.email for helper in people}
    secrets |= {
        f"{one.child_birth_date:%d.%m.%Y}"
        for one in example.records.all(Absence)
        if one.child_birth_date
    }
    values = collect(example, plan_package(example, "ishoej", VISITED))
    assert found_in(render(values), tuple(secrets - {""})) == set()


@pytest.mark.parametrize("language", ["da", "en"])
def test_running_texts_are_easy_to_read(example: Session, language: str) -> None:
    with speaking(language):
        bundle = package_bundle(collect(example, plan_package(example, "ishoej", VISITED)))
    for document in bundle.documents:
        pool = " ".join(running_texts(document))
        assert lix(pool) <= HARDEST, document.key


def test_accounts_beside_the_budget_are_enclosed_once_there_is_a_budget(session: Session) -> None:
    year = {"valid_from": dt.date(2026, 1, 1), "valid_to": dt.date(2026, 12, 31)}
    with session.operation("budget") as operation:
        operation.save(Budget(id="b", **year))
        line = {"budget": "b", "words": "Løn og § 5", "amount": Decimal(1000)}
        operation.save(BudgetLine(standard=StandardLine.ALL_PAY, **line))
    plan = plan_package(session, "Ishøj", VISIT)
    part = next(one for one in plan.parts if one.kind == "accounts")
    assert (part.readiness, part.period) == (
        Readiness.READY,
        Period(year["valid_from"], dt.date(2027, 1, 1)),
    )
    rendered = render(collect(session, plan))
    assert failures(rendered.content) == []
    assert "Løn og § 5" in texts(rendered.content)[rendered.first_pages["accounts"] - 1]
