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
from bpa_desktop.documents.pdf_fonts import MISSING
from bpa_desktop.documents.phrases import NONE, footer, period_words
from bpa_desktop.domain.given_package import PackageKind
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


TITLES: Final = {
    PackageKind.REVISITATION: N_("Documentation for revisitation"),
    PackageKind.FIRST_FOLLOW_UP: N_("Documentation for the first follow-up"),
    PackageKind.ACCOUNTS: N_("Yearly accounts of money and hours"),
    PackageKind.HOLIDAY: N_("Application for a holiday"),
    PackageKind.COMPLAINT: N_("The papers of a complaint"),
    PackageKind.HANDOVER: N_("Hand-over of the employer's role"),
}
"""What the cover of each package is called."""
_PERIODS: Final = frozenset(
    {PackageKind.REVISITATION, PackageKind.FIRST_FOLLOW_UP, PackageKind.ACCOUNTS}
)
"""The packages that are about the days of a period."""


class State(Choice):
    """What became of something the municipality asks for."""

    ENCLOSED = "enclosed", N_("Enclosed")
    PARTLY = "partly", N_("Partly enclosed")
    MISSING = "missing", N_("Missing")
    NOT_RELEVANT = "not_relevant", N_("Not relevant")


@dataclass(frozen=True, kw_only=True)
class Asked:
    """One line of the checklist: what is asked, in their own words, and what came of it.

    ``gloss`` says the words in another language; ``at_visit`` that they are talked about there,
    ``yearly`` that they are asked for once a year. ``document`` is the key of the first page that
    answers it. ``remark`` is a sentence; for what is not relevant it goes on after "because".
    """

    title: str
    state: State
    gloss: str = ""
    at_visit: bool = False
    yearly: bool = False
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

    ``asked`` stands in the municipality's order, ``rules`` is what the rules of the whole country
    ask for, ``chosen`` what the citizen encloses. ``overview`` and ``account`` are the keys of
    the two papers that nobody asked for, empty when they are not enclosed, ``method`` that of the
    page on how the numbers are reckoned. ``occasion`` says what the package is for where it is
    for no visit, ``remark`` what is to be known of the list. ``has_marks`` tells that a mark stands
    for letters that cannot be drawn.
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
    kind: PackageKind = PackageKind.REVISITATION
    rules: tuple[Asked, ...] = ()
    chosen: tuple[Asked, ...] = ()
    method: str = ""
    occasion: str = ""
    remark: str = ""
    has_marks: bool = False

    @property
    def lines(self) -> tuple[Asked, ...]:
        """Every line of the cover."""
        return (*self.asked, *self.rules, *self.chosen)


def cover(values: Cover) -> Document:
    """The cover as a document."""
    title = _(TITLES[values.kind])
    return Document(
        key=KEY,
        title=title,
        recipient=values.recipient,
        subtitle=values.occasion or _visit(values.visit),
        language=language(),
        footer_left=footer(values.case_number, title),
        blocks=tuple(_blocks(values)),
        one_sheet=True,
    )


def _visit(day: dt.date) -> str:
    return _("Visit on {day}").format(day=f"{day_words(day)} {day.year}")


def _blocks(values: Cover) -> Iterator[Block]:
    yield Facts(pairs=tuple(_facts(values)))
    if values.remark:
        yield Text(text=values.remark)
    for title, lines, summary in _checklists(values):
        if lines:
            yield Heading(text=title)
            yield _checklist(lines, summary)
    if values.overview:
        yield Text(text=_also(values), page=PageRef(document_key=values.overview))
    yield _note(values)


def _checklists(values: Cover) -> Iterator[tuple[str, tuple[Asked, ...], str]]:
    """The title, lines and summary of each list, in the order in which they stand."""
    yield (
        _("What you have asked for"),
        values.asked,
        _("What the municipality asks for, with the page or what is missing."),
    )
    yield (
        _("What the rules ask for once a year"),
        values.rules,
        _("What the rules ask for, with the page or what is missing."),
    )
    yield (
        _("Enclosed by the citizen"),
        values.chosen,
        _("What the citizen encloses, with the page or what is missing."),
    )


def _also(values: Cover) -> str:
    unasked = values.account and all(one.document != values.account for one in values.lines)
    if unasked:
        return _("Also enclosed: an overview on page {page}, and an account of hours.")
    return _("Also enclosed: an overview on page {page}.")


def _facts(values: Cover) -> Iterator[tuple[str, str | Line]]:
    if values.citizen:
        citizen = Line(text=values.citizen, style=Style.STRONG)
        yield _("Citizen and leader of the scheme"), citizen
    if values.cpr:
        yield _("CPR number"), values.cpr
    if values.case_number:
        yield _("Your case number"), values.case_number
    yield _("Scheme"), _scheme(values)
    if values.kind in _PERIODS:
        yield _("Period"), _period(values)
    contact = values.made_by
    yield _("Made"), _made(contact.name, values.made_on)
    reached = [_("phone {number}").format(number=contact.phone)] if contact.phone else []
    reached += [contact.email] if contact.email else []
    if reached:
        yield _("Contact"), ", ".join(reached)


def _period(values: Cover) -> str:
    words = period_words(values.period)
    if values.kind is PackageKind.ACCOUNTS:
        return words
    return f"{words} ({window_words(values)})"


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


def _checklist(asked: tuple[Asked, ...], summary: str) -> Table:
    return Table(
        columns=(
            Column(title=_("Document"), weight=3, is_row_header=True),
            Column(title=_("Page"), align=Align.START, weight=0),
            Column(title=_("Status"), weight=2),
        ),
        rows=tuple((_title(one), _page(one), status(one)) for one in asked),
        summary=summary,
    )


def _title(asked: Asked) -> Cell:
    asides = [asked.gloss] if asked.gloss else []
    if asked.at_visit:
        asides.append(_("at the visit"))
    if asked.yearly:
        asides.append(_("once a year"))
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
    if values.has_marks:
        said.append(_("The mark {mark} stands for letters the font lacks.").format(mark=MISSING))
    if not values.method:
        return Note(text=" ".join(said))
    said.append(_("How the numbers are reckoned stands on page {page}."))
    return Note(text=" ".join(said), page=PageRef(document_key=values.method))
