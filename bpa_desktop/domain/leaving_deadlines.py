"""What is due because somebody leaves: papers, the statement, keys, and at last the deletion."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.deadlines import Due, DueCode
from bpa_desktop.domain.period import months_before

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bpa_desktop.domain.key_receipt import KeyReceipt
    from bpa_desktop.domain.leaving import Leaving
    from bpa_desktop.domain.people import Helper
    from bpa_desktop.domain.rates import RuleBook

FILE_RULE: Final = "gdpr-helper-file"
AHEAD: Final = dt.timedelta(days=30)
"""So long before its day a deletion is told of."""
_MONTHS_PER_YEAR: Final = 12


class Left(NamedTuple):
    """A helper with the newest of their leavings, and what was handed to them."""

    helper: Helper
    leaving: Leaving
    receipts: tuple[KeyReceipt, ...]


def leaving_dues(left: Iterable[Left], book: RuleBook, today: dt.date) -> Iterator[Due]:
    """Yield what is due for each who leaves and whose last day is known.

    What is late stays due today until it is done.
    """
    for one in left:
        if one.leaving.last_day is not None and one.helper.erased_on is None:
            yield from _of(one, one.leaving.last_day, book, today)


def _of(one: Left, last: dt.date, book: RuleBook, today: dt.date) -> Iterator[Due]:
    record = ("leaving", one.leaving.id)
    values = {"who": one.helper.first_name, "helper": one.helper.id, "last": last}
    on = max(last, today)
    if one.leaving.papers_given_on is None:
        yield Due(DueCode.LAST_PAPERS, on, record, values)
    if one.leaving.statement_given_on is None:
        yield Due(DueCode.STATEMENT, on, record, values)
    out = [each for each in one.receipts if each.returned_on is None]
    if out:
        what = ", ".join(each.what for each in out)
        yield Due(DueCode.KEY_BACK, on, record, {**values, "what": what})
    yield from _deletion(one, last, book, today, values)


def _deletion(
    one: Left, last: dt.date, book: RuleBook, today: dt.date, values: dict[str, object]
) -> Iterator[Due]:
    """Only once it is near, and not for somebody who was employed again.

    Source: ``gdpr-helper-file``, see the row: a practice, not a duty.
    """
    rule = book.find(FILE_RULE, last)
    is_back = any(period.end > last for period in one.helper.employments)
    if rule is None or is_back:
        return
    years = book.whole(FILE_RULE, "years", last)
    may_go = months_before(last, -years * _MONTHS_PER_YEAR) + dt.timedelta(days=1)
    if may_go <= today + AHEAD:
        found = {**values, "years": years}
        yield Due(DueCode.DELETE_FILE, max(may_go, today), None, found, rule.source)
