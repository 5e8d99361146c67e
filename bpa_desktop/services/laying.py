"""Many shifts laid in the roster at once: whatever collides is unfilled, and it says why."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.collisions import Law, collisions
from bpa_desktop.domain.findings import Code
from bpa_desktop.domain.ground import ground_of
from bpa_desktop.domain.roster import RolledOut, Shift, ShiftState, unfilled_copy
from bpa_desktop.domain.working_time import LOOK_AHEAD, LOOK_BACK
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, day_words, hours, ngettext, span
from bpa_desktop.services.reading import absences, helpers, stints
from bpa_desktop.services.rulebook import rulebook
from bpa_desktop.services.shift_news import with_undo

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from bpa_desktop.domain.findings import Finding
    from bpa_desktop.domain.roll_out import Placed
    from bpa_desktop.domain.slots import Slot
    from bpa_desktop.services.session import Session
    from bpa_desktop.storage.operation import Operation

_MOST_REASONS: Final = 3


class OpenSlot(NamedTuple):
    """A shift that is unfilled: as it was asked for, and what speaks against its helper.

    Without a ``why`` it was asked for with nobody in it. ``shift`` is its id once it is made.
    """

    slot: Slot
    why: Finding | None
    shift: str = ""


class Laying(NamedTuple):
    """What lies ready to be saved.

    ``shifts`` are new or changed, ``removed`` go. ``made`` and ``changed`` count them, but for
    those that only belong to another pattern from now on; ``filled`` slots had a shift already,
    ``kept`` are deviations that stay, deleted shifts too. ``open`` are the unfilled ones among
    ``shifts``, by time.
    """

    shifts: tuple[Shift, ...]
    removed: tuple[Shift, ...]
    open: tuple[OpenSlot, ...]
    made: int
    changed: int
    filled: int = 0
    kept: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether the roster stays as a person sees it."""
        return not (self.made or self.changed or self.removed)


def laid_out(
    session: Session, placed: Sequence[Placed], gone: Iterable[Shift], pattern_id: str = ""
) -> Laying:
    """The shifts for ``placed``, beside all that is in the file but those in ``gone``.

    With a ``pattern_id`` each remembers that the pattern made it.
    """
    removed = tuple(gone)
    slots = [one.slot for one in placed]
    against = _against(session, placed, {one.id for one in removed})
    shifts: list[Shift] = []
    opened: list[OpenSlot] = []
    made = changed = 0
    for at, (slot, old) in enumerate(placed):
        why = against.get(at)
        shift = _made(slot, old, pattern_id, is_open=why is not None)
        if shift == old:
            continue
        shifts.append(shift)
        made += old is None
        changed += old is not None and replace(old, rolled_out=shift.rolled_out) != shift
        if shift.helper is None:
            opened.append(OpenSlot(slots[at], why))
    return Laying(tuple(shifts), removed, tuple(opened), made, changed)


def _against(session: Session, placed: Sequence[Placed], gone: set[str]) -> Mapping[int, Finding]:
    if not placed:
        return {}
    moved = gone | {one.shift.id for one in placed if one.shift is not None}
    first = min(one.slot.start.date() for one in placed) - LOOK_BACK
    end = max(one.slot.end.date() for one in placed) + LOOK_AHEAD
    there = [row for row in stints(session, first, end) if row[0] not in moved]
    slots = [one.slot for one in placed]
    people, away = helpers(session), absences(session, first, end)
    law = Law(rulebook(), ground_of(session.scheme(), people))
    return collisions(slots, there, people, away, law)


def _made(slot: Slot, old: Shift | None, pattern_id: str, *, is_open: bool) -> Shift:
    """The slot as a shift, unfilled where its helper cannot take it; it remembers who that was.

    The lines of a pattern tell that of what they made, and a copy tells it itself.
    """
    if not is_open:
        return _shift(slot, old, pattern_id)
    if pattern_id:
        return _shift(slot._replace(helper=None), old, pattern_id)
    return unfilled_copy(_shift(slot, old, pattern_id))


def _shift(slot: Slot, old: Shift | None, pattern_id: str) -> Shift:
    """The slot as a shift: a new one, or the one it had, made anew but for its id and its note."""
    made: tuple[RolledOut, ...] = ()
    if pattern_id:
        made = (
            RolledOut(
                pattern=pattern_id,
                start=slot.start,
                end=slot.end,
                helper=slot.helper or "",
                kind=slot.kind,
            ),
        )
    return Shift(
        id="" if old is None else old.id,
        planned_start=slot.start,
        planned_end=slot.end,
        helper=slot.helper,
        kind=slot.kind,
        state=ShiftState.PLANNED,
        note="" if old is None else old.note,
        rests=slot.rests,
        rolled_out=made,
    )


def save(operation: Operation, laying: Laying) -> Laying:
    """Save what lies ready; the open ones get the ids of their shifts."""
    for shift in laying.removed:
        operation.delete(Shift, shift.id)
    saved = operation.save_all(laying.shifts)
    ids = (shift.id for shift in saved if shift.helper is None)
    opened = tuple(one._replace(shift=key) for one, key in zip(laying.open, ids, strict=True))
    return laying._replace(shifts=saved, open=opened)


def told(laying: Laying, done: str) -> str:
    """One sentence on what was made and what is open; ``done`` is how the made ones are told."""
    words = counted(laying, done)
    return words if laying.is_empty else with_undo(words)


def counted(laying: Laying, done: str) -> str:
    """The same as it stands above the list of the open ones."""
    if laying.is_empty:
        return _nothing(laying)
    return _counted(laying, done, open_words(len(laying.open)))


def foretold(session: Session, laying: Laying) -> str:
    """What would come, and why which shifts would be unfilled."""
    if laying.is_empty:
        return _nothing(laying)
    opened = open_words(len(laying.open))
    if laying.open:
        words = ", ".join(reasons(laying.open, first_names(session))[:_MOST_REASONS])
        opened = _("{count}: {reasons}").format(count=opened, reasons=words)
    return _counted(laying, ngettext("{n} new shift", "{n} new shifts", laying.made), opened)


def _nothing(laying: Laying) -> str:
    stayed = list(_stayed(laying)) or [_("Everything is there already.")]
    return " ".join([_("Nothing new comes."), *stayed])


def _counted(laying: Laying, made: str, opened: str) -> str:
    parts = [made] if laying.made else []
    if laying.changed:
        parts.append(ngettext("{n} changed", "{n} changed", laying.changed))
    if laying.removed:
        parts.append(ngettext("{n} taken out", "{n} taken out", len(laying.removed)))
    return " ".join([f"{', '.join([*parts, opened])}.", *_stayed(laying)])


def open_words(count: int) -> str:
    """``2 er ubesatte``."""
    if not count:
        return _("none is unfilled")
    return ngettext("{n} is unfilled", "{n} are unfilled", count)


def _stayed(laying: Laying) -> Iterator[str]:
    if laying.filled:
        yield ngettext(
            "{n} shift was there already and stays.",
            "{n} shifts were there already and stay.",
            laying.filled,
        )
    if laying.kept:
        yield ngettext("{n} deviation is kept.", "{n} deviations are kept.", laying.kept)


def reasons(opened: Iterable[OpenSlot], names: Mapping[str, str]) -> tuple[str, ...]:
    """Why shifts are unfilled, each reason once, the most frequent first."""
    counts = Counter(reason(one, names) for one in opened)
    return tuple(words for words, _count in counts.most_common())


_WORDS: Final = {
    Code.OUTSIDE_EMPLOYMENT: N_("{who} is not employed then"),
    Code.DURING_ABSENCE: N_("{who} is away"),
    Code.DOUBLE_BOOKING: N_("{who} has another shift"),
    Code.UNDER_AGE: N_("{who} is too young"),
    Code.NEVER_AVAILABLE: N_("{who} can never work then"),
    Code.REST_BEFORE_DAY_SHIFT: N_("{who} would rest too little before a 24-hour shift"),
    Code.REST_AFTER_DAY_SHIFT: N_("{who} would rest too little after a 24-hour shift"),
}


def reason(one: OpenSlot, names: Mapping[str, str]) -> str:
    """Why the shift is unfilled, in a few words; ``names`` are first names by id."""
    if one.why is None:
        return _("nobody is chosen")
    who = names.get(one.slot.helper or "", _("The helper"))
    if one.why.code in {Code.DAILY_REST, Code.SHORTENED_REST}:
        text = _("{who} would have only {hours} hours of rest")
        return text.format(who=who, hours=hours(int(str(one.why.values["longest"]))))
    return _(_WORDS[one.why.code]).format(who=who)


def slot_words(slot: Slot) -> str:
    """``mandag 16. marts 07–15``."""
    return f"{day_words(slot.start.date())} {span(slot.start, slot.end)}"


def first_names(session: Session) -> Mapping[str, str]:
    """Every helper's first name by id."""
    return {helper.id: helper.first_name for helper in helpers(session)}
