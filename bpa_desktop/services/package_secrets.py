"""What must stand nowhere in a finished package: private words, replaced names, numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.documents.choices import Names
from bpa_desktop.domain.activity import ActivityItem
from bpa_desktop.domain.applicant import Applicant
from bpa_desktop.domain.assessment import HelperSheet
from bpa_desktop.domain.authority_visit import AuthorityVisit
from bpa_desktop.domain.decision import Decision
from bpa_desktop.domain.hospital_stay import HospitalStay
from bpa_desktop.domain.inquiry import Inquiry
from bpa_desktop.domain.meeting import Mark
from bpa_desktop.domain.money_flow import Voucher
from bpa_desktop.domain.roster import Shift
from bpa_desktop.domain.talk import Talk
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, date_words, language
from bpa_desktop.services.finder import lexicon
from bpa_desktop.services.leak_check import NO_SECRETS, Look, Secret, Secrets, letters_of
from bpa_desktop.services.minutes_sharing import passages
from bpa_desktop.services.package_shown import shown_words
from bpa_desktop.services.package_values import enclosed_minutes, given_scope
from bpa_desktop.services.paper_minutes import held_minutes, secrets_of
from bpa_desktop.services.reading import helpers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bpa_desktop.domain.people import Helper
    from bpa_desktop.domain.record import Record
    from bpa_desktop.domain.scheme import Scheme
    from bpa_desktop.services.package_parts import PackagePlan
    from bpa_desktop.services.paper_scope import Scope
    from bpa_desktop.services.session import Session

_SHORTEST_NAME: Final = 3


class _Private(NamedTuple):
    """Fields of a record that are never shown, and what they are called when one is found."""

    kind: type[Record]
    fields: tuple[str, ...]
    where: str


_PRIVATE: Final = (
    _Private(ActivityItem, ("private_note",), N_("a private note on an activity")),
    _Private(Shift, ("note",), N_("a note on a shift")),
    _Private(
        Talk,
        (
            "last_time",
            "tasks",
            "cooperation",
            "well_being",
            "balance",
            "wishes",
            "goals",
        ),
        N_("what was said at a talk (MUS)"),
    ),
    _Private(Applicant, ("interview_notes",), N_("the notes from a job interview")),
    _Private(HelperSheet, ("words",), N_("a helper's own answers to the APV")),
    _Private(Voucher, ("note",), N_("a note on a voucher")),
    _Private(Decision, ("words",), N_("your notes on a decision")),
    _Private(Inquiry, ("words",), N_("your notes on a letter")),
    _Private(AuthorityVisit, ("participants", "agreed"), N_("your notes on a visit")),
    _Private(HospitalStay, ("note",), N_("your notes on a stay in hospital")),
)
"""Every field in which something stands that no document shows."""


class PackageSecrets(NamedTuple):
    """What must not stand in the whole package, in a single paper, and in the minutes.

    ``twice`` are private words that the user has written for others to read as well: they may
    stand there, and the user is told when they do.
    """

    whole: Secrets
    single: Secrets
    in_minutes: Secrets
    twice: Secrets = NO_SECRETS


NO_PACKAGE_SECRETS: Final = PackageSecrets(NO_SECRETS, NO_SECRETS, NO_SECRETS)


def package_secrets(session: Session, plan: PackagePlan) -> PackageSecrets:
    """What must stand nowhere in the finished package."""
    given = given_scope(session, plan)
    minutes = secrets_of(given, enclosed_minutes(session, plan))
    kept, twice = _told_apart(session, (*_waiting(session, plan), *_private(session)))
    texts = (*minutes.anywhere.texts, *kept, *_numbers(session), *_names(given))
    scheme = session.scheme()
    own = frozenset({scheme.citizen_cpr} if scheme and scheme.citizen_cpr else ())
    anywhere = _("the CPR numbers")
    single = Secrets((*texts, *_citizen(scheme)), anywhere, minutes.in_minutes.allowed)
    if not plan.choices.with_cpr:
        return PackageSecrets(single, single, minutes.in_minutes, Secrets(twice))
    allowed = minutes.in_minutes.allowed | own | _case_number(scheme)
    return PackageSecrets(
        Secrets(texts, anywhere, allowed),
        single._replace(texts=texts, allowed=single.allowed | _case_number(scheme)),
        minutes.in_minutes,
        Secrets(twice),
    )


def _told_apart(
    session: Session, private: tuple[Secret, ...]
) -> tuple[tuple[Secret, ...], tuple[Secret, ...]]:
    """What stands in private fields alone, and what the user has written for others too."""
    shown = letters_of(" ".join(shown_words(session)))
    kept = tuple(one for one in private if letters_of(one.text) not in shown)
    return kept, tuple(one for one in private if one not in kept)


def _waiting(session: Session, plan: PackagePlan) -> Iterator[Secret]:
    """The points marked as sensitive in minutes that nobody has looked through yet."""
    where = _("the minutes that are not looked through yet")
    for review in held_minutes(session, plan.minutes_period).waiting:
        for one in review.points:
            if one.point.mark is Mark.SENSITIVE:
                yield from (Secret(text, where) for text in passages(one.point.words))


def _case_number(scheme: Scheme | None) -> frozenset[str]:
    return frozenset({scheme.case_number} if scheme and scheme.case_number.strip() else ())


def _citizen(scheme: Scheme | None) -> Iterator[Secret]:
    if scheme is not None and scheme.citizen_cpr.strip():
        yield Secret(scheme.citizen_cpr, _("your CPR number"), Look.NUMBER)


def _private(session: Session) -> Iterator[Secret]:
    """The sentences of every private field that tell it from other texts, each once."""
    seen: set[str] = set()
    for one in _PRIVATE:
        for record in session.records.all(one.kind):
            for field in one.fields:
                for passage in passages(getattr(record, field)):
                    if passage not in seen:
                        seen.add(passage)
                        yield Secret(passage, _(one.where))


def _numbers(session: Session) -> Iterator[Secret]:
    """The CPR number, the day of birth and the ways to reach each helper and applicant."""
    scheme = session.scheme()
    own = _digits(scheme.phone) if scheme else ""
    for helper in helpers(session):
        if helper.cpr.strip():
            yield Secret(helper.cpr, _("the CPR number of a helper"), Look.NUMBER)
        if helper.birth_date is not None:
            yield Secret(date_words(helper.birth_date), _("the birthday of a helper"))
        yield from _ways(helper.phone, helper.email, own, scheme)
    for applicant in session.records.all(Applicant):
        if applicant.helper is None:
            yield from _ways(applicant.phone, applicant.email, own, scheme)


def _ways(phone: str, email: str, own: str, scheme: Scheme | None) -> Iterator[Secret]:
    if _digits(phone) and _digits(phone) != own:
        yield Secret(phone, _("the phone number of a helper"), Look.NUMBER)
    if email.strip() and (scheme is None or email.strip() != scheme.email.strip()):
        yield Secret(email, _("the e-mail of a helper"))


def _names(given: Scope) -> Iterator[Secret]:
    """The names of helpers where papers call them otherwise.

    A name that is also a word, or that the citizen or the employer has, is not looked for.
    """
    if given.naming.names is Names.FULL:
        return
    words = lexicon()
    in_papers = words.in_papers.get(language(), frozenset())
    common = words.names_too | in_papers | set(_others(given.session))
    for helper in helpers(given.session):
        called = given.naming.of(helper.id)
        for name in _parts(helper):
            is_word = name.casefold() in common
            if len(name) >= _SHORTEST_NAME and name != called and not is_word:
                yield Secret(name, _("the name of a helper"), Look.NAME)


def _parts(helper: Helper) -> Iterable[str]:
    return dict.fromkeys(one for one in (helper.name, helper.first_name) if one.strip())


def _others(session: Session) -> Iterator[str]:
    """The words that stand in the names of others than helpers."""
    scheme = session.scheme()
    names = (scheme.citizen_name, scheme.employer_name) if scheme else ()
    for name in names:
        yield name.casefold()
        yield from (word.casefold() for word in name.split())


def _digits(text: str) -> str:
    return "".join(letter for letter in text if letter.isdigit())
