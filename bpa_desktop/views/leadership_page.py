"""The place Leadership in numbers: what the leader did in a period; every number opens its list."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from bpa_desktop.documents.model import as_bundle
from bpa_desktop.documents.phrases import dates_words
from bpa_desktop.i18n import _, date_words, ngettext, uncapitalised
from bpa_desktop.services import paper_leadership
from bpa_desktop.services.catalogue import kind_named
from bpa_desktop.services.leadership import Span, leadership, period_of
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Notice, Row, Rows
from bpa_desktop.views.choice import Choice
from bpa_desktop.views.choice_panel import ChoicePanel
from bpa_desktop.views.page import Page
from bpa_desktop.views.record_editor import open_editor
from bpa_desktop.views.roving import Roving
from bpa_desktop.views.shift_panel import open_shift
from bpa_desktop.views.showing import show_paper
from bpa_desktop.views.text import Text
from bpa_desktop.views.told_apart import told_apart

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bpa_desktop.services.leadership import Done, Line
    from bpa_desktop.views.desk import Desk

_WHAT_CHARS: Final = 24
_MOST: Final = 40
"""So many lines of a list stand at once, the newest."""


class LeadershipPage(Page):
    """A period to choose, and a line for each thing a leader does."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._span = Span.TWELVE_MONTHS
        see = Button(_("See the document"), "primary", icon="eye", press=self._see)
        self.lead(see, main=see)

    def refresh(self) -> None:
        """Count again."""
        session = self.desk.session
        period = period_of(self._span, session.today)
        lines = leadership(session, period)
        self.heading.say(
            _("Leadership in numbers"),
            f"{dates_words(period.first, period.last)}. {_in_all(lines)}",
        )
        content = self.stack()
        spans = [(one, _(one.label)) for one in Span]
        content.add(Choice(_("Period"), spans, self._span, self._choose))
        done = [one for one in lines if one.done]
        if done:
            content.add(self._table(done))
        else:
            content.add(Notice(_("What you do as a leader is counted here by itself.")))
        rest = [uncapitalised(_(one.deed.label)) for one in lines if not one.done]
        if rest and done:
            text = _("Nothing in the period of: {what}.")
            content.add(Text(text.format(what=", ".join(rest)), tone="muted"))
        self.fill(content)

    def _table(self, done: Sequence[Line]) -> Rows:
        rows, buttons = Rows(_("What you did")), []
        for line in done:
            text = _("{n} – {what}").format(n=len(line.done), what=_(line.deed.label))
            button = Button(text, press=partial(self._open, line))
            button.setObjectName(line.deed.value)
            button.set_leading()
            buttons.append(button)
            row = Row()
            row.add(button, chars=_WHAT_CHARS, stretch=True)
            rows.add(row)
        Roving(buttons)
        return rows

    def _choose(self, span: Span) -> None:
        self._span = span
        self.refresh()
        self.desk.say(_("Period: {what}.").format(what=_(span.label)))

    def _open(self, line: Line) -> None:
        open_list(self.desk, line)

    def _see(self) -> None:
        period = period_of(self._span, self.desk.session.today)
        bundle = as_bundle(paper_leadership.paper(self.desk.session, period))
        show_paper(self, bundle, back="leadership")


def _in_all(lines: Sequence[Line]) -> str:
    count = sum(len(one.done) for one in lines)
    if not count:
        return _("Nothing is written down for the period.")
    return ngettext("{n} thing is written down.", "{n} things are written down.", count)


def open_list(desk: Desk, line: Line) -> None:
    """Show what the number of ``line`` is made of beside the page, and say so."""
    panel = DonePanel(desk, line)
    desk.show_panel(panel, panel.title)
    desk.announcer.say(f"{panel.title}.")


class DonePanel(ChoicePanel):
    """Each time with its day; what has a record opens it."""

    def __init__(self, desk: Desk, line: Line) -> None:
        super().__init__(desk, desk.close_panel)
        label = _(line.deed.label)
        self.title = _("{what}: {n}").format(what=label, n=len(line.done))
        shown = line.done[::-1][:_MOST]
        words = [f"{date_words(one.on)}: {one.words}" for one in shown]
        opened = [pair for pair in zip(shown, words, strict=True) if pair[0].record]
        labels = dict(zip(opened, told_apart([(text,) for _one, text in opened]), strict=True))
        for pair in zip(shown, words, strict=True):
            if pair in labels:
                button = Button(labels[pair], press=partial(self._open, pair[0]))
                button.set_leading()
                self.add_button(button)
            else:
                self.add(Text(pair[1]))
        rest = len(line.done) - len(shown)
        if rest:
            text = ngettext("{n} older is not shown.", "{n} older are not shown.", rest)
            self.add(Text(text, tone="muted"))

    def _open(self, one: Done) -> None:
        if one.record is None:
            return
        type_name, record_id = one.record
        if type_name == "shift":
            open_shift(self.desk, record_id)
            return
        kind = kind_named(type_name)
        for record in self.desk.session.records.with_ids(kind.record, [record_id]):
            open_editor(self.desk, kind, record)
