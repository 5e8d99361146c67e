"""The archive of packages: what was made, the exact file, when it was sent, what changed since."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.documents.choices import Names
from bpa_desktop.domain.given_package import GivenPackage, GivenPart, Handing
from bpa_desktop.domain.period import Window
from bpa_desktop.domain.record import Choice
from bpa_desktop.errors import N_, BpaError
from bpa_desktop.i18n import _, language, speaking
from bpa_desktop.services.file_writing import write_all
from bpa_desktop.services.given_words import kind_and_recipient
from bpa_desktop.services.package import digest_of
from bpa_desktop.services.package_about import ABOUT_A_RECORD
from bpa_desktop.services.package_parts import Choices
from bpa_desktop.services.package_plan import plan_package
from bpa_desktop.services.package_values import collect, papers
from bpa_desktop.services.paper_titles import SHORT_TITLES
from bpa_desktop.services.recent import free_name
from bpa_desktop.storage.contents import Content

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.domain.given_package import PackageKind
    from bpa_desktop.services.package import RenderedPackage
    from bpa_desktop.services.package_parts import PackagePlan
    from bpa_desktop.services.session import Session

_PDF: Final = "application/pdf"
_APART: Final = ":"
_A_DAY: Final = dt.timedelta(days=1)


class GivenFileGone(BpaError):
    """The exact file is not there, as after an import that was made without it."""

    sentence = N_("The file of this package is not here any more.")


class GivenFileChanged(BpaError):
    """The kept file is not the one that was made."""

    sentence = N_("The kept file is not the one that was made. Do not send it again.")


class Since(Choice):
    """What became of a paper since a package was made."""

    SAME = "same", N_("As it was")
    CHANGED = "changed", N_("Changed")
    APPEARED = "appeared", N_("New since then")
    GONE = "gone", N_("Cannot be made any more")


class PartChange(NamedTuple):
    """One paper of an earlier package, and what became of it."""

    words: str
    since: Since


def given_packages(session: Session) -> tuple[GivenPackage, ...]:
    """Everything in the archive, the newest first."""
    found = session.records.all(GivenPackage)
    return tuple(sorted(found, key=lambda one: (one.given_on or one.made_on, one.id), reverse=True))


def find_given(session: Session, given_id: str) -> GivenPackage | None:
    """The package with that id, if it is still there."""
    return next(iter(session.records.with_ids(GivenPackage, [given_id])), None)


def last_sent(session: Session, kind: PackageKind) -> GivenPackage | None:
    """The package of that kind that was sent last."""
    sent = [one for one in given_packages(session) if one.kind is kind and one.given_on]
    return next(iter(sent), None)


def keep(session: Session, plan: PackagePlan, rendered: RenderedPackage) -> str:
    """Keep the very file in the archive as one action, and say so.

    What was made for the same purpose earlier the same day and not sent is replaced.
    """
    content = Content(_PDF, rendered.content)
    given = GivenPackage(
        id=_unsent_today(session, plan),
        kind=plan.kind,
        made_on=session.today,
        recipient=plan.profile.name,
        first_day=plan.period.first,
        last_day=plan.period.last,
        file_name=rendered.file_name,
        sha256=content.id,
        pages=rendered.pages,
        visit=plan.visit,
        names=plan.choices.names.value,
        language=rendered.language,
        parts=tuple(
            GivenPart(
                key=_keyed(plan, one.key), words=one.words, pages=one.pages, digest=one.digest
            )
            for one in rendered.parts
        ),
    )
    with session.operation(N_("keep the package in the archive")) as operation:
        operation.save(replace(given, attachment=operation.keep(content)))
    return _("It is kept in the archive.")


def _keyed(plan: PackagePlan, key: str) -> str:
    """The key of a paper; where the package is about a record, with the id of that."""
    return f"{key}{_APART}{plan.about}" if plan.kind in ABOUT_A_RECORD and plan.about else key


def _about(given: GivenPackage) -> str:
    keys = (one.key.partition(_APART)[2] for one in given.parts)
    return next((about for about in keys if about), "")


def _unsent_today(session: Session, plan: PackagePlan) -> str:
    about = plan.about if plan.kind in ABOUT_A_RECORD else ""
    for one in given_packages(session):
        is_same = one.kind is plan.kind and one.made_on == session.today and _about(one) == about
        if is_same and one.given_on is None:
            return one.id
    return ""


def exact_file(session: Session, given: GivenPackage) -> Content:
    """The file as it was made, its hash checked.

    Raises ``GivenFileGone`` or ``GivenFileChanged``.
    """
    found = session.records.contents.find(given.attachment)
    if found is None:
        raise GivenFileGone
    if hashlib.sha256(found.data).hexdigest() != given.sha256:
        raise GivenFileChanged
    return found


def save_copy(session: Session, given: GivenPackage, folder: Path) -> Path:
    """Write the exact file into ``folder`` under a name that is free; see `exact_file`."""
    content = exact_file(session, given)
    stem = given.file_name.removesuffix(".pdf")
    target = free_name(folder, stem, ".pdf")
    return write_all({target.name: content.data}, folder)[0]


def sent_today(
    session: Session, given: GivenPackage, handing: Handing = Handing.DIGITAL_POST
) -> str:
    """Note that it was sent today, and say so."""
    sent = replace(given, given_on=session.today, handing=handing)
    with session.operation(N_("note that a package was sent")) as operation:
        operation.save(sent)
    text = _("Sent today: {package}. Undo with Ctrl Z.")
    return text.format(package=kind_and_recipient(sent))


def delete(session: Session, given: GivenPackage) -> str:
    """Take the package out of the archive; its file goes when it can be undone no more."""
    with session.operation(N_("delete a package from the archive")) as operation:
        operation.delete(GivenPackage, given.id)
    return _("Deleted from the archive. Undo with Ctrl Z.")


def changes_since(session: Session, given: GivenPackage) -> tuple[PartChange, ...]:
    """What each paper of the package would say today, for the very same days and in its words."""
    with speaking(given.language or language()):
        found = dict(_today(session, given))
    before = {one.key.partition(_APART)[0]: one for one in given.parts}
    changes = [
        PartChange(one.words, _since(one.digest, found.get(key))) for key, one in before.items()
    ]
    new = (key for key in found if key not in before)
    return (*changes, *(PartChange(_(SHORT_TITLES[key]), Since.APPEARED) for key in new))


def _since(digest: str, now: str | None) -> Since:
    if now is None:
        return Since.GONE
    return Since.SAME if now == digest else Since.CHANGED


def _today(session: Session, given: GivenPackage) -> Iterator[tuple[str, str]]:
    """The print of each paper that the package would hold today, by the key of the paper."""
    values = collect(session, _planned_again(session, given))
    for key, bundle in papers(values).items():
        yield key, digest_of(values, bundle)


def _planned_again(session: Session, given: GivenPackage) -> PackagePlan:
    """The package as it was chosen; how its period was laid is seen from its days."""
    last = given.last_day or given.made_on
    choices = Choices(
        kind=given.kind,
        names=next((one for one in Names if one.value == given.names), Names.INITIALS),
        more=frozenset(one.key.partition(_APART)[0] for one in given.parts),
        about=_about(given),
    )
    plans = [
        plan_package(session, given.recipient, given.visit or last + _A_DAY, picked)
        for picked in (replace(choices, window=window) for window in Window)
    ]
    days = (given.first_day, given.last_day)
    alike = (one for one in plans if (one.period.first, one.period.last) == days)
    return next(alike, plans[0])
