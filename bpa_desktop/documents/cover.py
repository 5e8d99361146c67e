"""The cover of a package: the municipality's own checklist, in its own order and words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bpa_desktop.documents.choices import Names
from bpa_desktop.documents.model import (
    Align,
    Column,
    Document,
    Facts,
    Heading,
    Line,
    Note,
    PageRef,
    Style,
    Table,
    Text,
)
from bpa_desktop.documents.phrases import NONE, footer, period_words
from bpa_desktop.domain.period import Window
from bpa_desktop.domain.record import Choice
from bpa_desktop.domain.scheme import LegalBasis
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, date_words, day_words, language, ngettext

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from bpa_desktop.documents.model import Block, Cell
    from bpa_desktop.domain.period import Period

KEY: Final = "cover"

_NAMES_NOTE: Final = {
    Names.INITIALS: N_("Helpers stand with initials."),
    Names.FULL: N_("Helpers stand with their names."),
    Names.NUMBERED: N_("Helpers stand with numbers, the same throughout: H1 is Helper 1."),
}
_BASIS: Final = {
    LegalBasis.SECTION_95_2: N_("BPA under section 95(2) of the Service Act"),
    LegalBasis.SECTION_95_3: N_("BPA under section 95(3) of the Service Act"),
    LegalBasis.SECTION_96: N_("BPA under section 96 of the Service Act"),
}


class State(Choice):
    """What became of something the municipality asks for."""

    ENCLOSED = "enclosed", N_("Enclosed")
    MISSING = "missing", N_("Missing")
    NOT_RELEVANT = "not_relevant", N_("Not relevant")


@dataclass(frozen=True, kw_only=True)
class Asked:
    """One line of the checklist: what is asked, in their own words, and what came of it.

    ``gloss`` says the words in another language; ``at_visit`` that they are talked about there.
    ``document`` is the key of the first page that answers it. ``remark`` is a sentence; for what
    is not relevant it goes on after "because".
    """

    title: str
    state: State
    gloss: str = ""
    at_visit: bool = False
    document: str = ""
    remark: str = ""


@dataclass(frozen=True, kw_only=True)
class Contact:
    """Who made the package, and how the municipality reaches them."""

    name: str
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, kw_only=True)
class Cover:
    """What stands on the cover; ``cpr`` is empty unless the user chose to show it.

    ``asked`` stands in the municipality's order. ``overview`` and ``account`` are the keys of
    the two papers that nobody asked for, empty when they are not enclosed.
    """

    recipient: str
    visit: dt.date
    citizen: str
    cpr: str
    case_number: str
    basis: LegalBasis
    granted_from: dt.date | None
    period: Period
    window: Window
    months: int
    made_by: Contact
    made_on: dt.date
    names: Names
    asked: tuple[Asked, ...]
    overview: str = ""
    account: str = ""


def cover(values: Cover) -> Document:
    """The cover as a document."""
    title = _("Documentation for revisitation")
    return Document(
        key=KEY,
        title=title,
        recipient=values.recipient,
        subtitle=_("Visit on {day}").format(day=f"{day_words(values.visit)} {values.visit.year}"),
        language=language(),
        footer_left=footer(values.case_number, title),
        blocks=tuple(_blocks(values)),
    )


def _blocks(values: Cover) -> Iterator[Block]:
    yield Facts(pairs=tuple(_facts(values)))
    yield Heading(text=_("What you have asked for"))
    yield _checklist(values.asked)
    if values.overview:
        unasked = values.account and all(one.document != values.account for one in values.asked)
        text = (
            _("Also enclosed: an overview on page {page}, and an account of hours.")
            if unasked
            else _("Also enclosed: an overview on page {page}.")
        )
        yield Text(text=text, page=PageRef(document_key=values.overview))
    yield _note(values)


def _facts(values: Cover) -> Iterator[tuple[str, str | Line]]:
    if values.citizen:
        citizen = Line(text=values.citizen, style=Style.STRONG)
        yield _("Citizen and leader of the scheme"), citizen
    if values.cpr:
        yield _("CPR number"), values.cpr
    if values.case_number:
        yield _("Your case number"), values.case_number
    yield _("Scheme"), _scheme(values)
    yield _("Period"), f"{period_words(values.period)} ({window_words(values)})"
    contact = values.made_by
    yield _("Made"), _made(contact.name, values.made_on)
    reached = [_("phone {number}").format(number=contact.phone)] if contact.phone else []
    reached += [contact.email] if contact.email else []
    if reached:
        yield _("Contact"), ", ".join(reached)


def _scheme(values: Cover) -> str:
    basis = _(_BASIS[values.basis])
    if values.granted_from is None:
        return basis
    return _("{basis}, from {date}").format(basis=basis, date=date_words(values.granted_from))


def window_words(values: Cover) -> str:
    """How the period was laid before the visit, in words."""
    if values.window is Window.CALENDAR:
        text = ngettext("the last whole month", "the last {n} whole months", values.months)
    else:
        text = ngettext("one month up to the visit", "{n} months up to the visit", values.months)
    return text


def _made(name: str, day: dt.date) -> str:
    if not name:
        return date_words(day)
    return _("{date} by {name}").format(date=date_words(day), name=name)


def _checklist(asked: tuple[Asked, ...]) -> Table:
    return Table(
        columns=(
            Column(title=_("Document"), weight=3, is_row_header=True),
            Column(title=_("Page"), align=Align.START, weight=0),
            Column(title=_("Status"), weight=2),
        ),
        rows=tuple((_title(one), _page(one), status(one)) for one in asked),
        summary=_("What the municipality asks for, with the page or what is missing."),
    )


def _title(asked: Asked) -> Cell:
    asides = [asked.gloss] if asked.gloss else []
    if asked.at_visit:
        asides.append(_("at the visit"))
    return Line(text=asked.title, style=Style.STRONG, aside=", ".join(asides))


def _page(asked: Asked) -> Cell:
    return PageRef(document_key=asked.document) if asked.document else NONE


def status(asked: Asked) -> str:
    """``Vedlagt``, ``Mangler. Kommer den 1. juni.`` or ``Ikke relevant, fordi …``."""
    word = _(asked.state.label)
    if not asked.remark:
        return word
    if asked.state is State.NOT_RELEVANT:
        return _("Not relevant, because {reason}").format(reason=asked.remark)
    return f"{word}. {asked.remark}"


def _note(values: Cover) -> Note:
    said = [
        _(_NAMES_NOTE[values.names]),
        _("Causes of absence, private notes and helpers' CPR numbers are not shown."),
    ]
    if not values.account:
        return Note(text=" ".join(said))
    said.append(_("How hours are counted stands in the account of hours from page {page}."))
    return Note(text=" ".join(said), page=PageRef(document_key=values.account))
