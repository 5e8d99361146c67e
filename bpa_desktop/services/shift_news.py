"""What is said after something was done with a shift: one short sentence each."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from bpa_desktop.i18n import _, day_month, ngettext, uncapitalised, weekday_words
from bpa_desktop.services.rostering import who
from bpa_desktop.services.shift_rests import minutes_of_rest
from bpa_desktop.services.shift_warnings import warned
from bpa_desktop.services.time_words import length_words, spoken_span
from bpa_desktop.services.trial import against_words, first_names
from bpa_desktop.services.wording import finding_title

if TYPE_CHECKING:
    from bpa_desktop.domain.findings import Finding
    from bpa_desktop.domain.roster import Shift
    from bpa_desktop.services.confirming import Confirmed
    from bpa_desktop.services.session import Session
    from bpa_desktop.services.shift_edits import Copied

_ONE_DAY = dt.timedelta(days=1)
_A_WEEK = dt.timedelta(days=7)


def day_phrase(day: dt.date, today: dt.date) -> str:
    """``i dag``, ``i morgen``, ``på torsdag`` within a week, else ``den 28. marts``."""
    near = {today - _ONE_DAY: _("yesterday"), today: _("today"), today + _ONE_DAY: _("tomorrow")}
    if day in near:
        return near[day]
    if today < day < today + _A_WEEK:
        return _("on {weekday}").format(weekday=weekday_words(day))
    return _("on {date}").format(date=day_month(day))


def spoken_times(shift: Shift) -> str:
    """``07 til 15``, as worked once it is worked."""
    return spoken_span(*shift.used)


def with_undo(sentence: str) -> str:
    """``sentence``, and how to take it back."""
    hint = _("Undo with Ctrl Z.")
    return f"{sentence} {hint}"


def _told(session: Session, shift: Shift, text: str, **values: str) -> str:
    day = day_phrase(shift.planned_start.date(), session.today)
    return text.format(times=spoken_times(shift), day=day, **values)


def added(session: Session, shift: Shift) -> str:
    """A shift was made."""
    if shift.helper is None:
        return with_undo(_told(session, shift, _("New unfilled shift {times} {day}.")))
    text = _("New shift for {who} {times} {day}.")
    told = _told(session, shift, text, who=who(session, shift.helper))
    return with_undo(warned(session, shift, told))


def booked(session: Session, shift: Shift) -> str:
    """A helper got the shift, or nobody has it any more."""
    if shift.helper is None:
        return with_undo(_told(session, shift, _("The shift {times} {day} is unfilled.")))
    text = _("{who} is booked {times} {day}.")
    told = _told(session, shift, text, who=who(session, shift.helper))
    return with_undo(warned(session, shift, told))


def reported_sick(session: Session, shift: Shift) -> str:
    """The helper of ``shift``, as it was before, is sick."""
    text = _("{who} is reported sick. The shift {times} {day} is unfilled.")
    return with_undo(_told(session, shift, text, who=who(session, shift.helper)))


def retimed(session: Session, shift: Shift) -> str:
    """The shift has other times."""
    told = _told(session, shift, _("The shift is now {times} {day}."))
    return with_undo(warned(session, shift, told))


def as_before(session: Session, shift: Shift) -> str:
    """The shift has the times that it had already."""
    return _told(session, shift, _("The shift is {times} {day}."))


def confirmed(session: Session, shift: Shift) -> str:
    """The shift was worked as planned."""
    return with_undo(_told(session, shift, _("The shift {times} {day} went as planned.")))


def confirmed_many(found: Confirmed) -> str:
    """So many shifts were worked as planned; those of helpers who were away are left."""
    if not any(found):
        return _("There is nothing to confirm there.")
    parts = []
    if found.shifts:
        parts.append(
            ngettext("{n} shift went as planned.", "{n} shifts went as planned.", found.shifts)
        )
    if found.away:
        parts.append(
            ngettext(
                "{n} shift is left, because the helper was away.",
                "{n} shifts are left, because the helpers were away.",
                found.away,
            )
        )
    sentence = " ".join(parts)
    return with_undo(sentence) if found.shifts else sentence


def stayed_unfilled(session: Session, shift: Shift) -> str:
    """Nobody came to the unfilled shift."""
    return with_undo(_told(session, shift, _("Nobody came to the shift {times} {day}.")))


def cancelled(session: Session, shift: Shift) -> str:
    """The shift was called off."""
    return with_undo(_told(session, shift, _("The shift {times} {day} is called off.")))


def restored(session: Session, shift: Shift) -> str:
    """The shift takes place after all."""
    return with_undo(_told(session, shift, _("The shift {times} {day} takes place again.")))


def deleted(session: Session, shift: Shift) -> str:
    """The shift was taken out of the roster."""
    return with_undo(_told(session, shift, _("The shift {times} {day} is deleted.")))


def other_kind(session: Session, shift: Shift) -> str:
    """The shift counts as another kind of hours."""
    text = _("The shift {times} {day} is now {kind}.")
    return with_undo(_told(session, shift, text, kind=uncapitalised(_(shift.kind.label))))


def kind_as_before(session: Session, shift: Shift) -> str:
    """The shift counts as the kind of hours that it was already."""
    text = _("The shift {times} {day} is {kind}.")
    return _told(session, shift, text, kind=uncapitalised(_(shift.kind.label)))


def noted(_session: Session, shift: Shift) -> str:
    """The note was saved, or there is none any more."""
    return with_undo(_("The note is saved.") if shift.note else _("The note is gone."))


def reasoned(_session: Session, shift: Shift) -> str:
    """The reason for a change was saved, or there is none any more."""
    return with_undo(_("The reason is saved.") if shift.deviation else _("The reason is gone."))


def copied(session: Session, copy: Copied) -> str:
    """A copy was made; what kept it from the same helper, if something did."""
    shift = copy.shift
    if copy.against:
        why = against_words(copy.against, first_names(session))
        text = _("The copy {times} {day} is unfilled. {why}.")
        return with_undo(_told(session, shift, text, why=why))
    if shift.helper is None:
        return with_undo(_told(session, shift, _("New unfilled shift {times} {day}.")))
    text = _("The shift is copied: {who} {times} {day}.")
    told = _told(session, shift, text, who=who(session, shift.helper))
    return with_undo(warned(session, shift, told))


def halved(session: Session, second: Shift) -> str:
    """The shift was split; ``second`` is its later half."""
    if second.helper is None:
        text = _("The shift is split. {times} {day} is unfilled.")
        return with_undo(_told(session, second, text))
    text = _("The shift is split. {who} has both halves.")
    return with_undo(text.format(who=who(session, second.helper)))


def swapped(session: Session, one: Shift, other: Shift) -> str:
    """Two helpers swapped shifts; each comes to the other's now."""
    parts = [
        _told(session, each, _("{who} comes {times} {day}."), who=who(session, each.helper))
        for each in sorted((one, other), key=lambda each: each.planned_start)
    ]
    return with_undo(" ".join(parts))


def rested(_session: Session, shift: Shift) -> str:
    """How long the rests inside the shift are together."""
    minutes = minutes_of_rest(shift)
    if not minutes:
        return with_undo(_("There is no rest inside the shift."))
    return with_undo(_("Rest inside the shift: {length}.").format(length=length_words(minutes)))


def kept(found: Finding) -> str:
    """A finding stays as it is."""
    return with_undo(_("Kept: {what}.").format(what=finding_title(found)))


def taken_back(found: Finding) -> str:
    """A finding warns again."""
    return with_undo(_("{what} warns again.").format(what=finding_title(found)))
