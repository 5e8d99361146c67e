"""The place Aids: the register of what helpers must use, and what the schedule names besides."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from bpa_desktop.i18n import _, ngettext
from bpa_desktop.services import aids as acts
from bpa_desktop.services.catalogue import kind_named
from bpa_desktop.services.paper_teaching import visit_list
from bpa_desktop.services.teaching import teaching
from bpa_desktop.services.teaching_words import aid_line, aids_sentence
from bpa_desktop.views.aid_panel import open_aid
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Notice, Row, Section
from bpa_desktop.views.page import Page
from bpa_desktop.views.record_editor import open_editor
from bpa_desktop.views.roving import Roving
from bpa_desktop.views.showing import show_paper
from bpa_desktop.views.stack import Stack
from bpa_desktop.views.text import Text
from bpa_desktop.views.told_apart import told_apart

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bpa_desktop.domain.aid import Aid
    from bpa_desktop.services.teaching import Teaching
    from bpa_desktop.views.desk import Desk

_GAP: Final = 8


class AidsPage(Page):
    """Aids in use, those that are not any more, and those that are only named."""

    TOPICS: ClassVar[frozenset[str]] = frozenset(
        {"aid", "instruction", "helper", "procedure", "activity_item"}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        new = Button(_("New aid"), "primary", icon="plus", press=self._new)
        new.setEnabled(not desk.read_only)
        self.lead(Button(_("List for the visit"), icon="eye", press=self._list), new, main=new)

    def refresh(self) -> None:
        """Read the aids again."""
        found = teaching(self.desk.session)
        used = [one for one in found.aids if found.topic_of(one) is not None]
        unused = [one for one in found.aids if one not in used]
        self.heading.say(_("Aids"), aids_sentence(found))
        content = self.stack()
        buttons: list[Button] = []
        if used:
            buttons += self._buttons(found, used)
            content.add(Stack(_GAP, buttons))
        else:
            content.add(Notice(_("Write what helpers must use, and who is instructed in it.")))
        if unused:
            section = Section(_("Not in use"))
            more = self._buttons(found, unused)
            section.add(Stack(_GAP, more))
            content.add(section)
            buttons += more
        named = self._named()
        if named is not None:
            content.add(named)
        Roving(buttons)
        self.fill(content)

    def _buttons(self, found: Teaching, aids: Sequence[Aid]) -> list[Button]:
        labels = told_apart([(aid_line(found, one),) for one in aids])
        buttons = []
        for one, label in zip(aids, labels, strict=True):
            button = Button(label, press=partial(open_aid, self.desk, one.id))
            button.set_leading()
            buttons.append(button)
        return buttons

    def _named(self) -> Section | None:
        """What the activity schedule names and the register does not have."""
        names = acts.only_named(self.desk.session)
        if not names:
            return None
        section = Section(_("Only named in the activity schedule"))
        section.add(Text(_("One press writes it into the register."), tone="muted"))
        text = _("Register – {what}")
        buttons = [self._doer(text.format(what=one), [one]) for one in names]
        if len(names) > 1:
            all_of = ngettext("Register all {n}", "Register all {n}", len(names))
            buttons.append(self._doer(all_of, names))
        section.add(Row(buttons))
        Roving(buttons)
        return section

    def _doer(self, text: str, names: Sequence[str]) -> Button:
        button = Button(text, press=self._register(names))
        button.setEnabled(not self.desk.read_only)
        return button

    def _register(self, names: Sequence[str]) -> Callable[[], object]:
        return lambda: self.desk.attempt(lambda: acts.register(self.desk.session, names))

    def _new(self) -> None:
        open_editor(self.desk, kind_named("aid"), since=self.desk.session.today)

    def _list(self) -> None:
        show_paper(self, visit_list(self.desk.session), back="aids")
