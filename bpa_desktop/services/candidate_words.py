"""Why somebody could take a shift or could not, in a few words each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.clock import wall
from bpa_desktop.domain.findings import Code
from bpa_desktop.domain.people import Fit
from bpa_desktop.domain.stints import actual
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, day_month, hours, money, ngettext, span
from bpa_desktop.services.time_words import length_words

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Sequence

    from bpa_desktop.domain.findings import Finding
    from bpa_desktop.domain.ranking import Standing
    from bpa_desktop.domain.stints import Stint

_REASONS: Final = {
    Code.OUTSIDE_EMPLOYMENT: N_("is not employed that day"),
    Code.DURING_ABSENCE: N_("is away"),
    Code.DOUBLE_BOOKING: N_("has a shift"),
    Code.UNDER_AGE: N_("is too young"),
    Code.WEEKLY_DAY_OFF: N_("has no weekly day off"),
    Code.AVERAGE_WEEK: N_("has too many hours on average"),
    Code.RELATIVE_WEEK: N_("has too many hours in the week"),
    Code.DAY_SHIFT_REST: N_("rests too little in the 24-hour shift"),
    Code.REST_BEFORE_DAY_SHIFT: N_("rests too little before a 24-hour shift"),
    Code.REST_AFTER_DAY_SHIFT: N_("rests too little after a 24-hour shift"),
    Code.NEVER_AVAILABLE: N_("can never then"),
    Code.OVER_MOST_HOURS: N_("too many hours"),
}
"""In the order in which they are told: what makes it impossible comes first."""
_HALF_HOUR: Final = 30
_ANOTHER: Final = N_("against a rule")
_FREE: Final = {
    Fit.GLADLY: N_("free, gladly"),
    Fit.RATHER_NOT: N_("free, rather not"),
}


def in_short(standing: Standing, against: Sequence[Finding], declined: str) -> str:
    """What is told on a button: a no, else the worst that speaks against it, else how it fits."""
    if declined:
        return declined
    if against:
        return _reason(min(against, key=_weight))
    return _(_FREE[standing.fit]) if standing.fit in _FREE else _("free")


def declined_words(day: dt.date | None, today: dt.date) -> str:
    """``sagde nej i dag``, ``sagde nej 14. marts``; empty without a no."""
    if day is None:
        return ""
    if day == today:
        return _("said no today")
    return _("said no {date}").format(date=day_month(day))


def _weight(finding: Finding) -> int:
    """The place in the telling; a rule without words of its own stands before what is agreed."""
    order = list(_REASONS)
    if finding.code in order:
        return 2 * order.index(finding.code)
    return 2 * order.index(Code.NEVER_AVAILABLE) - 1


def _reason(finding: Finding) -> str:
    if finding.code in {Code.DAILY_REST, Code.SHORTENED_REST}:
        longest = int(str(finding.values["longest"]))
        return _("only {hours} hours of rest").format(hours=hours(longest))
    return _(_REASONS.get(finding.code, _ANOTHER))


def all_reasons(
    standing: Standing, against: Sequence[Finding], declined: str, own: Iterable[Stint]
) -> tuple[str, ...]:
    """Everything that the order went by, the weightiest first."""
    rows = {row[0]: row for row in own}
    found = [declined] if declined else []
    found += dict.fromkeys(_detailed(one, rows) for one in sorted(against, key=_weight))
    if not against and not declined:
        found.append(in_short(standing, (), ""))
    if not standing.is_permanent:
        found.append(_("substitute"))
    if standing.over > 0:
        text = _("{length} over the agreement that week")
        found.append(text.format(length=length_words(_about(standing.over))))
    if standing.cost is not None:
        found.append(_("costs {amount}").format(amount=money(standing.cost)))
    return (*found, *_before(standing))


def _about(minutes: int) -> int:
    """To the nearest half hour: what was agreed for a week with a day off is no round number."""
    return max(_HALF_HOUR, (minutes + _HALF_HOUR // 2) // _HALF_HOUR * _HALF_HOUR)


def _detailed(finding: Finding, rows: dict[str, Stint]) -> str:
    """The reason, and for a shift they have from when to when."""
    if finding.code is Code.DOUBLE_BOOKING:
        taken = next((rows[key] for _kind, key in finding.records if key in rows), None)
        if taken is not None:
            start, end = map(wall, actual(taken))
            return _("has a shift {times}").format(times=span(start, end))
    return _reason(finding)


def _before(standing: Standing) -> Iterator[str]:
    """What is known from before: whether they know the tasks, and how they answered."""
    if standing.shifts:
        yield ngettext("{n} shift here", "{n} shifts here", standing.shifts)
    else:
        yield _("new here")
    asked = standing.yes + standing.no
    if asked:
        yield ngettext(
            "has said yes {yes} of {n} time", "has said yes {yes} of {n} times", asked
        ).format(yes=standing.yes)
