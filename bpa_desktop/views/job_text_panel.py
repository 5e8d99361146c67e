"""The side panel about a job description or an advert: a large field, and the ways out of it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtGui import QGuiApplication

from bpa_desktop.documents.job_text import plain_text
from bpa_desktop.documents.phrases import joined
from bpa_desktop.domain.own_text import OwnText, TextKind
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, date_words, ngettext
from bpa_desktop.services import keeping, recent
from bpa_desktop.services.catalogue import kind_named
from bpa_desktop.services.giving import write_out
from bpa_desktop.services.job_texts import gaps, suggestion, told_of_people
from bpa_desktop.services.paper_hiring import text_as_paper, text_as_plain
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Notice
from bpa_desktop.views.choice_panel import ChoicePanel
from bpa_desktop.views.drafts import Draft
from bpa_desktop.views.record_editor import open_editor
from bpa_desktop.views.saved_where import SavedWhere
from bpa_desktop.views.saving import Saving
from bpa_desktop.views.showing import show_paper
from bpa_desktop.views.text import Text
from bpa_desktop.views.words_field import WordsField

if TYPE_CHECKING:
    from collections.abc import Callable

    from bpa_desktop.services.giving import HandOut
    from bpa_desktop.views.desk import Desk

_LINES: Final = (14, 28)


def open_text(desk: Desk, text_id: str) -> None:
    """Show the text beside the page and say which it is."""
    found = _show(desk, text_id, None)
    if found is not None:
        desk.announcer.say(f"{_(found.kind.label)}. {found.title}.")


def new_text(desk: Desk, kind: TextKind) -> None:
    """Suggest a text of that kind from what is known, keep it, and show it."""
    made: list[OwnText] = []

    def make() -> str:
        begun = suggestion(desk.session, kind)
        _sentence, saved = keeping.keep_known(desk.session, begun)
        made.append(saved)
        return _("{what} is suggested. Read it through and change what you like.").format(
            what=_(kind.label)
        )

    if desk.attempt(make):
        _show(desk, made[0].id, None)


def _show(desk: Desk, text_id: str, saving: Saving | None) -> OwnText | None:
    found = next(iter(desk.session.records.with_ids(OwnText, [text_id])), None)
    if found is None:
        desk.close_panel()
        return None
    kept = saving or Saving(desk, recent.home_folder() / _("Hiring"), _("The file is being made."))
    desk.show_panel(JobTextPanel(desk, found, kept), found.title, take_focus=saving is None)
    return found


class JobTextPanel(ChoicePanel):
    """What is written is saved when the field is left."""

    TOPICS: ClassVar[frozenset[str]] = frozenset({"own_text"})

    def __init__(self, desk: Desk, text: OwnText, saving: Saving) -> None:
        super().__init__(desk, lambda: _show(desk, text.id, saving))
        self._text = text
        self._saving = saving
        self._warn()
        self._field = WordsField(
            desk,
            _("Text"),
            text.words,
            Draft(desk, "own_text_words", text.id),
            self._save,
            _("An empty line parts two paragraphs. A line with a dash is a point of a list."),
            _LINES,
        )
        self.add(self._field)
        self.add_button(Button(_("Copy the text"), "primary", icon="copy", press=self._copy))
        self.add_button(Button(_("See as PDF"), icon="eye", press=self._see))
        self._file(_("Save as PDF"), text_as_paper)
        self._file(_("Save as plain text"), text_as_plain)
        if text.kind is TextKind.ADVERT:
            self._add_use()
        change = Button(_("Change heading or delete"), press=self._change)
        self.add_button(change, writes=True)
        where = SavedWhere(saving, _("Texts are saved in the folder {path}."))
        for button in where.buttons:
            self._keep(button)
        self.add(where)

    def _warn(self) -> None:
        """What still waits to be written, and what strangers should not read."""
        waiting = gaps(self._text.words)
        if waiting:
            text = ngettext(
                "Write what stands in brackets: {list}.",
                "Write what stands in brackets: {list}.",
                len(waiting),
            )
            self.add(Notice(text.format(list=", ".join(waiting)), "warn"))
        if self._text.kind is not TextKind.ADVERT:
            return
        told = told_of_people(self.desk.session, self._text.words)
        if told:
            text = _("Anybody can read an advert. This one tells {what}.")
            self.add(Notice(text.format(what=joined([_(one) for one in told])), "warn"))
        else:
            text = _("Anybody can read an advert. Leave out your name, address and illness.")
            self.add(Text(text, tone="muted"))

    def _add_use(self) -> None:
        used = self._text.used_on
        if used is not None:
            self.add(Text(_("Put up {date}.").format(date=date_words(used))))
        else:
            self.add_button(Button(_("Put up today"), press=self._use), writes=True)

    def _use(self) -> None:
        changed = replace(self._shown, used_on=self.desk.session.today)

        def save() -> str:
            self.desk.session.save(changed, N_("note that an advert was put up"))
            return _("The advert was put up today.")

        self.desk.attempt(save)

    def _save(self, words: str) -> bool:
        changed = replace(self._text, words=words)

        def save() -> str:
            self.desk.session.save(changed, N_("write a text"))
            return _("The text is saved.")

        return self.desk.attempt(save)

    @property
    def _shown(self) -> OwnText:
        """The text as it stands in the field."""
        return replace(self._text, words=self._field.text)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(plain_text(self._shown))
        self.desk.say(_("The text is copied. Paste it where you want to put it up."))

    def _see(self) -> None:
        bundle = text_as_paper(self._shown).bundle
        if bundle is not None:
            show_paper(self, bundle, back="hiring")

    def _file(self, label: str, make: Callable[[OwnText], HandOut]) -> None:
        def press() -> None:
            hand_out = make(self._shown)
            self._saving.begin(lambda folder: write_out(hand_out, folder))

        self.add_button(Button(label, icon="download", press=press))

    def _change(self) -> None:
        then = partial(_show, self.desk, self._text.id, self._saving)
        open_editor(self.desk, kind_named("own_text"), self._text, then=then)
