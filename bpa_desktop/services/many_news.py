"""What is said after something was done with several shifts at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bpa_desktop.documents.phrases import in_hours
from bpa_desktop.i18n import _, ngettext, uncapitalised
from bpa_desktop.services.rostering import when
from bpa_desktop.services.shift_news import with_undo
from bpa_desktop.services.shift_warnings import warned_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bpa_desktop.domain.kinds import HourKind
    from bpa_desktop.domain.roster import Shift
    from bpa_desktop.services.many_shifts import Left, Outcome
    from bpa_desktop.services.session import Session

_MOST_REASONS: Final = 3


def chosen(count: int) -> str:
    """How many are chosen."""
    return ngettext("{n} shift is chosen.", "{n} shifts are chosen.", count)


def chosen_hours(shifts: Sequence[Shift]) -> str:
    """How many are chosen, and the hours of them together."""
    minutes = sum(end - start for start, end in (shift.actual for shift in shifts))
    return f"{chosen(len(shifts))} {in_hours(minutes)}."


def _told(outcome: Outcome, done: str) -> str:
    """``done`` with the way back when something was done, then what was left and why."""
    parts = [with_undo(done)] if outcome.done else [_("Nothing was changed.")]
    if outcome.left:
        text = ngettext(
            "{n} shift stays as it is", "{n} shifts stay as they are", len(outcome.left)
        )
        parts.insert(0 if not outcome.done else 1, f"{text}: {_reasons(outcome.left)}.")
    return " ".join(parts)


def _reasons(left: Sequence[Left]) -> str:
    """Each reason with its shift, or how many; more than can be listened to are left out."""
    shifts: dict[str, list[Shift]] = {}
    for shift, reason in left:
        shifts.setdefault(reason, []).append(shift)
    told = [f"{reason} ({_where(found)})" for reason, found in shifts.items()]
    more = [_("and more")] if len(told) > _MOST_REASONS else []
    return "; ".join([*told[:_MOST_REASONS], *more])


def _where(found: Sequence[Shift]) -> str:
    count = len(found)
    return when(found[0]) if count == 1 else ngettext("{n} shift", "{n} shifts", count)


def made_unfilled(outcome: Outcome) -> str:
    """Shifts have no helper any more."""
    count = len(outcome.done)
    return _told(outcome, ngettext("{n} shift is unfilled.", "{n} shifts are unfilled.", count))


def retimed(session: Session, outcome: Outcome) -> str:
    """Shifts have other times; what speaks against them then is told."""
    count = len(outcome.done)
    text = ngettext("{n} shift has other times.", "{n} shifts have other times.", count)
    return _told(outcome, warned_of(session, outcome.done, text))


def other_kind(outcome: Outcome, kind: HourKind) -> str:
    """Shifts count as another kind of hours."""
    count = len(outcome.done)
    text = ngettext("{n} shift is now {kind}.", "{n} shifts are now {kind}.", count)
    return _told(outcome, text.format(kind=uncapitalised(_(kind.label))))


def noted(outcome: Outcome) -> str:
    """A note is kept on shifts."""
    count = len(outcome.done)
    text = ngettext("The note is kept on {n} shift.", "The note is kept on {n} shifts.", count)
    return _told(outcome, text)


def split(outcome: Outcome) -> str:
    """Shifts were split."""
    text = ngettext(
        "{n} shift is split. The second half is unfilled.",
        "{n} shifts are split. The second half of each is unfilled.",
        len(outcome.done),
    )
    return _told(outcome, text)


def called_off(outcome: Outcome) -> str:
    """Shifts were called off."""
    count = len(outcome.done)
    return _told(outcome, ngettext("{n} shift is called off.", "{n} shifts are called off.", count))


def deleted(outcome: Outcome) -> str:
    """Shifts were taken out of the roster."""
    count = len(outcome.done)
    return _told(outcome, ngettext("{n} shift is deleted.", "{n} shifts are deleted.", count))


def confirmed(outcome: Outcome) -> str:
    """Shifts went as planned."""
    count = len(outcome.done)
    return _told(
        outcome, ngettext("{n} shift went as planned.", "{n} shifts went as planned.", count)
    )


def moved(outcome: Outcome, name: str) -> str:
    """A helper got shifts."""
    count = len(outcome.done)
    text = ngettext("{who} is booked for {n} shift.", "{who} is booked for {n} shifts.", count)
    return _told(outcome, text.format(who=name, n=count))


def copied(outcome: Outcome) -> str:
    """Shifts were laid again a week later."""
    count, without = len(outcome.done), len(outcome.unfilled)
    text = ngettext(
        "{n} shift is copied to the next week.", "{n} shifts are copied to the next week.", count
    )
    if without:
        word = ngettext("{n} of them is unfilled", "{n} of them are unfilled", without)
        if count == 1:
            word = _("It is unfilled")
        text = f"{text} {word}: {_reasons(outcome.unfilled)}."
    return _told(outcome, text)
