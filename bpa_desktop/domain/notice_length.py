"""How long a helper's notice is where a text says it plainly, and when it must be given then."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.period import months_before

if TYPE_CHECKING:
    from bpa_desktop.domain.notice_scheme import NoticeScheme

_DAYS_PER_WEEK: Final = 7
_NUMBERS: Final = {
    word: number
    for number, words in enumerate(
        ("en et one a", "to two", "tre three", "fire four", "fem five", "seks six"), start=1
    )
    for word in words.split()
}
_PLAIN: Final = re.compile(
    r"(?:højst |op til |at most |up to )?"
    rf"(?P<number>\d{{1,3}}|{'|'.join(_NUMBERS)})"
    r" ?(?P<unit>dages?|days?|ugers?|uges?|weeks?|måneds?|måneders?|mdr\.?|months?)'?"
    r"(?: (?:opsigelses)?varsel| notice)?\.?"
)


class NoticeLength(NamedTuple):
    """Days, or whole months."""

    days: int = 0
    months: int = 0

    def before(self, last: dt.date) -> dt.date:
        """The latest day to give a notice that ends with ``last``."""
        return months_before(last, self.months) - dt.timedelta(days=self.days)


def read_notice(text: str) -> NoticeLength | None:
    """The notice when ``text`` is nothing but its length, such as "30 dage" or "en måned".

    Anything more, such as "to the end of a month", is not counted: ``None``.
    """
    found = _PLAIN.fullmatch(" ".join(text.casefold().split()))
    if found is None:
        return None
    number = found["number"]
    count = int(number) if number.isdecimal() else _NUMBERS[number]
    unit = found["unit"]
    if unit.startswith(("m",)):
        return NoticeLength(months=count)
    return NoticeLength(days=count * (_DAYS_PER_WEEK if unit[0] in "uw" else 1))


def tell_on(weeks: NoticeScheme, notice: NoticeLength, *, complained: bool) -> dt.date:
    """The day on which a helper with that notice is told, see `NoticeScheme.tell_by`."""
    return weeks.effect_on if complained else notice.before(weeks.last_day)
