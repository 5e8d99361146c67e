"""Shifts: who is planned when, and what came of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from bpa_desktop.domain.clock import WallTime, instant, plain_instant, shown
from bpa_desktop.domain.kinds import HourKind
from bpa_desktop.domain.record import Choice, Problem, Record, Sensitivity, Value, about, record
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bpa_desktop.domain.clock import Span


class ShiftState(Choice):
    """How far a shift has come."""

    PLANNED = "planned", N_("Planned")
    WORKED = "worked", N_("Worked")
    CANCELLED = "cancelled", N_("Cancelled")


@record
class RestPeriod(Value):
    """A stretch inside a shift in which the helper rests; the end does not belong to it."""

    start: dt.datetime = about(N_("Rest from"))
    end: dt.datetime = about(N_("Rest to"))

    @property
    def span(self) -> Span:
        """The stretch in instants."""
        return instant(self.start), instant(self.end)

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with the stretch on its own."""
        for name in ("start", "end"):
            yield from clock_problems(name, getattr(self, name))
        if self.span[1] <= self.span[0]:
            yield Problem(field="end", reason=N_("The end is not after the start."))


@record
class RolledOut(Value):
    """How a roster pattern made a shift, so that a later change of it can be told apart.

    ``pattern`` and ``helper`` are ids; an empty ``helper`` means unfilled. What they name may be
    gone: this says how it was. Without a ``pattern`` it is a copy that its helper could not take.
    """

    pattern: str = about(N_("Roster pattern"))
    start: dt.datetime = about(N_("Planned start"))
    end: dt.datetime = about(N_("Planned end"))
    helper: str = about(N_("Helper"), default="")
    kind: HourKind = about(N_("Kind"), default=HourKind.BASIS)


@record
class Shift(Record):
    """A stretch of work in the roster; without a helper it is unfilled.

    Times are Danish wall-clock times; the end does not belong to the shift. A cancelled shift
    counts nowhere. A worked shift without own worked times was worked as planned.
    """

    type_name: ClassVar[str] = "shift"

    planned_start: dt.datetime = about(N_("Planned start"))
    planned_end: dt.datetime = about(N_("Planned end"))
    worked_start: dt.datetime | None = about(N_("Worked from"), default=None)
    worked_end: dt.datetime | None = about(N_("Worked to"), default=None)
    helper: str | None = about(
        N_("Helper"), default=None, refers_to="helper", help=N_("Empty: the shift is unfilled.")
    )
    stands_in_for: str | None = about(
        N_("In place of"),
        default=None,
        refers_to="helper",
        help=N_("The helper who was planned and could not come."),
    )
    kind: HourKind = about(N_("Kind"), default=HourKind.BASIS)
    state: ShiftState = about(N_("State"), default=ShiftState.PLANNED)
    deviation: str = about(
        N_("Reason for a deviation"),
        default="",
        sensitivity=Sensitivity.PERSONAL,
        long=True,
        help=N_("Stands in the roster as used. Never write why somebody is ill."),
    )
    note: str = about(
        N_("Note"),
        default="",
        sensitivity=Sensitivity.PERSONAL,
        long=True,
        help=N_("Only for you. It is not part of any document."),
    )
    rests: tuple[RestPeriod, ...] = about(N_("Rest periods inside the shift"), default=())
    overtime_minutes: int = about(
        N_("Of it overtime"),
        default=0,
        in_hours=True,
        help=N_("Hours of the shift that have a supplement for overtime."),
    )
    rolled_out: tuple[RolledOut, ...] = about(N_("Rolled out"), default=(), inner=True)

    @property
    def planned(self) -> Span:
        """The planned stretch in instants."""
        return instant(self.planned_start), instant(self.planned_end)

    @property
    def used(self) -> tuple[dt.datetime, dt.datetime]:
        """Start and end as worked; as planned when no worked times are written."""
        return self.worked_start or self.planned_start, self.worked_end or self.planned_end

    @property
    def actual(self) -> Span:
        """The stretch that counts, in instants: as worked once worked, else as planned."""
        start, end = (
            self.used if self.state is ShiftState.WORKED else (self.planned_start, self.planned_end)
        )
        return instant(start), instant(end)

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with the shift on its own."""
        start, end = plain_instant(self.planned_start), plain_instant(self.planned_end)
        is_written = self.worked_start is not None or self.worked_end is not None
        if start is None or end is None or is_written:
            yield from self._clock_problems()
            start, end = self.planned
        if end <= start:
            yield Problem(field="planned_end", reason=N_("The end is not after the start."))
        if is_written and instant(self.used[1]) <= instant(self.used[0]):
            yield Problem(field="worked_end", reason=N_("The end is not after the start."))
        if self.state is ShiftState.WORKED and self.helper is None:
            yield Problem(field="helper", reason=N_("A worked shift needs a helper."))
        if self.rests:
            yield from self._rest_problems()

    def _clock_problems(self) -> Iterator[Problem]:
        for name in ("planned_start", "planned_end", "worked_start", "worked_end"):
            time = getattr(self, name)
            if time is not None and shown(time) is not WallTime.ONCE:
                yield from clock_problems(name, time)

    def _rest_problems(self) -> Iterator[Problem]:
        start, end = self.actual
        free_from = start
        for at, rest in sorted(enumerate(self.rests), key=lambda one: one[1].span):
            if rest.span[0] < start or rest.span[1] > end:
                yield Problem(
                    field=f"rests[{at}].start", reason=N_("The rest lies outside the shift.")
                )
            elif rest.span[0] < free_from:
                yield Problem(
                    field=f"rests[{at}].start", reason=N_("Two rests lie over each other.")
                )
            free_from = max(free_from, rest.span[1])


def unfilled_copy(copy: Shift) -> Shift:
    """``copy`` without the helper who cannot take it; it remembers who that was."""
    wanted = RolledOut(
        pattern="",
        start=copy.planned_start,
        end=copy.planned_end,
        helper=copy.helper or "",
        kind=copy.kind,
    )
    return replace(copy, helper=None, rolled_out=(wanted,))


def clock_problems(field: str, time: dt.datetime | None) -> Iterator[Problem]:
    """Yield a problem when the clock never shows ``time``, or shows it twice."""
    kind = WallTime.ONCE if time is None else shown(time)
    if kind is WallTime.NEVER:
        yield Problem(
            field=field, reason=N_("The time does not exist: the clock goes forward that night.")
        )
    if kind is WallTime.TWICE:
        yield Problem(
            field=field, reason=N_("The time comes twice: the clock goes back that night.")
        )
