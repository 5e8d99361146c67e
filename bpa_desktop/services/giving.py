"""Everything about a stretch of the roster that can be handed out, as files ready to be written."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.documents import month_sheet, own_plan, planned_and_used, week_sheet
from bpa_desktop.documents.calendar_feed import calendar_file
from bpa_desktop.documents.choices import Names
from bpa_desktop.documents.model import as_bundle
from bpa_desktop.documents.pdf import render
from bpa_desktop.documents.workbook import roster_csv, roster_xlsx
from bpa_desktop.domain.clock import monday
from bpa_desktop.domain.period import Period, months_before
from bpa_desktop.i18n import language, pgettext, speaking
from bpa_desktop.services.feeds import NOTHING_TOLD, feed_for_all, helper_feed
from bpa_desktop.services.file_names import helper_word
from bpa_desktop.services.file_writing import write_all
from bpa_desktop.services.paper_scope import scope
from bpa_desktop.services.plan_papers import own_plan_values, plan_days, planned_and_used_values
from bpa_desktop.services.roster_rows import roster_sheet

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bpa_desktop.documents.model import Bundle, Document
    from bpa_desktop.documents.workbook import RosterSheet
    from bpa_desktop.domain.people import Helper
    from bpa_desktop.services.feeds import Told
    from bpa_desktop.services.session import Session

_WEEK: Final = dt.timedelta(weeks=1)


@dataclass(frozen=True)
class HandOut:
    """A file that is made by ``make`` alone, so that it may be made on a thread.

    ``bundle`` is the paper itself, where it is one that can be looked at first.
    """

    file_name: str
    make: Callable[[], bytes]
    bundle: Bundle | None = None


class Giving(NamedTuple):
    """What is handed out: the days, how helpers stand, and what calendar titles tell.

    No helper is named in the name of a file or in its properties.
    """

    session: Session
    period: Period
    names: Names = Names.FULL
    told: Told = NOTHING_TOLD

    @property
    def weeks(self) -> Period:
        """The whole weeks that the period touches."""
        return Period(monday(self.period.first), monday(self.period.last) + _WEEK)

    @property
    def is_one_week(self) -> bool:
        """Whether the period lies in one week."""
        return self.weeks.end - self.weeks.first == _WEEK

    @property
    def month(self) -> Period:
        """The month in which the middle of the period lies."""
        first, last = self.period.first, self.period.last
        begin = (first + (last - first) / 2).replace(day=1)
        return Period(begin, months_before(begin, -1))

    def week(self) -> HandOut:
        """A sheet for the wall for each week."""
        days = plan_days(scope(self.session, self.names), self.weeks)
        return _paper(self._name(_roster(), self.weeks), week_sheet.week_sheets(days))

    def month_plan(self) -> HandOut:
        """The month on one sheet across."""
        days = plan_days(scope(self.session, self.names), self.month)
        sheets = month_sheet.month_sheets(self.month, days)
        return _paper(self._name(_roster(), self.month), sheets)

    def planned_and_used(self) -> HandOut:
        """Each shift as planned beside what it became."""
        values = planned_and_used_values(scope(self.session, self.names), self.period)
        name = self._name(pgettext("file name", "Planned-and-used"), self.period)
        return _paper(name, planned_and_used.planned_and_used(values))

    def own_plan(self, helper: Helper) -> HandOut:
        """The helper's own shifts in the period."""
        values = own_plan_values(self.session, helper, self.period)
        name = self._name(_roster(), self.period, helper)
        return _paper(name, own_plan.own_plan(values))

    def calendar(self, helper: Helper | None = None) -> HandOut:
        """The helper's own calendar, or everybody's, from the first day of the period on."""
        first = self.period.first
        if helper is None:
            feed = feed_for_all(self.session, first, self.told, self.names)
        else:
            feed = helper_feed(self.session, helper, first, self.told)
        word = pgettext("file name", "Calendar")
        name = "_".join([first.isoformat(), word, *self._whose(helper)])
        return HandOut(f"{name}.ics", partial(calendar_file, feed))

    def csv(self) -> HandOut:
        """The shifts of the period as text."""
        return self._rows(".csv", roster_csv)

    def xlsx(self) -> HandOut:
        """The shifts of the period and the sums of each helper as a spreadsheet."""
        return self._rows(".xlsx", roster_xlsx)

    def _rows(self, ending: str, write: Callable[[RosterSheet], bytes]) -> HandOut:
        sheet = roster_sheet(scope(self.session, self.names), self.period)
        name = self._name(pgettext("file name", "Shifts"), self.period)
        return HandOut(name + ending, partial(_spoken, language(), write, sheet))

    def _name(self, word: str, period: Period, helper: Helper | None = None) -> str:
        whose = self._whose(helper) if helper is not None else []
        return "_".join([_when(period), word, *whose])

    def _whose(self, helper: Helper | None) -> list[str]:
        if helper is None:
            return [pgettext("file name", "everybody")]
        return [helper_word(self.session, helper.id)]


def _roster() -> str:
    return pgettext("file name", "Roster")


def _when(period: Period) -> str:
    """``2026-uge-12``, ``2026-03``, or the first and the last day."""
    if period.is_whole_month:
        return f"{period.first:%Y-%m}"
    if period.first == monday(period.first) and period.end - period.first == _WEEK:
        year, week, _day = period.first.isocalendar()
        return pgettext("file name", "{year}-week-{week}").format(year=year, week=f"{week:02}")
    return f"{period.first.isoformat()}_{period.last.isoformat()}"


def _paper(name: str, paper: Bundle | Document) -> HandOut:
    bundle = as_bundle(paper)
    return HandOut(f"{name}.pdf", partial(render, bundle), bundle)


def _spoken(code: str, write: Callable[[RosterSheet], bytes], sheet: RosterSheet) -> bytes:
    with speaking(code):
        return write(sheet)


def write_out(hand_out: HandOut, folder: Path) -> Path:
    """Make the file and write it into ``folder``, in place of an earlier one of the same name.

    Raises ``FolderUnwritable`` or ``NoRoom``; no file is made then.
    """
    (path,) = write_all({hand_out.file_name: hand_out.make()}, folder)
    return path
