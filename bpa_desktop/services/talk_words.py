"""The yearly talks (MUS) in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpa_desktop.i18n import _, date_words, day_words, ngettext, span

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from bpa_desktop.domain.agreed_task import AgreedTask
    from bpa_desktop.domain.talk import Talk
    from bpa_desktop.domain.talks import TalkState
    from bpa_desktop.services.talk_planning import Proposal


def talks_sentence(states: Sequence[TalkState], today: dt.date) -> str:
    """How many lack a talk, or that nobody does."""
    if not states:
        return _("You have no permanent helpers. Talks are held with them once a year.")
    lacking = sum(one.lacks(today) for one in states)
    if not lacking:
        return _("No talk is lacking.")
    return ngettext("{n} helper lacks a talk.", "{n} helpers lack a talk.", lacking)


def held_words(state: TalkState) -> str:
    """When the last talk was."""
    if state.held_on is None:
        return _("No talk held yet")
    return _("Last talk {date}").format(date=date_words(state.held_on))


def next_words(state: TalkState, today: dt.date) -> str:
    """When the next one is, or by when there must be one."""
    if state.planned is not None:
        return _("Planned {when}").format(when=when_words(state.planned))
    if state.due_on is None:
        return ""
    text = _("Should have been held by {date}") if state.due_on < today else _("Due by {date}")
    return text.format(date=date_words(state.due_on))


def when_words(talk: Talk) -> str:
    """The day and the times of a talk."""
    return f"{day_words(talk.starts_at.date())} {span(talk.starts_at, talk.ends_at)}"


def proposal_words(one: Proposal) -> str:
    """A proposed time, and how it lies to the helper's shifts."""
    where = _("beside a shift") if one.beside else _("on a day without a shift")
    return f"{when_words(one.talk())}, {where}"


def task_words(task: AgreedTask, names: Mapping[str, str]) -> str:
    """What was agreed, who does it and by when, or that it is done."""
    who = names.get(task.helper or "", "") or _("you")
    words = [task.what, who]
    if task.done_on is not None:
        words.append(_("done {date}").format(date=date_words(task.done_on)))
    elif task.due_on is not None:
        words.append(_("by {date}").format(date=date_words(task.due_on)))
    return ", ".join(words)
