"""Plain lists of records: grants, activities, roster patterns, and the scheme itself."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, ngettext
from bpa_desktop.services.catalogue import kind_named
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Card, Notice, Row
from bpa_desktop.views.page import Page
from bpa_desktop.views.record_editor import RecordEditor, open_editor
from bpa_desktop.views.stack import Stack
from bpa_desktop.views.told_apart import told_apart

if TYPE_CHECKING:
    from collections.abc import Callable

    from bpa_desktop.domain.record import Record
    from bpa_desktop.views.desk import Desk

_GAP: Final = 8
_FORM_CHARS: Final = 60


@dataclass(frozen=True, kw_only=True)
class ListWords:
    """What a list of records is called, in msgids; ``count`` says how many there are."""

    kind: str
    title: str
    new: str
    empty: str
    count: Callable[[int], str]


GRANTS = ListWords(
    kind="grant",
    title=N_("Grants"),
    new=N_("New grant"),
    empty=N_("Write what the municipality has decided, and the hours are counted against it."),
    count=lambda count: ngettext("{n} decision.", "{n} decisions.", count),
)
ACTIVITIES = ListWords(
    kind="activity_item",
    title=N_("Activity schedule"),
    new=N_("New activity"),
    empty=N_("Write what you need help with, one activity at a time."),
    count=lambda count: ngettext("{n} activity.", "{n} activities.", count),
)
PATTERNS = ListWords(
    kind="roster_pattern",
    title=N_("Roster patterns"),
    new=N_("New roster pattern"),
    empty=N_("A roster pattern is the weeks that come again and again."),
    count=lambda count: ngettext("{n} roster pattern.", "{n} roster patterns.", count),
)


class RecordListPage(Page):
    """Every record of a type as a button with a full sentence; it opens beside the list."""

    def __init__(self, desk: Desk, words: ListWords) -> None:
        self._words = words
        self._kind = kind_named(words.kind)
        super().__init__(desk)
        new = Button(_(words.new), "primary", icon="plus", press=self._new)
        new.setEnabled(not desk.read_only)
        self.lead(new, main=new)

    def refresh(self) -> None:
        """Read the records again."""
        session = self.desk.session
        found = session.records.all(self._kind.record)
        words = self._words
        self.heading.say(_(words.title), words.count(len(found)) if found else "")
        content = self.stack()
        buttons = self._buttons(found)
        self.group.set_buttons([*self.above, *buttons])
        content.add(Stack(_GAP, buttons) if found else Notice(_(words.empty)))
        self.fill(content)

    def _buttons(self, found: tuple[Record, ...]) -> list[Button]:
        names = self.desk.session.helper_names()
        labels = told_apart([(self._kind.describe(record, names),) for record in found])
        buttons = []
        for record, label in zip(found, labels, strict=True):
            button = Button(label, press=partial(self._open, record))
            button.set_leading()
            buttons.append(button)
        return buttons

    def _open(self, record: Record) -> None:
        open_editor(self.desk, self._kind, record)

    def _new(self) -> None:
        open_editor(self.desk, self._kind)


class SchemePage(Page):
    """The scheme's own form."""

    TOPICS: ClassVar[frozenset[str]] = frozenset({"scheme"})

    def refresh(self) -> None:
        """Show the scheme as it is kept."""
        self.heading.say(_("My scheme"), _("Who you are, your municipality, and who does what."))
        card = Card()
        card.add(RecordEditor(self.desk, kind_named("scheme"), self.desk.session.scheme()))
        row = Row()
        row.add(card, chars=_FORM_CHARS, most=_FORM_CHARS)
        content = self.stack()
        content.add(row)
        self.fill(content)
