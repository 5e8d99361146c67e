"""Points that could stand on the agenda: all are chosen, and each can be dropped."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from bpa_desktop.i18n import _, ngettext
from bpa_desktop.services.agenda import Template, suggestions
from bpa_desktop.services.minutes import add_points
from bpa_desktop.views.button import Button
from bpa_desktop.views.choice import Choice
from bpa_desktop.views.live_panel import LivePanel
from bpa_desktop.views.roving import Roving
from bpa_desktop.views.stack import Stack
from bpa_desktop.views.text import Text
from bpa_desktop.views.told_apart import told_apart

if TYPE_CHECKING:
    from bpa_desktop.domain.meeting import Meeting
    from bpa_desktop.services.agenda import Suggestion
    from bpa_desktop.views.desk import Desk

_LINE_GAP: Final = 4


def open_agenda(desk: Desk, meeting: Meeting, template: Template = Template.USUAL) -> None:
    """Show what could be talked about beside the page, and say how much that is."""
    panel = AgendaPanel(desk, meeting, template)
    desk.show_panel(panel, _("Suggest points"))
    desk.announcer.say(panel.said)


class AgendaPanel(LivePanel):
    """Nothing is put on the agenda until it is pressed."""

    TOPICS: ClassVar[frozenset[str]] = frozenset({"none"})

    def __init__(self, desk: Desk, meeting: Meeting, template: Template) -> None:
        super().__init__(desk, lambda: None)
        self._meeting = meeting
        found = suggestions(desk.session, meeting, template)
        self._chosen: dict[int, Suggestion] = dict(enumerate(found))
        self._found = found
        self.said = (
            ngettext("{n} point is suggested.", "{n} points are suggested.", len(found))
            if found
            else _("Everything that could be suggested is on the agenda already.")
        )
        self.add(Text(self.said))
        templates = [(one, _(one.label)) for one in Template]
        self.add(Choice(_("Usual points"), templates, template, self._take_template))
        self._buttons = self._add_suggestions()
        self._put = Button("", "primary", press=self._put_on)
        self._buttons.append(self._put)
        self._count()
        self.add(self._put)
        self._roving = Roving(self._buttons)

    def _add_suggestions(self) -> list[Button]:
        labels = told_apart([(one.point.heading,) for one in self._found])
        buttons = []
        for at, (one, label) in enumerate(zip(self._found, labels, strict=True)):
            button = Button(label, "chosen")
            button.set_leading()
            button.clicked.connect(partial(self._turn, at, button))
            buttons.append(button)
            self.add(Stack(_LINE_GAP, [button, Text(one.why, tone="muted")]))
        return buttons

    def _turn(self, at: int, button: Button, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's own shape
        if self._chosen.pop(at, None) is None:
            self._chosen[at] = self._found[at]
            text = _("{what} comes on the agenda.")
        else:
            text = _("{what} does not come on the agenda.")
        button.set_kind("chosen" if at in self._chosen else "plain")
        self._count()
        self.desk.say(text.format(what=button.label))

    def _count(self) -> None:
        text = ngettext("Put {n} point on", "Put {n} points on", len(self._chosen))
        self._put.set_label(text)
        self._put.setEnabled(bool(self._chosen) and not self.desk.read_only)

    def _take_template(self, template: Template) -> None:
        open_agenda(self.desk, self._meeting, template)

    def _put_on(self) -> None:
        chosen = [self._chosen[at].point for at in sorted(self._chosen)]

        def write() -> str:
            made = add_points(self.desk.session, self._meeting, chosen)
            self.desk.close_panel()
            return ngettext(
                "{n} point is on the agenda.", "{n} points are on the agenda.", len(made)
            )

        self.desk.attempt(write)
