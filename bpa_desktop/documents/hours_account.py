"""The account of hours: granted, planned, used, absent and uncovered, and how they are counted."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from bpa_desktop.documents.account_words import elsewhere_words
from bpa_desktop.documents.hours_values import summed
from bpa_desktop.documents.model import (
    Align,
    Bullets,
    Column,
    Document,
    Heading,
    Meter,
    Table,
    Text,
)
from bpa_desktop.documents.phrases import (
    NONE,
    days_words,
    difference,
    footer,
    in_hours,
    month_label,
    period_words,
    weekdays_words,
)
from bpa_desktop.domain.clock import MINUTES_PER_DAY, day_span
from bpa_desktop.domain.grant import YearLength
from bpa_desktop.domain.kinds import WEEK, HourKind
from bpa_desktop.domain.period import Period
from bpa_desktop.i18n import _, date_words, hours, language, ngettext, pgettext

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bpa_desktop.documents.hours_values import (
        Amount,
        Foresight,
        GrantInForce,
        HelperHours,
        Hours,
        HoursAccount,
    )
    from bpa_desktop.documents.model import Block, Cell

KEY: Final = "hours_account"
_SEVERAL: Final = 2


def hours_account(values: HoursAccount, *, with_method: bool = True) -> Document:
    """The account as a document; how it is counted may stand elsewhere in the same file."""
    return Document(
        key=KEY,
        title=_("Account of hours"),
        subtitle=period_words(values.period),
        language=language(),
        footer_left=footer(values.case_number, _("Account of hours")),
        blocks=(*_blocks(values), *(_counting(values) if with_method else ())),
    )


def usage(values: HoursAccount) -> str:
    """How much of the grant is used, in a sentence or two."""
    if not values.months:
        return _("The period has not begun yet.")
    counted = values.help
    days = Period(values.months[0].part.first, values.months[-1].part.end)
    if not counted.granted:
        return _("{used} of help used from {period}. No grant is written for these days.").format(
            used=in_hours(counted.used), period=period_words(days)
        )
    said = _("From {period}, {used} of {granted} granted hours of help are used.").format(
        period=period_words(days), used=hours(counted.used), granted=hours(counted.granted)
    )
    return f"{said} {_balance(counted.difference)}"


def _balance(minutes: int) -> str:
    if not minutes:
        return _("That is as granted.")
    text = (
        _("That is {hours} less than granted.")
        if minutes < 0
        else _("That is {hours} more than granted.")
    )
    return text.format(hours=in_hours(abs(minutes)))


def usage_meter(values: HoursAccount) -> Iterator[Block]:
    """A bar of used hours of help against granted ones, where anything is granted."""
    counted = values.help
    if counted.granted:
        text = _("{used} of {granted} granted hours of help are used.").format(
            used=hours(counted.used), granted=hours(counted.granted)
        )
        yield Meter(value=float(counted.used), maximum=float(counted.granted), text=text)


def asides(values: HoursAccount) -> Iterator[Block]:
    """What the counted months leave out: the days ahead, and shifts nobody has confirmed."""
    if values.ahead_part is not None and values.ahead is not None:
        text = _("{days} is not used yet: {granted} granted, {planned} planned.")
        yield Text(
            text=text.format(
                days=days_words(values.ahead_part.first, values.ahead_part.last),
                granted=in_hours(values.ahead.granted),
                planned=in_hours(values.ahead.planned),
            )
        )
    if values.unconfirmed:
        text = _("Not confirmed as worked: {hours}. That counts as planned, not as used.")
        yield Text(text=text.format(hours=in_hours(values.unconfirmed)))
    if values.elsewhere:
        yield Text(text=elsewhere_words(values.elsewhere))


def _blocks(values: HoursAccount) -> Iterator[Block]:
    yield Text(text=usage(values))
    yield from usage_meter(values)
    if values.months:
        yield Heading(text=_("Hours of help, month by month"))
        yield _measures_table(_("Month"), _by_month(values), _("The hours of each month."))
    yield from asides(values)
    if values.months:
        yield Heading(text=_("All hours by kind"))
        yield _measures_table(_("Kind"), _by_kind(values), _("The hours of each kind."))
    yield from _year(values)
    if values.foresight is not None:
        yield from _foresight(values, values.foresight)
    yield from _months_and_kinds(values)
    yield from _helpers(values)
    yield from _grants(values)


def _counting(values: HoursAccount) -> Iterator[Block]:
    yield Heading(text=_("How the hours are counted"))
    yield Bullets(items=tuple(method_lines(values)))


def _by_month(values: HoursAccount) -> list[tuple[str, Hours]]:
    return [(month_label(month.part), month.help) for month in values.months]


def _by_kind(values: HoursAccount) -> list[tuple[str, Hours]]:
    sums = [
        (kind, summed(one for month in values.months for own, one in month.kinds if own is kind))
        for kind in HourKind
    ]
    return [(_(kind.label), counted) for kind, counted in sums if counted]


def _measures_table(first: str, rows: Sequence[tuple[str, Hours]], summary: str) -> Table:
    heads = (
        pgettext("hours", "Granted"),
        pgettext("hours", "Planned"),
        pgettext("hours", "Used"),
        pgettext("hours", "Difference"),
        pgettext("hours", "Absent"),
        pgettext("hours", "Uncovered"),
    )
    return Table(
        columns=(
            Column(title=first, is_row_header=True),
            *(Column(title=head, align=Align.END, weight=0) for head in heads),
        ),
        rows=tuple(_measures(name, counted) for name, counted in rows),
        totals=_measures(_("Total"), summed(counted for _name, counted in rows)),
        summary=summary,
    )


def _measures(name: str, counted: Hours) -> tuple[Cell, ...]:
    return (
        name,
        hours(counted.granted),
        hours(counted.planned),
        hours(counted.used),
        difference(counted.difference),
        hours(counted.absent),
        hours(counted.uncovered),
    )


def _year(values: HoursAccount) -> Iterator[Block]:
    if not values.year_kinds or values.year_end is None:
        return
    last = values.year_end - dt.timedelta(days=1)
    yield Heading(
        text=_("The year {year} through {date}").format(year=values.year, date=date_words(last))
    )
    heads = (_("Granted, whole year"), _("Granted to date"), _("Used to date"), _("Difference"))
    yield Table(
        columns=(
            Column(title=_("Kind"), is_row_header=True),
            *(Column(title=head, align=Align.END) for head in heads),
        ),
        rows=tuple(
            (
                _(one.kind.label),
                hours(one.granted_year),
                hours(one.granted),
                hours(one.used),
                difference(one.used - one.granted),
            )
            for one in values.year_kinds
        ),
        summary=_("Each kind of hours in the calendar year."),
    )


def _foresight(values: HoursAccount, found: Foresight) -> Iterator[Block]:
    yield Heading(text=_("The year {year} month by month").format(year=values.year))
    yield Text(text=found.ending)
    yield found.chart
    yield Table(
        columns=(
            Column(title=_("Month"), is_row_header=True),
            *(Column(title=head, align=Align.END) for head in found.heads),
        ),
        rows=found.figures,
        summary=_("The figures of the chart, in hours"),
    )
    if found.reasons:
        yield Bullets(items=found.reasons)


def _months_and_kinds(values: HoursAccount) -> Iterator[Block]:
    if len(values.months) < _SEVERAL:
        return
    yield Heading(text=_("Each month by kind"))
    rows = [
        (f"{month_label(month.part)}: {_(kind.label)}", counted)
        for month in values.months
        for kind, counted in month.kinds
        if counted
    ]
    yield _measures_table(_("Month and kind"), rows, _("The hours of each month and kind."))


def _helpers(values: HoursAccount) -> Iterator[Block]:
    if not values.helpers:
        return
    yield Heading(text=_("Hours by helper"))
    heads = (
        pgettext("hours", "Planned"),
        pgettext("hours", "Used"),
        pgettext("hours", "Absent"),
    )
    yield Table(
        columns=(
            Column(title=_("Helper"), is_row_header=True),
            *(Column(title=head, align=Align.END) for head in heads),
        ),
        rows=tuple(map(_helper, values.helpers)),
        totals=(
            _("Total"),
            hours(sum(one.planned for one in values.helpers)),
            hours(sum(one.used for one in values.helpers)),
            hours(sum(one.absent for one in values.helpers)),
        ),
        summary=_("The hours of each helper in the period."),
    )


def _helper(one: HelperHours) -> tuple[Cell, ...]:
    if not one.helper:
        return _("Shifts without a helper"), hours(one.planned), NONE, NONE
    return one.helper, hours(one.planned), hours(one.used), hours(one.absent)


def _grants(values: HoursAccount) -> Iterator[Block]:
    yield Heading(text=_("Grants in the period"))
    if not values.grants:
        yield Text(text=_("No grant is written for the period."))
        return
    yield Table(
        columns=(
            Column(title=_("Valid"), weight=3, is_row_header=True),
            Column(title=_("Decision"), weight=3),
            Column(title=_("Hours"), weight=4),
        ),
        rows=tuple(
            (_valid(grant), _decision(grant), tuple(amount_words(one) for one in grant.amounts))
            for grant in values.grants
        ),
        summary=_("Each grant with its decision and its hours."),
    )


def _valid(grant: GrantInForce) -> str:
    if grant.last is None:
        return _("from {date}").format(date=date_words(grant.first))
    return period_words(Period(grant.first, grant.last + dt.timedelta(days=1)))


def _decision(grant: GrantInForce) -> Cell:
    said = []
    if grant.decided:
        said.append(_("Decision of {date}").format(date=date_words(grant.decided)))
    if grant.reference:
        said.append(_("Reference {reference}").format(reference=grant.reference))
    return tuple(said) or NONE


def amount_words(amount: Amount) -> str:
    """``Basistimer: 24 timer pr. dag``; with its weekdays, and its helpers if more than one."""
    text = f"{_(amount.kind.label)}: {in_hours(amount.minutes)} {_(amount.per.label)}"
    if 0 < len(set(amount.weekdays)) < len(WEEK):
        text = f"{text}, {weekdays_words(amount.weekdays)}"
    if amount.helpers == 1:
        return text
    return ngettext("{text}, {n} helper", "{text}, {n} helpers", amount.helpers).format(text=text)


def method_lines(values: HoursAccount) -> Iterator[str]:
    """How the hours are counted, a sentence each."""
    yield _("Hours of help: hours in which a helper is with the citizen.")
    yield _("Staff meetings, MUS, training and courses stand apart.")
    yield _(
        "Granted: the hours of the decisions, day by day. A new grant counts from its first day."
    )
    yield _(
        "Planned: every shift that is not called off, as it was laid. Unfilled shifts count too."
    )
    yield _("Used: every shift that is marked as worked, as it was worked.")
    yield _("Difference: used less granted. Below zero, part of the grant is left.")
    yield _("Absent: planned time in which the helper was away. Others may have covered it.")
    yield _("Uncovered: time in which the grant or the roster needs a helper and there is none.")
    yield _("The time after a helper went home early is uncovered too.")
    yield _("Two helpers at the same time count twice. Availability hours count apart.")
    yield _("A night is split at midnight. In the roster a shift stands on the day it begins.")
    if any(grant.year_length is YearLength.WEEKS_52 for grant in values.grants):
        yield _("The grant counts a year as 52 weeks.")
    for day in values.clock_changes:
        yield _clock_change(day)
    yield _cut_off(values)


def _clock_change(day: dt.date) -> str:
    forward = _("{date} has 23 hours, because the clock goes forward.")
    back = _("{date} has 25 hours, because the clock goes back.")
    start, end = day_span(day)
    return (forward if end - start < MINUTES_PER_DAY else back).format(date=date_words(day))


def _cut_off(values: HoursAccount) -> str:
    made = date_words(values.made_on)
    if not values.months:
        return _("The figures were taken on {made}.").format(made=made)
    last = values.months[-1].part.last
    return _("The figures run through {last}. They were taken on {made}.").format(
        last=date_words(last), made=made
    )
