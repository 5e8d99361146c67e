"""The letter that asks the municipality to let unused hours be used next year."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bpa_desktop.documents.account_words import year_words
from bpa_desktop.documents.model import Align, Column, Document, Facts, Heading, Table, Text
from bpa_desktop.documents.phrases import footer, in_hours
from bpa_desktop.domain.moved_hours import Consent, Purpose
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, date_words, hours, language

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from bpa_desktop.documents.cover import Contact
    from bpa_desktop.documents.model import Block
    from bpa_desktop.domain.account_hours import HoursSheet
    from bpa_desktop.domain.moved_hours import MovedHours

KEY: Final = "move_hours_letter"

_WHAT_FOR: Final = {
    Purpose.HOLIDAY: N_("I want to save the hours for a holiday with helpers."),
    Purpose.COURSE: N_("I want to save the hours for courses."),
    Purpose.FAMILY: N_("I want to save the hours for a family event."),
    Purpose.SPORT: N_("I want to save the hours for sport."),
    Purpose.OTHER: N_("I want to save the hours for a later purpose."),
}


@dataclass(frozen=True, kw_only=True)
class MoveHoursLetter:
    """What stands in the letter: the wish, and the hours of the year it is about."""

    recipient: str
    case_number: str
    made_on: dt.date
    sender: Contact
    wish: MovedHours
    hours: HoursSheet


def move_hours_letter(values: MoveHoursLetter) -> Document:
    """The letter as a document."""
    title = _("Request to use hours of {year} next year").format(year=year_words(values.hours.year))
    return Document(
        key=KEY,
        title=title,
        recipient=values.recipient,
        subtitle=date_words(values.made_on),
        language=language(),
        footer_left=footer(values.case_number, _("Request to move hours")),
        blocks=tuple(_blocks(values)),
    )


def _blocks(values: MoveHoursLetter) -> Iterator[Block]:
    facts = tuple(_facts(values))
    if facts:
        yield Facts(pairs=facts)
    asked = _("I ask to move {hours} from {year} to the year after it.")
    year = year_words(values.hours.year)
    yield Text(text=asked.format(hours=in_hours(values.wish.minutes), year=year))
    yield Text(text=_(_WHAT_FOR[values.wish.purpose]))
    if values.wish.words.strip():
        yield Text(text=values.wish.words.strip())
    yield Heading(text=_("The hours of the year"))
    yield _table(values)
    yield Text(text=_ground(values.hours))
    yield Text(text=_("Unused hours may be moved when the municipality agrees to it."))
    yield Text(text=_("Please answer in writing, and write the number of hours and what for."))
    if values.sender.name:
        yield Text(text=_("Kind regards,\n{name}").format(name=values.sender.name))


def _facts(values: MoveHoursLetter) -> Iterator[tuple[str, str]]:
    if values.case_number:
        yield _("Your case number"), values.case_number
    if values.sender.name:
        yield _("From"), values.sender.name
    reached = (
        [_("phone {number}").format(number=values.sender.phone)] if values.sender.phone else []
    )
    reached += [values.sender.email] if values.sender.email else []
    if reached:
        yield _("Contact"), ", ".join(reached)


def _table(values: MoveHoursLetter) -> Table:
    sheet = values.hours
    own = values.wish.minutes if values.wish in sheet.moved_out else 0
    agreed = sheet.agreed - (own if values.wish.consent is Consent.AGREED else 0)
    rows = [
        (_("Granted in the year"), sheet.granted),
        *([(_("Moved in from the year before"), sheet.opening)] if sheet.opening else []),
        (_("Used so far"), sheet.used),
        *([] if sheet.is_over else [(_("Planned for the rest of the year"), sheet.planned)]),
        (_("Left"), sheet.left),
        *([(_("Moved to the next year already"), agreed)] if agreed else []),
        (_("I ask to move"), values.wish.minutes),
    ]
    return Table(
        columns=(
            Column(title=_("What"), weight=3, is_row_header=True),
            Column(title=_("Hours"), align=Align.END),
        ),
        rows=tuple((name, hours(minutes)) for name, minutes in rows),
        summary=_("From the hours that were granted to those that the letter asks to move."),
    )


def _ground(sheet: HoursSheet) -> str:
    if sheet.is_over:
        return _("The hours are counted from the roster as it was used.")
    return _("The hours are counted from the roster as it was used, and as it is planned ahead.")
