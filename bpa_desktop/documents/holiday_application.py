"""The application for a holiday with helpers: where, when, why, and what it takes beside usual."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bpa_desktop.documents.model import (
    Align,
    Column,
    Document,
    Facts,
    Heading,
    Table,
    Text,
)
from bpa_desktop.documents.phrases import dates_words, footer, in_hours, in_kroner, joined
from bpa_desktop.i18n import _, date_words, hours, language, ngettext, uncapitalised

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator
    from decimal import Decimal

    from bpa_desktop.documents.cover import Contact
    from bpa_desktop.documents.model import Block

KEY: Final = "holiday_application"


@dataclass(frozen=True, kw_only=True)
class EarlierTrip:
    """A trip of the same calendar year that began earlier; minutes and kroner beyond usual."""

    first_day: dt.date
    last_day: dt.date
    place: str
    minutes: int
    second_helper: bool
    cost: Decimal | None = None


@dataclass(frozen=True, kw_only=True)
class HolidayApplication:
    """What stands in the application.

    ``is_abroad`` is ``None`` where it is not answered. ``ordinary`` minutes are granted for the
    days of the trip and kept; ``extra`` ones are applied for. ``apply_by`` is the last day by the
    municipality's own words, ``lead`` says where that stands. ``aids`` are those used at home.
    """

    recipient: str
    case_number: str
    made_on: dt.date
    sender: Contact
    place: str
    is_abroad: bool | None
    first_day: dt.date
    last_day: dt.date
    purpose: str
    ordinary: int
    extra: int
    extra_reason: str
    second_helper: str
    cost: Decimal | None
    cost_words: str
    earlier: tuple[EarlierTrip, ...] = ()
    aids: tuple[str, ...] = ()
    apply_by: dt.date | None = None
    lead: str = ""

    @property
    def days(self) -> int:
        """How many days it lasts, both ends counted."""
        return (self.last_day - self.first_day).days + 1


def holiday_application(values: HolidayApplication) -> Document:
    """The application as a document."""
    title = _("Application for a holiday with helpers")
    return Document(
        key=KEY,
        title=title,
        recipient=values.recipient,
        subtitle=dates_words(values.first_day, values.last_day),
        language=language(),
        footer_left=footer(values.case_number, _("Application for a holiday")),
        blocks=tuple(_blocks(values)),
        one_sheet=True,
    )


def _blocks(values: HolidayApplication) -> Iterator[Block]:
    yield Facts(pairs=tuple(_facts(values)))
    yield Heading(text=_("What I apply for"))
    yield Text(text=_wish(values))
    yield _hours_table(values)
    yield from _reasons(values)
    yield Heading(text=_("Extra costs"))
    yield Text(text=_costs(values))
    yield Heading(text=_("Earlier trips this year with extra help"))
    yield from _earlier(values)
    if values.aids:
        yield Heading(text=_("Aids"))
        text = _("I use these aids: {aids}.")
        yield Text(
            text=text.format(aids=joined([values.aids[0], *map(uncapitalised, values.aids[1:])]))
        )
    yield Text(text=_("Please answer in writing, and write the hours and what they are for."))
    if values.sender.name:
        yield Text(text=_("Kind regards,\n{name}").format(name=values.sender.name))


def _facts(values: HolidayApplication) -> Iterator[tuple[str, str]]:
    if values.sender.name:
        yield _("From"), values.sender.name
    if values.case_number:
        yield _("Your case number"), values.case_number
    yield _("Where to"), _where(values)
    days = ngettext("{n} day", "{n} days", values.days)
    yield _("When"), f"{dates_words(values.first_day, values.last_day)}, {days}"
    if values.purpose:
        yield _("What for"), values.purpose
    yield _("Written on"), date_words(values.made_on)
    if values.apply_by is not None:
        text = _("{date} ({source})")
        yield _("Apply by"), text.format(date=date_words(values.apply_by), source=values.lead)


def _where(values: HolidayApplication) -> str:
    if values.is_abroad is None:
        return values.place
    land = _("abroad") if values.is_abroad else _("in Denmark")
    return f"{values.place}, {land}"


def _wish(values: HolidayApplication) -> str:
    if not values.extra and not values.second_helper:
        return _("I use the hours that I am granted. I do not apply for more.")
    if not values.extra:
        return _("I apply for two helpers at a time where it is needed.")
    text = _("I apply for {hours} besides those that I am granted.")
    return text.format(hours=in_hours(values.extra))


def _hours_table(values: HolidayApplication) -> Table:
    rows = (
        (_("Granted for these days, and kept"), values.ordinary),
        (_("Extra hours applied for"), values.extra),
    )
    return Table(
        columns=(
            Column(title=_("What"), weight=3, is_row_header=True),
            Column(title=_("Hours"), align=Align.END),
        ),
        rows=tuple((name, hours(minutes)) for name, minutes in rows),
        totals=(_("Total"), hours(values.ordinary + values.extra)),
        summary=_("The hours of the trip: those that are granted, and those applied for."),
    )


def _reasons(values: HolidayApplication) -> Iterator[Block]:
    for title, words in (
        (_("Why extra hours"), values.extra_reason),
        (_("Why two helpers"), values.second_helper),
    ):
        if words:
            yield Heading(text=title)
            yield Text(text=words)


def _costs(values: HolidayApplication) -> str:
    if values.cost is None:
        return values.cost_words or _("None are applied for.")
    amount = in_kroner(values.cost)
    if not values.cost_words:
        return _("{amount}.").format(amount=amount.rstrip("."))
    return _("{amount}: {what}").format(amount=amount, what=values.cost_words)


def _earlier(values: HolidayApplication) -> Iterator[Block]:
    if not values.earlier:
        yield Text(text=_("None."))
        return
    yield Table(
        columns=(
            Column(title=_("When"), weight=3, is_row_header=True),
            Column(title=_("Where to"), weight=3),
            Column(title=_("Extra hours"), align=Align.END, weight=0),
            Column(title=_("Two helpers"), weight=0),
            Column(title=_("Extra costs"), align=Align.END, weight=0),
        ),
        rows=tuple(
            (
                dates_words(one.first_day, one.last_day),
                one.place,
                hours(one.minutes),
                _("yes") if one.second_helper else _("no"),
                "–" if one.cost is None else in_kroner(one.cost),
            )
            for one in values.earlier
        ),
        summary=_("Trips with extra help that began earlier in the same year."),
    )
