"""The archive of packages: the exact file, when it was sent, and what has changed since."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bpa_desktop.documents.choices import Names
from bpa_desktop.domain.absence import Absence
from bpa_desktop.domain.activity import ActivityItem
from bpa_desktop.domain.given_package import Handing, PackageKind
from bpa_desktop.domain.period import Window
from bpa_desktop.i18n import speaking
from bpa_desktop.services import given as acts
from bpa_desktop.services.given import GivenFileChanged, GivenFileGone, Since
from bpa_desktop.services.given_words import last_words, sending_words
from bpa_desktop.services.package import collect, render
from bpa_desktop.services.package_plan import Choices, plan_package
from tests.services.case_of_small_scheme import case
from tests.services.small_scheme import VISIT, small_scheme
from tests.services.test_package import apv

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.domain.given_package import GivenPackage
    from bpa_desktop.services.package import RenderedPackage
    from bpa_desktop.services.session import Session


SICK = dt.date(2026, 2, 2)


@pytest.fixture(name="session")
def _session(tmp_path: Path) -> Iterator[Session]:
    with small_scheme(tmp_path / "a.bpa", more=tuple(case())) as made:
        yield made


def keep(session: Session, **choices: object) -> tuple[GivenPackage, RenderedPackage]:
    picked = Choices(**{"kind": PackageKind.REVISITATION, **choices})  # type: ignore[arg-type]
    plan = plan_package(session, "Ishøj", VISIT, picked)
    rendered = render(collect(session, plan))
    assert acts.keep(session, plan, rendered)
    return acts.given_packages(session)[0], rendered


def state_of(session: Session, given: GivenPackage) -> dict[str, Since]:
    return {one.words: one.since for one in acts.changes_since(session, given)}


def test_the_very_file_is_kept_with_its_hash_its_days_and_its_papers(session: Session) -> None:
    given, rendered = keep(session)
    assert (given.kind, given.recipient, given.given_on) == (
        PackageKind.REVISITATION,
        "Ishøj Kommune",
        None,
    )
    assert (given.first_day, given.last_day) == (dt.date(2026, 1, 6), dt.date(2026, 4, 5))
    assert given.sha256 == hashlib.sha256(rendered.content).hexdigest()
    assert acts.exact_file(session, given).data == rendered.content
    assert given.pages == rendered.pages
    assert [one.key for one in given.parts] == [
        "activity_schedule",
        "absence_overview",
        "roster_used",
        "accounts",
        "mus",
        "hours_account",
        "overview",
    ]
    # The cover and how it is reckoned are no papers of their own.
    pages = rendered.first_pages["method"] - rendered.first_pages["overview"]
    assert sum(one.pages for one in given.parts) == pages


def test_keeping_is_one_action_that_can_be_undone(session: Session) -> None:
    keep(session)
    session.undo()
    assert acts.given_packages(session) == ()
    session.redo()
    assert acts.exact_file(session, acts.given_packages(session)[0])


def test_what_was_made_earlier_the_same_day_and_not_sent_is_replaced(session: Session) -> None:
    first, _ = keep(session)
    second, rendered = keep(session, names=Names.NUMBERED)
    assert [one.id for one in acts.given_packages(session)] == [first.id]
    assert acts.exact_file(session, second).data == rendered.content
    acts.sent_today(session, second)
    keep(session)
    keep(session, kind=PackageKind.HANDOVER)
    assert len(acts.given_packages(session)) == 3


def test_sent_today_says_when_and_how(session: Session) -> None:
    given, _ = keep(session)
    assert last_words(acts.last_sent(session, given.kind)) == (
        "Der er ikke noteret noget af den slags som sendt."
    )
    said = acts.sent_today(session, given, Handing.PAPER)
    assert said == "Sendt i dag: Revisitation til Ishøj Kommune. Fortryd med Ctrl Z."
    sent = acts.last_sent(session, given.kind)
    assert sent is not None
    assert sending_words(sent) == "Lavet 3. april 2026. Sendt 3. april 2026: På papir."
    assert "Sidst sendt 3. april 2026 til Ishøj Kommune" in last_words(sent)
    assert acts.last_sent(session, PackageKind.COMPLAINT) is None


def test_a_kept_file_that_is_another_or_gone_is_told(session: Session, tmp_path: Path) -> None:
    given, _ = keep(session)
    with pytest.raises(GivenFileChanged):
        acts.exact_file(session, replace(given, sha256="0" * 64))
    with pytest.raises(GivenFileGone):
        acts.save_copy(session, replace(given, attachment="0" * 64), tmp_path / "kopi")
    assert not (tmp_path / "kopi").exists()


def test_a_copy_is_the_exact_file_under_a_name_that_is_free(
    session: Session, tmp_path: Path
) -> None:
    given, rendered = keep(session)
    once, twice = (acts.save_copy(session, given, tmp_path / "kopi") for _ in range(2))
    assert once.name == "2026-04-06_Revisitation_24-1234.pdf"
    assert once != twice
    assert once.read_bytes() == twice.read_bytes() == rendered.content


def test_a_deleted_package_takes_its_file_along_once_it_cannot_be_undone(session: Session) -> None:
    given, _ = keep(session)
    acts.delete(session, given)
    assert session.records.contents.drop_unused() == 0
    session.undo()
    assert acts.exact_file(session, given)
    acts.delete(session, given)
    session.records.database.conn.execute("DELETE FROM journal_change")
    assert session.records.contents.drop_unused() >= 1
    assert session.records.contents.find(given.attachment) is None


@pytest.mark.parametrize("names", Names)
@pytest.mark.parametrize("language", ["da", "en"])
def test_nothing_has_changed_until_something_is_written(
    session: Session, names: Names, language: str
) -> None:
    with speaking(language):
        given, _ = keep(session, names=names)
    assert set(state_of(session, given).values()) == {Since.SAME}


@pytest.mark.parametrize("window", Window)
@pytest.mark.parametrize("kind", [PackageKind.REVISITATION, PackageKind.ACCOUNTS])
def test_the_days_are_laid_as_they_were_chosen(
    session: Session, kind: PackageKind, window: Window
) -> None:
    given, _ = keep(session, kind=kind, window=window)
    assert set(state_of(session, given).values()) == {Since.SAME}


def test_names_language_and_the_day_of_the_visit_are_kept(session: Session) -> None:
    with speaking("en"):
        given, _ = keep(session, names=Names.NUMBERED)
    assert (given.names, given.language, given.visit) == ("numbers", "en", VISIT)


def test_what_changed_appeared_and_went_is_told_paper_by_paper(session: Session) -> None:
    given, _ = keep(session)
    with session.operation("change") as operation:
        for one in session.records.all(ActivityItem):
            operation.delete(ActivityItem, one.id)
        operation.save(Absence(helper="bo", first_day=SICK, last_day=SICK))
    found = state_of(session, given)
    assert found["Aktivitetsskema"] is Since.GONE
    assert found["Fraværsoversigt"] is Since.CHANGED
    assert found["MUS"] is Since.SAME


def test_a_paper_that_can_be_made_since_then_has_appeared(session: Session) -> None:
    given, _ = keep(session)
    with session.operation("apv") as operation:
        operation.save_all(apv())
    assert state_of(session, given)["APV"] is Since.APPEARED


def test_what_a_package_was_about_is_remembered(session: Session) -> None:
    given, _ = keep(session, kind=PackageKind.HOLIDAY, about="earlier")
    assert all(one.key.endswith(":earlier") for one in given.parts)
    assert set(state_of(session, given).values()) == {Since.SAME}
