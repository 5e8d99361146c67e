"""Shifts that were copied from elsewhere, laid in the roster as one action."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.clock import stretch
from bpa_desktop.domain.entry import EntryRefused, parse_date, parse_span, parse_time
from bpa_desktop.domain.kinds import HourKind
from bpa_desktop.domain.roll_out import Placed
from bpa_desktop.domain.slots import Slot, filled
from bpa_desktop.errors import N_, BpaError
from bpa_desktop.i18n import LANGUAGES, _, explain, ngettext, pgettext, speaking
from bpa_desktop.intake.shift_lines import shift_lines
from bpa_desktop.services.laying import counted, foretold, laid_out, save, told
from bpa_desktop.services.reading import helpers, shifts

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bpa_desktop.intake.shift_lines import ShiftLine
    from bpa_desktop.services.laying import Laying
    from bpa_desktop.services.session import Session

MOST_LINES: Final = 20_000
_ONE_DAY: Final = dt.timedelta(days=1)


class TooManyLines(BpaError):
    """The text has far more lines than any roster."""

    sentence = N_("The text has {count} lines. At most {most} can be put in at once.")


class HelperUnknown(EntryRefused):
    """Nobody in the file has the name."""

    sentence = N_("There is no helper called {name}.")


class HelperTwofold(EntryRefused):
    """Several helpers have the first name."""

    sentence = N_("There is more than one helper called {name}. Write the whole name.")


class KindUnknown(EntryRefused):
    """No kind of hours has the name."""

    sentence = N_("There are no hours called {name}.")


class LineFault(NamedTuple):
    """A line that could not be read: its number from 1, and why, as a sentence."""

    number: int
    reason: str


class Pasted(NamedTuple):
    """What was read: shifts in the order of their lines, and the lines that are left out."""

    slots: tuple[Slot, ...]
    faults: tuple[LineFault, ...]


def read_pasted(session: Session, text: str) -> Pasted:
    """The shifts that ``text`` tells; see `intake.shift_lines` for how it may be written.

    An end not after the start is on the next day; a time that the clock skips or shows twice is
    moved as in every other new shift. Raises ``TooManyLines``.
    """
    lines = shift_lines(text)
    if len(lines) > MOST_LINES:
        raise TooManyLines(count=str(len(lines)), most=str(MOST_LINES))
    reader = _Reader(session)
    slots: list[Slot] = []
    faults: list[LineFault] = []
    for line in lines:
        try:
            slots.append(reader.slot(line))
        except EntryRefused as error:
            faults.append(LineFault(line.number, explain(error)))
    return Pasted(tuple(slots), tuple(faults))


class _Reader:
    """Reads the words of a line; the same words are looked at once."""

    def __init__(self, session: Session) -> None:
        self._people = _names(session)
        self._nobody = _nobody()
        self._kinds = _kinds()
        self._day: Callable[[str], dt.date] = cache(lambda text: parse_date(text, session.today))
        self._times = cache(_times)

    def slot(self, line: ShiftLine) -> Slot:
        """The shift of the line; raises ``EntryRefused``."""
        start, end = stretch(self._day(line.day), *self._times(line.times))
        return Slot(start, end, self._helper(line.helper), self._kind(line.kind))

    def _kind(self, name: str) -> HourKind:
        if not name:
            return HourKind.BASIS
        if name.casefold() not in self._kinds:
            raise KindUnknown(name=name)
        return self._kinds[name.casefold()]

    def _helper(self, name: str) -> str | None:
        if name.casefold() in self._nobody:
            return None
        found = self._people.get(name.casefold(), set())
        if not found:
            raise HelperUnknown(name=name)
        if len(found) > 1:
            raise HelperTwofold(name=name)
        return next(iter(found))


def _times(cells: tuple[str, ...]) -> tuple[dt.time, dt.time]:
    if len(cells) == 1:
        return parse_span(cells[0])
    start, end = (parse_time(_without_seconds(cell)) for cell in cells)
    return start, end


def _without_seconds(text: str) -> str:
    """``07:00`` for ``07:00:00``, as a spreadsheet may show it."""
    return text.removesuffix(":00") if text.count(":") > 1 else text


def _names(session: Session) -> Mapping[str, set[str]]:
    """Who is meant by a full or a first name in small letters."""
    found: dict[str, set[str]] = defaultdict(set)
    people = helpers(session)
    for helper in people:
        found[helper.first_name.casefold()].add(helper.id)
    for helper in people:
        found[helper.name.casefold()] = {helper.id}
    return found


def _nobody() -> set[str]:
    """How an unfilled shift is written."""
    found = {"", "-", "–", "?"}
    for code in LANGUAGES:
        with speaking(code):
            found.add(pgettext("roster", "unfilled").casefold())
    return found


def _kinds() -> Mapping[str, HourKind]:
    found: dict[str, HourKind] = {}
    for code in LANGUAGES:
        with speaking(code):
            found |= {_(kind.label).casefold(): kind for kind in HourKind}
    return found


def foreseen_pasted(session: Session, pasted: Pasted) -> Laying:
    """What putting them in would make, without making it.

    A shift that its helper has already stays and is not made twice.
    """
    slots = sorted(pasted.slots, key=lambda slot: slot.start)
    if not slots:
        return laid_out(session, (), ())
    first, last = slots[0].start.date(), max(slot.end for slot in slots).date()
    there = shifts(session, first - _ONE_DAY, last + _ONE_DAY)
    taken = filled(slots, there, is_beside=lambda _shift: True)
    placed = [Placed(slot, None) for slot in taken.free(slots)]
    return laid_out(session, placed, ())._replace(filled=len(taken.shifts))


def put_in(session: Session, pasted: Pasted) -> Laying:
    """Make the shifts as one action; whatever collides is unfilled, and it says why."""
    laying = foreseen_pasted(session, pasted)
    with session.operation(N_("put in copied shifts")) as operation:
        return save(operation, laying)


def foretold_pasted(session: Session, pasted: Pasted, ahead: Laying) -> str:
    """What would come, what would be unfilled and why, and how many lines are left out.

    ``ahead`` is what `foreseen_pasted` says of it.
    """
    if not pasted.slots and not pasted.faults:
        return _("No shifts are copied.")
    if not pasted.slots:
        return _left_out(pasted)
    words = foretold(session, ahead)
    return f"{words} {_left_out(pasted)}".rstrip()


def told_pasted(pasted: Pasted, laying: Laying) -> str:
    """One sentence on what was put in, and how to take it back."""
    return f"{told(laying, _made(laying))} {_left_out(pasted)}".rstrip()


def pasted_words(pasted: Pasted, laying: Laying) -> str:
    """What was put in."""
    return f"{counted(laying, _made(laying))} {_left_out(pasted)}".rstrip()


def _made(laying: Laying) -> str:
    return ngettext("{n} shift put in", "{n} shifts put in", laying.made)


def _left_out(pasted: Pasted) -> str:
    if not pasted.faults:
        return ""
    return ngettext(
        "{n} line could not be read and is left out.",
        "{n} lines could not be read and are left out.",
        len(pasted.faults),
    )
