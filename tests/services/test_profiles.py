"""The municipalities that come with the program."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from shutil import copytree
from typing import TYPE_CHECKING

import pytest

from bpa_desktop import paths
from bpa_desktop.domain.municipality import Asked, Seen, Standing
from bpa_desktop.domain.municipality_terms import TERMS
from bpa_desktop.domain.rates import Confidence
from bpa_desktop.i18n import _, explain, speaking
from bpa_desktop.services.papers import PAPERS
from bpa_desktop.services.profile_checking import ProfileUnreadable, problem_words
from bpa_desktop.services.profile_reading import read_profile, read_stubs
from bpa_desktop.services.profiles import (
    file_problems,
    folder,
    known_municipalities,
    national,
    profile_for,
    profiles,
)

if TYPE_CHECKING:
    from pathlib import Path

    from bpa_desktop.domain.municipality import Profile


@pytest.fixture(name="ishoej")
def _ishoej() -> Profile:
    found = profile_for("ishoej")
    assert found is not None
    return found


@pytest.mark.parametrize(
    "name", ["Ishøj", "Ishøj Kommune", "ishoej", "ISHØJ KOMMUNE", "Ishoj", " ishøj "]
)
def test_ishoej_is_found_however_it_is_spelled(name: str) -> None:
    found = profile_for(name)
    assert found is not None
    assert found.id == "ishoej"


def test_a_name_that_is_copied_with_a_ring_of_its_own_is_found() -> None:
    found = profile_for("A\u030arhus Kommune")
    assert found is not None
    assert found.id == "aarhus"


@pytest.mark.parametrize("name", ["", "Kommune", "  "])
def test_no_municipality_is_named(name: str) -> None:
    assert profile_for(name) is None


@pytest.mark.parametrize(
    ("name", "called", "standing"),
    [
        ("Blåby Kommune", "Blåby Kommune", Standing.UNKNOWN),
        ("Is", "Is", Standing.UNKNOWN),
        ("odense", "Odense Kommune", Standing.LINKED),
        ("Copenhagen", "Københavns Kommune", Standing.LINKED),
    ],
)
def test_a_municipality_nobody_read_has_what_holds_in_the_whole_country(
    name: str, called: str, standing: Standing
) -> None:
    found = profile_for(name)
    assert found is not None
    assert (found.name, found.standing) == (called, standing)
    assert found.values == national().values
    assert [one.kind for one in found.documents] == ["accounts", "hours_account"]
    assert bool(found.texts) is (standing is Standing.LINKED)


def test_every_municipality_of_the_list_is_known_once_and_by_its_own_name() -> None:
    known = known_municipalities()
    assert len(known) == 38
    assert len({one.id for one in known}) == len(known)
    for one in known:
        for name in (one.id, one.name, *one.names):
            found = profile_for(name)
            assert found is not None
            assert found.id == one.id


def test_the_country_asks_for_the_accounts_of_the_order_only() -> None:
    assert [one.source.approved for one in national().documents] == [dt.date(2020, 6, 30)] * 2
    assert {one.when for one in national().documents} == {Asked.YEARLY}


def test_what_is_asked_before_the_visit_in_the_municipality_s_order_and_words(
    ishoej: Profile,
) -> None:
    assert [(one.kind, one.words) for one in ishoej.asked(Asked.BEFORE)] == [
        ("activity_schedule", "Aktivitetsskema"),
        ("absence_overview", "Fraværsoversigt"),
        ("apv", "Seneste APV (arbejdspladsvurdering)"),
        ("roster_used", "Anvendt vagtplan for de sidste 3 måneder"),
        (
            "staff_meeting_minutes",
            "Faglige personalemødereferat (personfølsomme oplysninger udelades)",
        ),
    ]
    assert [one.months for one in ishoej.asked(Asked.BEFORE)] == [None, None, None, 3, None]


def test_what_is_talked_about_at_the_visit(ishoej: Profile) -> None:
    assert [(one.kind, one.quote) for one in ishoej.asked(Asked.AT_VISIT)] == [
        ("accounts", "På mødet drøftes budgettet og fremsendt regnskab."),
        ("mus", "Der vil blive spurgt ind til afholdelse af MUS."),
    ]


def test_deadlines_of_ishoej(ishoej: Profile) -> None:
    assert ishoej.whole("followup.first_after_months") == 3
    assert ishoej.whole("followup.revisit_every_months") == 24
    first = ishoej.known("followup.first_after_months")
    assert first is not None
    assert first.about


@pytest.mark.parametrize(
    "key",
    [
        "accounts.hours_yearly",
        "accounts.deadline",
        "accounts.carry_over",
        "hours.staff_meeting_per_helper_year",
        "hours.mus_per_permanent_helper_year",
        "holiday.apply_weeks_before",
        "rates.employer_task_external_dkk_per_granted_hour",
        "special.section_96_3",
    ],
)
def test_what_ishoej_does_not_say_stays_empty(ishoej: Profile, key: str) -> None:
    assert key in ishoej.values
    assert ishoej.known(key) is None


def test_no_file_has_a_fault() -> None:
    assert [problem_words(one) for one in file_problems()] == []
    assert {one.id for one in profiles()} == {"aarhus", "broenderslev", "ishoej"}


@pytest.mark.parametrize("profile", [*profiles(), national()], ids=lambda one: one.id)
def test_every_value_and_document_names_a_source_that_was_read(profile: Profile) -> None:
    entries = [one for one in profile.values.values() if one is not None]
    for one in (*entries, *profile.documents):
        assert one.source in profile.sources
        assert one.confidence in {Confidence.SEEN, Confidence.SEEN_2}
    for document in profile.documents:
        assert document.kind in {*PAPERS, "staff_meeting_minutes", "expenses_estimate"}


@pytest.mark.parametrize("profile", profiles(), ids=lambda one: one.id)
def test_what_a_municipality_read_in_full_does_not_say_is_left_empty_in_its_file(
    profile: Profile,
) -> None:
    asked = {key for key, term in TERMS.items() if term.question}
    said = {key for key in asked if TERMS[key].instead and profile.known(TERMS[key].instead)}
    assert asked - said <= set(profile.values)


@pytest.mark.parametrize("text", sorted({one.label for one in TERMS.values()}))
def test_every_value_has_a_name_in_danish(text: str) -> None:
    with speaking("da"):
        assert _(text) != text


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("hours.staff_meeting_per_helper_year", "4"),
        ("hours.mus_per_permanent_helper_year", "1"),
        ("holiday.apply_weeks_before", "4"),
        ("rates.employer_task_external_dkk_per_granted_hour", "5.31"),
        ("rates.own_payroll_dkk", "0"),
        ("rates.headroom_percent", "2"),
        ("pension.percent", "12.89"),
    ],
)
def test_what_broenderslev_grants(key: str, value: str) -> None:
    profile = profile_for("Brønderslev Kommune")
    assert profile is not None
    assert profile.number(key) == Decimal(value)
    known = profile.known(key)
    assert known is not None
    assert known.source.approved == dt.date(2023, 12, 4)


def test_aarhus_has_said_nothing_of_what_a_budget_needs() -> None:
    profile = profile_for("Århus")
    assert profile is not None
    assert profile.id == "aarhus"
    assert profile.number("rates.headroom_percent") is None
    assert profile.number("special.no_decisions_before_days_off") is None


GOOD = """
id = "testby"
name = "Testby Kommune"
names = []
checked = "Made up."
[[source]]
key = "s"
title = "T"
publisher = "P"
approved = 2023-12-04
read = 2026-01-01
seen = "full"
[[document]]
kind = "apv"
words = "APV"
english = "APV"
when = "before"
source = "s"
confidence = "SEEN"
[case]
start_within_weeks = { value = 2, quote = "to uger", source = "s", confidence = "SEEN" }
homes = { value = "Ord", english = "Words", source = "s", confidence = "SEEN" }
"""


def written(folder: Path, text: str, name: str = "testby.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_profile_is_read_with_the_date_of_its_source(tmp_path: Path) -> None:
    profile = read_profile(written(tmp_path, GOOD))
    assert profile.sources[0].approved == dt.date(2023, 12, 4)
    assert profile.sources[0].seen is Seen.FULL
    assert profile.whole("case.start_within_weeks") == 2


@pytest.mark.parametrize(
    ("right", "wrong", "key", "reason"),
    [
        ("value = 2", 'value = "to"', "case.start_within_weeks", "værdien skal være et helt tal."),
        ("value = 2", "value = true", "case.start_within_weeks", "værdien skal være et helt tal."),
        ("value = 2", "value = -2", "case.start_within_weeks", "værdien skal være et helt tal."),
        (
            "start_within_weeks",
            "start_within_week",
            "case.start_within_week",
            "kendes ikke. Mente du case.start_within_weeks?",
        ),
        ("[case]", "[cas]", "cas", "kendes ikke. Mente du case?"),
        ('source = "s"', 'source = "x"', "document 1, source", "skal være en af disse: s."),
        ('"SEEN" }', '"SURE" }', "case.start_within_weeks, confidence", "skal være en af disse:"),
        ('quote = "to uger", ', "", "case.start_within_weeks, quote", "mangler."),
        ('english = "Words", ', "", "case.homes, english", "mangler."),
        ('quote = "to uger"', "quote = 3", "case.start_within_weeks, quote", "skal være en tekst"),
        ('name = "Testby Kommune"', "", "name", "mangler."),
        ("2023-12-04", '"i fjor"', "source 1, approved", "skal være en dato"),
        ('seen = "full"', 'seen = "all"', "source 1, seen", "skal være en af disse:"),
        ('when = "before"', 'when = "soon"', "document 1, when", "skal være en af disse:"),
        ('words = "APV"', 'word = "APV"', "document 1, words", "mangler."),
        ("{ value = 2", "{ value = 2 value", "Linje 21", "det er ikke skrevet som TOML"),
        (', source = "s"', "", "case.start_within_weeks, source", "mangler."),
        ('title = "T"', 'title = "T"\ntitle = "U"', "Linje 9", "det er ikke skrevet som TOML"),
        ("2023-12-04", "2023-02-30", "Linje 10", "det er ikke skrevet som TOML"),
        ("2026-01-01", "2026-01-01T10:00:00", "source 1, read", "skal være en dato"),
        ("value = 2", f"value = {'9' * 30}", "case.start_within_weeks", "værdien er for stor;"),
        ("value = 2", "value = 2, min_helpers = -1", "case.start_within_weeks, min_helpers", ""),
        ("names = []", "names = [1]", "names", "må kun indeholde tekster."),
        ("[[document]]", "[document]", "document", "skal skrives som [[document]]"),
        ("[[source]]", "[source]", "source", "skal skrives som [[source]]"),
        ("[case]", "[[case]]", "case", "skal være en del med egne linjer."),
        ('when = "before"', 'when = "before"\nmonths = "3"', "document 1, months", "skal være"),
        ('kind = "apv"', 'kind = "apw"', "document 1, kind", "skal være en af disse:"),
        ("names = []", 'names = []\nlist = ["x"]', "list", "kendes ikke."),
        ("[[source]]", '[[source]]\nkey = "s"\n[[source]]', "source 2, key", "er en anden kildes."),
    ],
)
def test_a_typing_error_is_named_with_file_key_and_reason(
    right: str, wrong: str, key: str, reason: str, tmp_path: Path
) -> None:
    assert right in GOOD
    path = written(tmp_path, GOOD.replace(right, wrong, 1))
    with pytest.raises(ProfileUnreadable) as refused:
        read_profile(path)
    beginning = f"Filen testby.toml kan ikke bruges. {key}: {reason}"
    said = [problem_words(one) for one in refused.value.problems]
    assert any(one.startswith(beginning) for one in said), said


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"\xff\xfe\x00", "den kan ikke læses som tekst."),
        (GOOD.encode("utf-16"), "den kan ikke læses som tekst."),
        (GOOD.replace("Testby", "Tæstby").encode("latin-1"), "den kan ikke læses som tekst."),
        (f"id = {'9' * 5000}".encode(), "et tal er for langt"),
        (f"id = {'[' * 9000}".encode(), "et tal er for langt"),
    ],
)
def test_a_file_that_cannot_be_taken_apart_is_named(
    content: bytes, reason: str, tmp_path: Path
) -> None:
    path = tmp_path / "testby.toml"
    path.write_bytes(content)
    with pytest.raises(ProfileUnreadable) as refused:
        read_profile(path)
    assert "testby.toml" in explain(refused.value)
    (said,) = map(problem_words, refused.value.problems)
    assert said.startswith(f"Filen testby.toml kan ikke bruges: {reason}")


def test_the_mark_an_editor_puts_first_does_no_harm_and_an_empty_file_lacks_everything(
    tmp_path: Path,
) -> None:
    path = tmp_path / "testby.toml"
    path.write_bytes(b"\xef\xbb\xbf" + GOOD.encode())
    assert read_profile(path).name == "Testby Kommune"
    path.write_bytes(b"")
    with pytest.raises(ProfileUnreadable) as refused:
        read_profile(path)
    assert {one.key for one in refused.value.problems} == {
        "id",
        "name",
        "checked",
        "names",
        "source",
    }


@pytest.mark.parametrize("kind", ["a number", "a list", "a part", "a text"])
@pytest.mark.parametrize("name", ["source", "document", "municipality", "case", "names"])
def test_whatever_stands_in_place_of_a_part_is_named_and_nothing_stops(
    name: str, kind: str, tmp_path: Path
) -> None:
    wrong = {"a number": "3", "a list": "[1, [2]]", "a part": "{ a = 1 }", "a text": '"x"'}[kind]
    path = written(tmp_path, f"{name} = {wrong}\n")
    for read in (read_profile, read_stubs):
        with pytest.raises(ProfileUnreadable) as refused:
            read(path)
        assert all("testby.toml" in problem_words(one) for one in refused.value.problems)


def test_of_two_files_of_one_municipality_the_second_is_named(broken: Path) -> None:
    (broken / "zzz.toml").write_bytes((broken / "aarhus.toml").read_bytes())
    found = [problem_words(one) for one in file_problems() if one.file == "zzz.toml"]
    assert found == [
        "Filen zzz.toml kan ikke bruges. id: er den samme som i filen aarhus.toml, som bruges."
    ]
    assert [one.id for one in profiles()] == ["aarhus", "broenderslev"]


@pytest.fixture(name="broken")
def _broken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The program's own files with a typing error in that of Ishøj."""
    target = tmp_path / "municipalities"
    copytree(folder(), target)
    file = target / "ishoej.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("revisit_every_months = { value = 24", "", 1), encoding="utf-8")
    monkeypatch.setattr(paths, "RESOURCES", tmp_path)
    return target


@pytest.mark.usefixtures("broken")
def test_with_a_broken_file_the_others_still_work() -> None:
    (problem,) = file_problems()
    assert problem.file == "ishoej.toml"
    assert problem.line > 0
    assert [one.id for one in profiles()] == ["aarhus", "broenderslev"]
    ours = profile_for("Ishøj Kommune")
    assert ours is not None
    assert (ours.name, ours.standing) == ("Ishøj Kommune", Standing.UNKNOWN)
    assert ours.values == national().values


@pytest.mark.parametrize("name", ["national.toml", "stubs.toml"])
def test_without_the_file_of_the_country_or_of_the_others_nothing_stops(
    name: str, broken: Path
) -> None:
    (broken / name).write_text("id = ", encoding="utf-8")
    assert name in {one.file for one in file_problems()}
    found = profile_for("Odense")
    assert found is not None
    assert found.number("rates.headroom_percent") is None


@pytest.mark.parametrize("fault", ['seen = "al"', "seen = 3", ""])
def test_a_fault_among_the_others_is_named(fault: str, broken: Path) -> None:
    file = broken / "stubs.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('seen = "page"', fault, 1), encoding="utf-8")
    found = [problem_words(one) for one in file_problems() if one.file == "stubs.toml"]
    assert found
    assert all("municipality 2, text, seen" in one for one in found)
