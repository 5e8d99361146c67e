"""How nights, weekends, public holidays and hours are shared between the helpers."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

from bpa_desktop.domain.clock import day_of, day_start
from bpa_desktop.domain.fairness import loads
from bpa_desktop.domain.people import Position
from bpa_desktop.domain.stints import CANCELLED
from bpa_desktop.i18n import _
from bpa_desktop.services.reading import absences, helper_signs, helpers, stints
from bpa_desktop.services.rulebook import rulebook
from bpa_desktop.services.year import whole

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bpa_desktop.domain.fairness import Load
    from bpa_desktop.domain.people import Helper
    from bpa_desktop.services.reading import Sign
    from bpa_desktop.services.session import Session


class Share(NamedTuple):
    """One helper and what they have."""

    helper: Helper
    sign: Sign
    load: Load


class Fairness(NamedTuple):
    """The shares from ``first`` to before ``end``, in the order in which the roster shows them."""

    first: dt.date
    end: dt.date
    shares: tuple[Share, ...]

    def sentence(self) -> str:
        """Who has most and who fewest nights, in one sentence; of weekends when there are none."""
        if any(share.load.nights for share in self.shares):
            return self._most_and_fewest(
                lambda load: load.nights,
                _("{most} has most nights: {high}; {fewest} fewest: {low}."),
                _("{most} has most nights: {high}; several have fewest: {low}."),
                _("The nights are shared evenly: {high} each."),
            )
        if any(share.load.weekends for share in self.shares):
            return self._most_and_fewest(
                lambda load: load.weekends,
                _("{most} has most weekend shifts: {high}; {fewest} fewest: {low}."),
                _("{most} has most weekend shifts: {high}; several have fewest: {low}."),
                _("The weekend shifts are shared evenly: {high} each."),
            )
        return _("There are no nights and no weekend shifts.")

    def _most_and_fewest(
        self, count: Callable[[Load], int], one: str, several: str, evenly: str
    ) -> str:
        """Substitutes are compared only where there are not two with a fixed place."""
        fixed = [each for each in self.shares if each.helper.position is not Position.SUBSTITUTE]
        compared = fixed if len(fixed) > 1 else list(self.shares)
        ordered = sorted(compared, key=lambda each: count(each.load))
        # Of those with equally many the first in the roster is named.
        most = max(compared, key=lambda each: count(each.load))
        low, next_low, high = (count(ordered[at].load) for at in (0, min(1, len(ordered) - 1), -1))
        text = evenly if low == high else several if low == next_low else one
        return text.format(
            most=most.helper.first_name, high=high, fewest=ordered[0].helper.first_name, low=low
        )


def fairness(session: Session, first: dt.date, end: dt.date) -> Fairness:
    """What each helper has from ``first`` to before ``end``, worked and planned."""
    people = helpers(session)
    found = loads(
        people,
        stints(session, first, end),
        absences(session, first, end),
        (first, end),
        rulebook(),
    )
    by_id = {load.helper: load for load in found}
    signs = helper_signs(session)
    shares = tuple(
        Share(helper, signs[helper.id], by_id[helper.id]) for helper in people if helper.id in by_id
    )
    return Fairness(first, end, shares)


def year_of(session: Session, first: dt.date) -> tuple[dt.date, dt.date]:
    """The calendar year of ``first`` as far as it is planned, and at least through today.

    Hours agreed for months that nobody has planned yet would make everybody look far under.
    """
    begin, end = dt.date(first.year, 1, 1), dt.date(first.year + 1, 1, 1)
    starts = (one[5] for one in stints(session, begin, end) if one[4] != CANCELLED)
    last = day_of(max(starts, default=day_start(begin)))
    today = session.today if begin <= session.today < end else begin
    return begin, min(max(last, today) + dt.timedelta(days=1), end)


def agreed_text(load: Load) -> str:
    """``▼ 3 h under`` what is agreed in whole hours, or as agreed, or that nothing is.

    It is the difference of the whole hours that stand beside it, so that they add up.
    """
    if load.difference is None:
        return _("No hours agreed")
    difference = load.in_whole_hours.difference or 0
    if not difference:
        return _("As agreed")
    text = _("▼ {hours} h under") if difference < 0 else _("▲ {hours} h over")
    return text.format(hours=whole(abs(difference)))


def agreed_hours(load: Load) -> Sequence[str]:
    """What is agreed for the days, in words and whole hours; nothing where nothing is."""
    found = []
    if load.agreed is not None:
        found.append(_("agreed {hours} h").format(hours=whole(load.agreed)))
    if load.least is not None:
        found.append(_("at least {hours} h").format(hours=whole(load.least)))
    if load.most is not None:
        found.append(_("at most {hours} h").format(hours=whole(load.most)))
    return found
