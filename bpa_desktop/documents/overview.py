"""The overview on one page: hours, leading the scheme, absence, and what explains differences."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from bpa_desktop.documents.absence_overview import kinds_table
from bpa_desktop.documents.hours_account import usage, usage_meter
from bpa_desktop.documents.model import Align, Column, Document, Heading, Table, Text
from bpa_desktop.documents.phrases import (
    NONE,
    counted,
    days_words,
    difference,
    footer,
    in_hours,
    joined,
    month_day,
    month_label,
    sentence,
)
from bpa_desktop.i18n import _, date_words, day_month, hours, language, ngettext, pgettext

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from bpa_desktop.documents.absence_overview import KindTotal
    from bpa_desktop.documents.hours_values import Hours, HoursAccount
    from bpa_desktop.documents.kept_points import KeptPoint
    from bpa_desktop.documents.model import Block, Cell

KEY: Final = "overview"
_NAMED_DATES: Final = 3
"""So many dates are named; more are only counted."""
_LINES_PER_MONTH: Final = 2
_LINES: Final = 5
"""So many explanations stand on the page: one for each month first, those of the most minutes."""
_SHORT: Final = 30
"""A deviation's own text stands here when it is no longer than so many letters."""


class Cause(Enum):
    """What makes used hours differ from granted ones."""

    UNFILLED = "unfilled"
    CHANGED = "changed"
    UNCONFIRMED = "unconfirmed"
    CLOCK = "clock"


@dataclass(frozen=True, kw_only=True)
class Explanation:
    """One reason for a month's difference: the days, and minutes with a sign.

    ``text`` is what the user wrote for this paper about a single changed shift.
    """

    cause: Cause
    days: tuple[dt.date, ...]
    minutes: int
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class Held:
    """Meetings or training of one kind: how many in the period, and the minutes they took.

    ``year`` minutes of ``year_granted`` are used since New Year. In the last twelve months
    ``people`` of ``of_people`` permanent helpers took part. ``coming`` is the next one's day, and
    ``planned`` is with how many helpers one is planned.
    """

    count: int = 0
    minutes: int = 0
    coming: dt.date | None = None
    year: int = 0
    year_granted: int = 0
    people: int = 0
    of_people: int = 0
    planned: int = 0


@dataclass(frozen=True, kw_only=True)
class Environment:
    """The day of the latest APV that is finished, that of the next, and how many actions wait."""

    made_on: dt.date | None = None
    next_on: dt.date | None = None
    open_actions: int = 0


@dataclass(frozen=True, kw_only=True)
class Unfilled:
    """Shifts of the period that nobody had: how many, their minutes and their days."""

    count: int = 0
    minutes: int = 0
    days: tuple[dt.date, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Leading:
    """What leading the scheme came to in the period.

    Of ``sick_shifts`` planned shifts with a sick helper, ``sick_filled`` were taken by another.
    """

    helpers: int
    substitutes: int
    started: tuple[dt.date, ...] = ()
    left: tuple[dt.date, ...] = ()
    sick_shifts: int = 0
    sick_filled: int = 0
    meetings: Held = Held()
    mus: Held = Held()
    training: Held = Held()
    unfilled: Unfilled = Unfilled()
    environment: Environment = Environment()


@dataclass(frozen=True, kw_only=True)
class Overview:
    """Everything on the page; ``explanations`` has an entry for each month of ``account``.

    ``leading`` is ``None`` before the period has begun. ``kept`` are the rules that
    were not kept; each stands with its reason in the roster as used, for which there is room.
    """

    account: HoursAccount
    explanations: tuple[tuple[Explanation, ...], ...]
    leading: Leading | None
    absences: tuple[KindTotal, ...]
    kept: tuple[KeptPoint, ...] = ()


def overview(values: Overview) -> Document:
    """The page as a document."""
    return Document(
        key=KEY,
        title=_("Overview on one page"),
        subtitle=usage(values.account),
        language=language(),
        footer_left=footer(values.account.case_number, _("Overview")),
        blocks=tuple(_blocks(values)),
        one_sheet=True,
    )


def _blocks(values: Overview) -> Iterator[Block]:
    account = values.account
    yield from usage_meter(account)
    if account.months:
        yield Heading(text=_("Hours of help, month by month"))
        yield _months(values)
    yield from _kept(values.kept)
    if values.leading:
        yield Heading(text=_("Leading the scheme"))
        yield _leading(values.leading)
    yield Heading(text=_("Absence"))
    if values.absences:
        yield kinds_table(values.absences, with_sum=False)
    else:
        yield Text(text=_("There was none."))


def _kept(points: Sequence[KeptPoint]) -> Iterator[Block]:
    if points:
        text = ngettext(
            "A rule was not kept {days}. Why stands in the roster as used.",
            "A rule was not kept {n} times: {days}. Why stands in the roster as used.",
            len(points),
        )
        yield Text(text=text.format(days=_days(sorted({one.day for one in points}))))


def _months(values: Overview) -> Table:
    account = values.account
    heads = (
        pgettext("hours", "Granted"),
        pgettext("hours", "Planned"),
        pgettext("hours", "Used"),
        pgettext("hours", "Difference"),
    )
    return Table(
        columns=(
            Column(title=_("Month"), weight=0, is_row_header=True),
            *(Column(title=head, align=Align.END, weight=0) for head in heads),
            Column(title=_("Explanation")),
        ),
        rows=tuple(
            _month(month_label(month.part), month.help, why)
            for month, why in zip(account.months, _weightiest(values), strict=True)
        ),
        totals=(*_month(_("Total"), account.help, ())[:-1], _rest(account)),
        summary=_("The hours of help of each month, with what explains the difference."),
    )


def _weightiest(values: Overview) -> Iterator[list[Explanation]]:
    """The explanations of each month that there is room for."""
    per_month = [
        sorted(why, key=lambda one: -abs(one.minutes))[:_LINES_PER_MONTH]
        for why in values.explanations
    ]
    first = [(place, one) for place, why in enumerate(per_month) for one in why[:1]]
    more = [(place, one) for place, why in enumerate(per_month) for one in why[1:]]
    for pairs in (first, more):
        pairs.sort(key=lambda pair: -abs(pair[1].minutes))
    shown = [*first, *more][:_LINES]
    for place in range(len(per_month)):
        yield [one for month, one in shown if month == place]


def _month(name: str, counted_hours: Hours, why: Sequence[Explanation]) -> tuple[Cell, ...]:
    return (
        name,
        hours(counted_hours.granted),
        hours(counted_hours.planned),
        hours(counted_hours.used),
        difference(counted_hours.difference),
        tuple(map(explained, why)) or "",
    )


def _rest(account: HoursAccount) -> str:
    if account.ahead_part is None:
        return ""
    days = days_words(account.ahead_part.first, account.ahead_part.last)
    return _("{days}: planned only").format(days=days)


def explained(one: Explanation) -> str:
    """``Ubesat 9. april: 8 timer``, ``Hospital 2. marts: −4 timer``, ``Sommertid: −1 time``."""
    if one.cause is Cause.UNFILLED:
        text = _("Unfilled {days}: {hours}")
        return text.format(days=_days(one.days), hours=in_hours(abs(one.minutes)))
    if one.cause is Cause.UNCONFIRMED:
        return _("Not confirmed: {hours}").format(hours=in_hours(abs(one.minutes)))
    if one.cause is Cause.CLOCK:
        text = (
            _("Summer time begins: {hours}") if one.minutes < 0 else _("Summer time ends: {hours}")
        )
        return text.format(hours=_signed(one.minutes))
    if one.text and len(one.text) <= _SHORT:
        return _("{what} {days}: {hours}").format(
            what=one.text.rstrip("."), days=_days(one.days), hours=_signed(one.minutes)
        )
    return _("Changed shift {days}: {hours}").format(
        days=_days(one.days), hours=_signed(one.minutes)
    )


def _signed(minutes: int) -> str:
    return f"+{in_hours(minutes)}" if minutes > 0 else in_hours(minutes)


def _days(days: Sequence[dt.date]) -> str:
    if len(days) > _NAMED_DATES:
        return ngettext("on {n} day", "on {n} days", len(days))
    named = (
        month_day(day) if (day.year, day.month) == (after.year, after.month) else day_month(day)
        for day, after in pairwise(days)
    )
    return joined([*named, day_month(days[-1])])


def _leading(leading: Leading) -> Table:
    return Table(
        columns=(
            Column(title=_("Task"), weight=0, is_row_header=True),
            Column(title=_("In the period"), weight=0),
            Column(title=_("This year and next time")),
        ),
        rows=(
            (_("Helpers"), _staff(leading), _changes(leading)),
            (_("Unfilled shifts"), *_unfilled(leading.unfilled)),
            (_("Substitute found at sickness"), *_substitutes(leading)),
            (_("Staff meetings"), _meetings(leading.meetings), _year(leading.meetings)),
            (_("Appraisal talks (MUS)"), _talks(leading.mus), _people(leading.mus)),
            (
                _("Training and courses"),
                _training(leading.training),
                _year(leading.training),
            ),
            (_("APV"), *_environment(leading.environment)),
        ),
        summary=_("What leading the scheme came to in the period."),
    )


def _staff(leading: Leading) -> str:
    return ngettext(
        "{total}, of which {n} substitute", "{total}, of which {n} substitutes", leading.substitutes
    ).format(total=leading.helpers)


def _changes(leading: Leading) -> str:
    began = ngettext("{count} began {days}.", "{count} began {days}.", len(leading.started))
    left = ngettext("{count} left {days}.", "{count} left {days}.", len(leading.left))
    said = [
        sentence(text.format(count=counted(len(days)), days=_days(days)))
        for text, days in ((began, leading.started), (left, leading.left))
        if days
    ]
    return " ".join(said) or _("The same helpers all through")


def _substitutes(leading: Leading) -> tuple[str, str]:
    if not leading.sick_shifts:
        return _("No shifts hit"), NONE
    missed = leading.sick_shifts - leading.sick_filled
    found = ngettext("{found} of {n} shift", "{found} of {n} shifts", leading.sick_shifts)
    rest = ngettext("{n} shift was not filled", "{n} shifts were not filled", missed)
    return found.format(found=leading.sick_filled), rest if missed else _("All were filled")


def _unfilled(unfilled: Unfilled) -> tuple[str, str]:
    if not unfilled.count:
        return _("None"), NONE
    text = ngettext("{n} shift, {hours}", "{n} shifts, {hours}", unfilled.count)
    return text.format(hours=in_hours(unfilled.minutes)), sentence(_days(unfilled.days))


def _environment(found: Environment) -> tuple[str, str]:
    """When it was made last and is made next, and what waits: never what was answered."""
    latest = (
        _("Latest {date}").format(date=date_words(found.made_on))
        if found.made_on
        else _("Not made yet")
    )
    said = (
        ngettext("{n} action is open.", "{n} actions are open.", found.open_actions)
        if found.open_actions
        else _("No actions are open.")
    )
    if found.next_on is None:
        return latest, said
    return latest, f"{said} {_('Next: {date}.').format(date=date_words(found.next_on))}"


def _training(held: Held) -> str:
    return in_hours(held.minutes) if held.count else _("None")


def _meetings(held: Held) -> str:
    if not held.count:
        return _("None")
    text = ngettext("{n} meeting, {hours}", "{n} meetings, {hours}", held.count)
    return text.format(hours=in_hours(held.minutes))


def _talks(held: Held) -> str:
    if not held.count:
        return _("None")
    text = ngettext("{n} talk, {hours}", "{n} talks, {hours}", held.count)
    return text.format(hours=in_hours(held.minutes))


def _year(held: Held) -> str:
    said = []
    if held.year_granted:
        text = _("This year: {used} of {granted} hours.")
        said.append(text.format(used=hours(held.year), granted=hours(held.year_granted)))
    return _with_next(said, held)


def _people(held: Held) -> str:
    said = []
    if held.of_people:
        text = _("In twelve months: {people} of {all} permanent.")
        said.append(text.format(people=held.people, all=held.of_people))
    if held.planned:
        said.append(ngettext("{n} talk is planned.", "{n} talks are planned.", held.planned))
    return _with_next(said, held)


def _with_next(said: list[str], held: Held) -> str:
    if held.coming:
        said.append(_("Next: {date}.").format(date=day_month(held.coming)))
    return " ".join(said) or NONE
