"""What stands in the calendars that are handed out, and what is taken out of them again."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bpa_desktop.documents.calendar_feed import Feed, FeedEvent
from bpa_desktop.documents.choices import Names
from bpa_desktop.documents.phrases import shift_span
from bpa_desktop.documents.roster_used import KIND_WORDS
from bpa_desktop.domain.clock import wall
from bpa_desktop.domain.roster import Shift, ShiftState
from bpa_desktop.i18n import _, pgettext
from bpa_desktop.services.paper_scope import scope
from bpa_desktop.services.plan_papers import begins
from bpa_desktop.services.reading import shifts_from

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from bpa_desktop.domain.kinds import HourKind
    from bpa_desktop.domain.people import Helper
    from bpa_desktop.services.naming import Naming
    from bpa_desktop.services.session import Session


@dataclass(frozen=True, kw_only=True)
class Told:
    """What the titles of the events tell beside the times; nothing unless it is chosen."""

    citizen: bool = False
    kind: bool = False


NOTHING_TOLD: Final = Told()


def helper_feed(
    session: Session, helper: Helper, first: dt.date, told: Told = NOTHING_TOLD
) -> Feed:
    """The shifts of ``helper`` that end on ``first`` or later.

    What was theirs at any time and is not any more comes as called off.
    """
    own = _Shown(session, first, told, helper.id)
    return Feed(name=_("Shifts"), made_at=_now(), events=tuple(own.events()))


def feed_for_all(
    session: Session, first: dt.date, told: Told = NOTHING_TOLD, names: Names = Names.FULL
) -> Feed:
    """Everybody's shifts and the unfilled ones that end on ``first`` or later.

    ``names`` is how helpers stand in the titles.
    """
    shown = _Shown(session, first, told, None, names)
    return Feed(name=_("Roster"), made_at=_now(), events=tuple(shown.events()))


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


class _Shown:
    """Which shifts a calendar shows, and how; ``helper`` is None for everybody's."""

    def __init__(
        self,
        session: Session,
        first: dt.date,
        told: Told,
        helper: str | None,
        names: Names = Names.FULL,
    ) -> None:
        self._session = session
        self._first = first
        self._told = told
        self._helper = helper
        self._naming: Naming = scope(session, names).naming
        scheme = session.scheme()
        self._citizen = scheme.citizen_name if scheme and told.citizen else ""

    def events(self) -> Iterator[FeedEvent]:
        """What takes place, then what does not take place any more, each in order."""
        past = dict(self._known_before())
        known = self._session.records.with_ids(Shift, past)
        ahead = shifts_from(self._session, self._first)
        now = {one.id: one for one in (*known, *ahead) if self._is_shown(one)}
        for shift in sorted(now.values(), key=lambda one: (one.actual, one.id)):
            yield self._event(shift)
        gone = [past[key] for key in past.keys() - now.keys()]
        yield from sorted(gone, key=lambda one: (one.start, one.key))

    def _is_shown(self, shift: Shift) -> bool:
        if shift.state is ShiftState.CANCELLED:
            return False
        return self._helper in {None, shift.helper}

    def _event(self, shift: Shift) -> FeedEvent:
        start, end = begins(shift), wall(shift.actual[1])
        title = self._title(start, end, shift.helper, shift.kind)
        return FeedEvent(key=shift.id, start=start, end=end, title=title)

    def _known_before(self) -> Iterable[tuple[str, FeedEvent]]:
        """The newest state of each shift in which an earlier calendar could have shown it."""
        states = self._session.records.journal.past_states(
            Shift.type_name, "planned_end", self._first.isoformat()
        )
        for key, state in states:
            if state.get("state") == ShiftState.CANCELLED.value:
                continue
            if self._helper in {None, state.get("helper")}:
                yield key, self._called_off(key, state)

    def _called_off(self, key: str, state: Mapping[str, str]) -> FeedEvent:
        """Only the times are told: whoever had the shift may be gone from the file."""
        start, end = (
            dt.datetime.fromisoformat(state[f"planned_{edge}"]) for edge in ("start", "end")
        )
        title = _("Called off: {times}").format(times=shift_span(start, end))
        return FeedEvent(key=key, start=start, end=end, title=title, is_off=True)

    def _title(
        self, start: dt.datetime, end: dt.datetime, helper: str | None, kind: HourKind
    ) -> str:
        """``Vagt 07–15``, for everybody ``Anna 07–15``; more only when it was chosen."""
        who = _("Shift")
        if self._helper is None:
            who = self._naming.short(helper) or pgettext("calendar", "Unfilled")
        title = f"{who} {shift_span(start, end)}"
        if self._told.kind and kind in KIND_WORDS:
            title = f"{title} {_(KIND_WORDS[kind])}"
        if self._citizen:
            title = _("{shift} at {citizen}").format(shift=title, citizen=self._citizen)
        return title
