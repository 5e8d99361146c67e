"""The fourteen weeks before there is less help: the earliest day, and when helpers are told.

It is disputed whether the weeks are counted from the day of the decision or from the day on which
it was received. Both are worked out: the later is the earliest day of less help. What the citizen
must do goes by the earlier, which is safe: to complain, and to give notice in time.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from bpa_desktop.domain.rates import RuleBook

RULE: Final = "bpa-notice-14-weeks"
_ONE_DAY: Final = dt.timedelta(days=1)


class Counted(NamedTuple):
    """The days counted from one ``start``.

    ``complain_by`` is the last day on which a complaint is in time, ``reassessed_by`` and
    ``decided_by`` are when the municipality and the Board of Appeal must have answered one that
    came on the last day. ``effect_on`` is the first day on which there can be less help.
    """

    start: dt.date
    complain_by: dt.date
    reassessed_by: dt.date
    decided_by: dt.date
    effect_on: dt.date


class NoticeScheme(NamedTuple):
    """Both ways to count; ``source`` is the text behind the number of weeks."""

    from_decision: Counted
    from_receipt: Counted
    source: str

    @property
    def effect_on(self) -> dt.date:
        """The earliest day of less help: the later of the two."""
        return max(self.from_decision.effect_on, self.from_receipt.effect_on)

    @property
    def complain_by(self) -> dt.date:
        """The last day to complain that is safe: the earlier of the two."""
        return min(self.from_decision.complain_by, self.from_receipt.complain_by)

    @property
    def last_day(self) -> dt.date:
        """The last day on which help as it was is sure by both: the day before the earlier end.

        An employment that ends with it is never without help to pay it from.
        """
        return min(self.from_decision.effect_on, self.from_receipt.effect_on) - _ONE_DAY

    def tell_by(self, notice: dt.timedelta, *, complained: bool) -> dt.date:
        """The day on which a helper with that notice is told that the employment ends.

        Without a complaint the notice is given early enough to end before the weeks do, by either
        way to count. With a complaint the help goes on as it was, and nothing is changed before
        the weeks have ended by both. Source: DUKH, 13 August 2018.
        """
        return self.effect_on if complained else self.last_day - notice

    def ends_on(self, notice: dt.timedelta, *, complained: bool) -> dt.date:
        """The last day of an employment with that notice that is ended as `tell_by` says."""
        return self.tell_by(notice, complained=complained) + notice


def notice_scheme(
    decided_on: dt.date,
    received_on: dt.date | None,
    book: RuleBook,
    own: dt.timedelta | None = None,
) -> NoticeScheme | None:
    """The days for a decision; ``None`` where no such rule held on the day of the decision.

    A decision that is not known to be received counts as received on its own day. ``own`` is how
    long help goes on where the municipality or the decision itself says it.
    Source: ``bpa-notice-14-weeks``, see the row.
    """
    rule = book.find(RULE, decided_on)
    if rule is None:
        return None
    starts = (decided_on, received_on or decided_on)
    first, second = (_counted(start, decided_on, book, own) for start in starts)
    return NoticeScheme(first, second, rule.source)


def _counted(
    start: dt.date, decided_on: dt.date, book: RuleBook, own: dt.timedelta | None
) -> Counted:
    def weeks(name: str) -> dt.timedelta:
        return dt.timedelta(weeks=book.whole(RULE, name, decided_on))

    complain_by = start + weeks("complaint_weeks")
    reassessed_by = complain_by + weeks("municipality_weeks")
    return Counted(
        start=start,
        complain_by=complain_by,
        reassessed_by=reassessed_by,
        decided_by=reassessed_by + weeks("board_weeks"),
        effect_on=start + (own or weeks("weeks")),
    )
