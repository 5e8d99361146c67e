"""Leaks planted in a package are found wherever they hide, and nothing is left in the folder."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
import xlsxwriter

from bpa_desktop.documents import file_reading
from bpa_desktop.documents.choices import Names
from bpa_desktop.documents.file_reading import texts
from bpa_desktop.documents.model import Document, Text, as_bundle
from bpa_desktop.documents.pdf_reading import Hiding
from bpa_desktop.domain.activity import ActivityItem
from bpa_desktop.domain.applicant import Applicant
from bpa_desktop.domain.assessment import Assessment, HelperSheet
from bpa_desktop.domain.decision import Decision
from bpa_desktop.domain.given_package import PackageKind
from bpa_desktop.domain.talk import Talk
from bpa_desktop.services import leak_check
from bpa_desktop.services.leak_check import Leak, Leaked, Look, Secret, Secrets, leaks
from bpa_desktop.services.package import collect, render, save, told_twice
from bpa_desktop.services.package_plan import Choices, plan_package
from bpa_desktop.services.package_secrets import package_secrets
from tests.domain.builders import moment
from tests.services.case_of_small_scheme import case
from tests.services.small_scheme import VISIT, small_scheme
from tests.storage.samples import NOBODYS_CPR

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from bpa_desktop.domain.record import Record
    from bpa_desktop.services.package import RenderedPackage
    from bpa_desktop.services.package_values import PackageValues
    from bpa_desktop.services.session import Session

pytestmark = pytest.mark.usefixtures("printed_once")
TALK = "Carla vil gerne gå ned i tid til sommer"
INTERVIEW = "Ansøgeren virkede usikker ved forflytning af borgeren"
SHEET = "Jeg er bange for hunden om natten"
DECISION = "De vil spare penge på mine nætter igen"


def private() -> Iterator[Record]:
    yield Talk(
        helper="anna",
        starts_at=moment("2026-01-05T10:00"),
        ends_at=moment("2026-01-05T11:00"),
        wishes=TALK,
    )
    yield Applicant(name="Ulla Uvis", applied_on=dt.date(2026, 1, 1), interview_notes=INTERVIEW)
    yield Assessment(id="a", begun_on=dt.date(2026, 1, 2))
    yield HelperSheet(assessment="a", words=SHEET)
    yield Decision(id="x", received_on=dt.date(2026, 1, 3), words=DECISION)


@pytest.fixture(scope="module", name="session")
def _session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    path = tmp_path_factory.mktemp("leaks") / "a.bpa"
    with small_scheme(path, more=(*case(), *private())) as made:
        yield made


@pytest.fixture(scope="module", name="values")
def _values(session: Session) -> PackageValues:
    plan = plan_package(session, "Brønderslev", VISIT, Choices(kind=PackageKind.ACCOUNTS))
    return collect(session, plan)


def with_words(values: PackageValues, said: str) -> RenderedPackage:
    """The package with ``said`` in one of its papers."""
    paper = Document(key="hours_account", title="Timer", language="da", blocks=(Text(text=said),))
    papers = {**values.papers, "hours_account": as_bundle(paper)}
    return render(replace(values, papers=papers, inside={}))


PLANTED: Mapping[str, tuple[str, str]] = {
    "a private note": ("Kun til mig selv: lungebetændelse", "aktivitet"),
    "what was said at a talk": (TALK, "MUS"),
    "interview notes": (INTERVIEW, "ansættelsessamtale"),
    "a helper's own sheet": (SHEET, "APV"),
    "own notes on a decision": (DECISION, "afgørelse"),
    "a note on a voucher": ("Anna betalte selv med sit eget kort i butikken", "bilag"),
    "a cpr number of a helper": (f"nr. {NOBODYS_CPR}", "CPR"),
    "a cpr number of nobody known": ("Født 050585-1234.", "CPR"),
    "a birthday": ("født 17. maj 1990", "fødselsdag"),
    "a phone number": ("ring 11223344", "telefon"),
    "an e-mail": ("skriv til anna@example.com", "e-mail"),
    "the name of a helper": ("Spørg Anna Ager om det", "navn"),
    "the first name of a helper": ("Anna ved det", "navn"),
}


@pytest.mark.parametrize("kind", PLANTED)
def test_a_planted_leak_is_refused_and_the_folder_stays_as_it_was(
    session: Session, values: PackageValues, tmp_path: Path, kind: str
) -> None:
    said, where = PLANTED[kind]
    plan = plan_package(session, "Brønderslev", VISIT, Choices(kind=PackageKind.ACCOUNTS))
    secrets = package_secrets(session, plan)
    folder = tmp_path / "pakke"
    save(render(values), folder, secrets)
    before = {one.name: one.read_bytes() for one in folder.iterdir()}
    with pytest.raises(Leaked) as refused:
        save(with_words(values, said), folder, secrets)
    assert where in str(refused.value.values["where"])
    assert {one.name: one.read_bytes() for one in folder.iterdir()} == before
    # Without the check the file would have been written.
    save(with_words(values, said), folder)
    assert {one.name: one.read_bytes() for one in folder.iterdir()} != before


@pytest.mark.parametrize("kind", PackageKind)
def test_the_true_packages_pass(session: Session, tmp_path: Path, kind: PackageKind) -> None:
    for names in Names:
        plan = plan_package(session, "Ishøj", VISIT, Choices(kind=kind, names=names))
        save(render(collect(session, plan)), tmp_path / names, package_secrets(session, plan))
        assert (tmp_path / names / plan.file_name).is_file()


def test_with_names_the_names_may_stand_there(session: Session, values: PackageValues) -> None:
    plan = plan_package(session, "Brønderslev", VISIT, Choices(names=Names.FULL))
    secrets = package_secrets(session, plan).single
    content = with_words(values, "Spørg Anna Ager og Vita").singles["2_Timeregnskab.pdf"]
    assert leaks(content, "", secrets) == ()


def test_the_own_cpr_number_may_stand_on_the_cover_only_when_it_is_chosen(
    tmp_path_factory: pytest.TempPathFactory, values: PackageValues, tmp_path: Path
) -> None:
    path = tmp_path_factory.mktemp("own") / "a.bpa"
    with small_scheme(path) as session:
        scheme = session.scheme()
        assert scheme is not None
        session.save(replace(scheme, citizen_cpr="050585-4321"), "scheme")
        with_it = Choices(with_cpr=True)
        plan = plan_package(session, "Ishøj", VISIT, with_it)
        secrets = package_secrets(session, plan)
        made = save(render(collect(session, plan)), tmp_path / "a", secrets)
        assert made.package.is_file()
        with pytest.raises(Leaked):
            save(with_words(values, "Jeg er 050585-4321."), tmp_path / "b", secrets)
        without = package_secrets(session, plan_package(session, "Ishøj", VISIT))
        with pytest.raises(Leaked):
            save(render(collect(session, plan)), tmp_path / "c", without)


def test_what_the_user_wrote_for_others_is_no_leak_even_where_a_note_repeats_it(
    tmp_path: Path,
) -> None:
    with small_scheme(tmp_path / "a.bpa") as session:
        said = "Hjælperen vasker mit hår"
        session.save(ActivityItem(activity="Hår", helper_part=said, private_note=said), "activity")
        plan = plan_package(session, "Ishøj", VISIT)
        rendered, secrets = render(collect(session, plan)), package_secrets(session, plan)
        save(rendered, tmp_path / "p", secrets)
        assert told_twice(rendered, secrets) == (
            "Ord fra en privat note til en aktivitet står også i pakken, fordi et papir siger det "
            "samme. Se pakken igennem, før du sender den."
        )


def test_nothing_is_told_of_private_words_that_no_paper_of_this_package_repeats(
    session: Session, values: PackageValues
) -> None:
    plan = plan_package(session, "Brønderslev", VISIT, Choices(kind=PackageKind.ACCOUNTS))
    repeated = Secrets((Secret("Hjælperen vasker mit hår", "en privat note"),))
    secrets = package_secrets(session, plan)._replace(twice=repeated)
    assert told_twice(render(values), secrets) == ""
    assert "en privat note" in told_twice(with_words(values, repeated.texts[0].text), secrets)


# Where in a spreadsheet and in a zip it can hide

SENTENCE = "Carla er sygemeldt med stress frem til maj"
SECRETS = Secrets((Secret(SENTENCE, "punkt 4"), Secret("12345678", "tlf.", Look.NUMBER)))


def sheet(*, cell: str = "", title: str = "", comment: str = "", name: str = "Ark") -> bytes:
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        book.set_properties({"title": title})
        page = book.add_worksheet(name)
        page.write_string(0, 0, cell or "Løn")
        page.write_formula(1, 0, "=1+1", None, 2)
        if comment:
            page.write_comment(0, 0, comment, {"author": "BPA Desktop"})
    return made.getvalue()


def zipped(
    *, name: str = "a.txt", content: bytes = b"Intet", comment: str = "", member: str = ""
) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        file.comment = comment.encode()
        about = zipfile.ZipInfo(name)
        about.comment = member.encode()
        file.writestr(about, content)
    return made.getvalue()


HIDDEN: Mapping[str, tuple[Hiding, bytes]] = {
    "a cell": (Hiding.TEXT, sheet(cell=SENTENCE)),
    "the metadata": (Hiding.METADATA, sheet(title=SENTENCE)),
    "a comment": (Hiding.COMMENT, sheet(comment=SENTENCE)),
    "the name of a sheet": (Hiding.METADATA, sheet(name="Nr 12345678")),
    "the name of a file": (Hiding.FILE_NAME, zipped(name=f"{SENTENCE}.pdf")),
    "the comment of a zip": (Hiding.COMMENT, zipped(comment=SENTENCE)),
    "the comment of a file in it": (Hiding.COMMENT, zipped(member=SENTENCE)),
    "a file in it": (Hiding.TEXT, zipped(content=SENTENCE.encode())),
    "a sheet in it": (Hiding.TEXT, zipped(name="a.xlsx", content=sheet(cell=SENTENCE))),
}


@pytest.mark.parametrize("place", HIDDEN)
def test_a_leak_is_found_in_every_place_of_a_spreadsheet_and_a_zip(place: str) -> None:
    hiding, content = HIDDEN[place]
    assert Leak(hiding, leaks(content, "x", SECRETS)[0].where) in leaks(content, "x", SECRETS)


@pytest.mark.parametrize("place", HIDDEN)
def test_without_its_check_it_would_get_through(
    place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    hidings = {one.hiding for one in leaks(HIDDEN[place][1], "x", SECRETS)}

    def blind(content: bytes, file_name: str = "") -> Mapping[Hiding, str]:
        return {at: said for at, said in texts(content, file_name).items() if at not in hidings}

    monkeypatch.setattr(leak_check, "texts", blind)
    assert leaks(HIDDEN[place][1], "x", SECRETS) == ()


def test_a_clean_spreadsheet_and_zip_have_no_leaks() -> None:
    clean = zipped(name="a.xlsx", content=sheet())
    assert leaks(clean, "pakke.zip", SECRETS) == ()
    assert Hiding.TEXT in file_reading.texts(clean)


def test_a_file_that_was_put_into_the_zip_alone_is_searched_too(
    session: Session, values: PackageValues, tmp_path: Path
) -> None:
    plan = plan_package(session, "Brønderslev", VISIT, Choices(kind=PackageKind.ACCOUNTS))
    rendered = render(values)
    made = io.BytesIO(rendered.archive)
    with zipfile.ZipFile(made, "a") as file:
        file.writestr("note.txt", TALK)
    planted = replace(rendered, archive=made.getvalue())
    with pytest.raises(Leaked):
        save(planted, tmp_path / "p", package_secrets(session, plan))
    assert not (tmp_path / "p").exists()
