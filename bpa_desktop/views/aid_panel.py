"""The side panel about one aid: where it is, when it is inspected, and who is instructed in it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from bpa_desktop.i18n import _, date_words
from bpa_desktop.services import aids as acts
from bpa_desktop.services.catalogue import kind_named
from bpa_desktop.services.teaching import teaching, usual_teacher
from bpa_desktop.services.teaching_words import count_words, inspection_words
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Row
from bpa_desktop.views.instruct_part import InstructPart
from bpa_desktop.views.live_panel import LivePanel
from bpa_desktop.views.record_editor import open_editor
from bpa_desktop.views.roving import Roving
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bpa_desktop.domain.aid import Aid
    from bpa_desktop.views.desk import Desk


def open_aid(desk: Desk, aid_id: str) -> None:
    """Show the aid beside the page and say which it is."""
    aid = show_aid(desk, aid_id)
    if aid is not None:
        desk.announcer.say(f"{aid.name}.")


def show_aid(desk: Desk, aid_id: str, teacher: str | None = None) -> Aid | None:
    """Show the aid beside the page without a word; the panel closes when it is gone.

    ``teacher`` is who instructs; without it the citizen.
    """
    aid = acts.find_aid(desk.session, aid_id)
    if aid is None:
        desk.close_panel()
    else:
        teacher = usual_teacher(desk.session) if teacher is None else teacher
        desk.show_panel(AidPanel(desk, aid, teacher), aid.name)
    return aid


class AidPanel(LivePanel):
    """What is written about the aid, and one press for what happens with it."""

    TOPICS: ClassVar[frozenset[str]] = frozenset(
        {"aid", "instruction", "helper", "procedure", "activity_item"}
    )

    def __init__(self, desk: Desk, aid: Aid, teacher: str) -> None:
        super().__init__(desk, self._again)
        self._aid = aid
        found = teaching(desk.session)
        topic = found.topic_of(aid)
        standings = found.standings(topic) if topic is not None else []
        self._part = InstructPart(self, standings, teacher, self._again)
        self._buttons: list[Button] = []
        for line in self._facts():
            self.add(line)
        if topic is not None:
            inspected = self._button(_("Inspected today"), self._inspected)
            self.add(Row([inspected, self._button(_("Change the aid"), self._change)]))
            self.add(Text(count_words(standings)))
        else:
            self.add(Text(_("It is not in use today."), tone="muted"))
            self.add(Row([self._button(_("Change the aid"), self._change)]))
        self._part.show()
        self._roving = Roving([*self._buttons, *self._part.buttons])

    def _again(self) -> None:
        show_aid(self.desk, self._aid.id, self._part.teacher)

    def _facts(self) -> Iterator[Text]:
        aid, session = self._aid, self.desk.session
        for label, words in (
            (_("Used for"), aid.used_for),
            (_("Where it is"), aid.place),
            (_("In use since"), date_words(aid.since) if aid.since else ""),
            (_("How it is used"), aid.instructions),
            (_("Who to call"), aid.supplier),
            (_("Inspection"), inspection_words(aid, session.today)),
            (_("Activities"), ", ".join(acts.activities_with(session, aid))),
            (
                _("Work procedures"),
                ", ".join(one.title for one in acts.procedures_with(session, aid)),
            ),
        ):
            if words:
                yield Text(f"{label}: {words}")

    def _inspected(self) -> None:
        self.desk.attempt(lambda: acts.inspected(self.desk.session, self._aid))

    def _change(self) -> None:
        then = partial(show_aid, self.desk, self._aid.id)
        open_editor(self.desk, kind_named("aid"), self._aid, then=then)

    def _button(self, text: str, press: Callable[[], object]) -> Button:
        button = Button(text, press=press)
        button.setEnabled(not self.desk.read_only)
        self._buttons.append(button)
        return button
