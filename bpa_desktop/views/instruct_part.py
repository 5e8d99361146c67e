"""The part of a panel about instruction: who or what is lacking, with one press for each."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from bpa_desktop.domain.procedure import ProcedureVersion
from bpa_desktop.i18n import _, ngettext, uncapitalised
from bpa_desktop.services.catalogue import kind_named
from bpa_desktop.services.teaching import instruct, teaching
from bpa_desktop.services.teaching_words import standing_words
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Row
from bpa_desktop.views.entry_row import EntryRow
from bpa_desktop.views.record_editor import open_editor
from bpa_desktop.views.stack import Stack
from bpa_desktop.views.text import Text
from bpa_desktop.views.told_apart import told_apart

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from bpa_desktop.domain.instruction_needs import Standing
    from bpa_desktop.views.button_look import Kind
    from bpa_desktop.views.live_panel import LivePanel

_GAP: Final = 8
_LETTERS: Final = 28


class InstructPart:
    """``found`` is about one topic and many helpers, or with ``of_helper`` the other way round.

    ``teacher`` is who instructs, as it stands in the field; ``back`` shows the panel anew.
    """

    def __init__(
        self,
        panel: LivePanel,
        found: Sequence[Standing],
        teacher: str,
        back: Callable[[], object],
        *,
        of_helper: bool = False,
    ) -> None:
        self._panel = panel
        self._desk = panel.desk
        self._back = back
        self._of_helper = of_helper
        self._versions = teaching(panel.desk.session).all_versions
        self.lacking = [one for one in found if not one.knows]
        self.knowing = [one for one in found if one.knows]
        self.buttons: list[Button] = []
        self._teacher = teacher
        self._entry = EntryRow(
            self._desk,
            _("Instructed by"),
            teacher,
            self._type,
            letters=_LETTERS,
            on_leave=False,
        )

        self._entry.field.textChanged.connect(self._type)

    @property
    def teacher(self) -> str:
        """Who instructs, also when the panel has been put away."""
        return self._teacher

    def _type(self, text: str) -> None:
        self._teacher = text

    def show(self) -> None:
        """Place everything at the end of the panel."""
        if self.lacking:
            self._panel.add(Text(_("Instruction is missing"), "label"))
            self._panel.add(self._entry)
            for widget in self._missing():
                self._panel.add(widget)
        if self.knowing:
            self._panel.add(Text(_("Instructed"), "label"))
            self._panel.add(Stack(_GAP, self._done()))

    def _name(self, one: Standing) -> str:
        return one.topic.name if self._of_helper else one.helper.name

    def _labels(self, text: str, found: Sequence[Standing]) -> list[str]:
        forms = [
            (one.topic.name,) if self._of_helper else (one.helper.first_name, one.helper.name)
            for one in found
        ]
        return told_apart([tuple(text.format(who=name) for name in form) for form in forms])

    def _missing(self) -> Iterator[Row | Stack]:
        if len(self.lacking) > 1:
            count = len(self.lacking)
            text = ngettext("All {n} that are missing", "All {n} that are missing", count)
            yield Row([self._button(text, partial(self._instruct, self.lacking), "primary")])
        labels = self._labels(_("Instructed today – {who}"), self.lacking)
        for one, label in zip(self.lacking, labels, strict=True):
            row = Row([self._button(label, partial(self._instruct, [one]))])
            words = f"{self._name(one)}: {uncapitalised(standing_words(one, self._versions))}"
            yield Stack(_GAP, [Text(words, tone="warn"), row]) if one.again else row
        yield Row([self._button(_("Instructed on another day"), self._another_day)])

    def _done(self) -> Iterator[Button]:
        """Each opens the instruction, where its day can be changed or it can be deleted."""
        lines = [
            f"{self._name(one)}: {uncapitalised(standing_words(one, self._versions))}"
            for one in self.knowing
        ]
        labels = told_apart([(line,) for line in lines])
        for one, label in zip(self.knowing, labels, strict=True):
            button = self._button(label, partial(self._change, one))
            button.set_leading()
            yield button

    def _button(self, text: str, press: Callable[[], object], kind: Kind = "plain") -> Button:
        button = Button(text, kind, press=press)
        button.setEnabled(not self._desk.read_only)
        self.buttons.append(button)
        return button

    def _instruct(self, wanted: Sequence[Standing]) -> None:
        self._desk.attempt(lambda: instruct(self._desk.session, wanted, self.teacher))

    def _change(self, one: Standing) -> None:
        open_editor(self._desk, kind_named("instruction"), one.newest, then=self._back)

    def _another_day(self) -> None:
        first = self.lacking[0]
        kind, record_id = first.topic.target
        what = "version" if kind == ProcedureVersion.type_name else "aid"
        given: dict[str, Any] = {
            "helper": first.helper.id,
            what: record_id,
            "given_by": self.teacher,
        }
        open_editor(self._desk, kind_named("instruction"), then=self._back, **given)
