"""The side panel about one letter: its text, what is missing in it, and the ways out of it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtGui import QGuiApplication

from bpa_desktop.i18n import _
from bpa_desktop.services import letters, recent
from bpa_desktop.services.catalogue import kind_named
from bpa_desktop.services.giving import write_out
from bpa_desktop.services.letter_advice import advice
from bpa_desktop.services.letter_words import ease_words, state_words
from bpa_desktop.services.paper_letter import letter_as_message, letter_as_paper
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
    from bpa_desktop.domain.letter import Letter
    from bpa_desktop.views.desk import Desk

_LINES: Final = (14, 28)


def open_kept(desk: Desk, letter_id: str) -> None:
    """Show a letter that is kept beside the page, and say which it is."""
    found = letters.find_letter(desk.session, letter_id)
    if found is not None:
        show_letter(desk, found)
        desk.announcer.say(f"{found.subject}. {state_words(found)}.")


def show_letter(desk: Desk, letter: Letter, saving: Saving | None = None) -> None:
    """Show the letter beside the page; ``saving`` goes on from a panel that it takes over from."""
    kept = saving or Saving(desk, recent.home_folder() / _("Letters"), _("The file is being made."))
    panel = LetterPanel(desk, letter, kept)
    desk.show_panel(panel, letter.subject, take_focus=saving is None)


class LetterPanel(ChoicePanel):
    """What is written is kept when the field is left; a letter that is sent stays as it was."""

    TOPICS: ClassVar[frozenset[str]] = frozenset({"letter", "scheme"})

    def __init__(self, desk: Desk, letter: Letter, saving: Saving) -> None:
        super().__init__(desk, self._again)
        self._letter = letter
        self._saving = saving
        self._say_what_it_is()
        begun = letter.id or f"{letter.kind}/{letter.about_type}/{letter.about_id}"
        self._field = WordsField(
            desk,
            _("Text"),
            letter.words,
            Draft(desk, "letter_words", begun),
            self._save if letter.sent_on is None else None,
            _("An empty line parts two paragraphs. A line with a dash is a point of a list."),
            _LINES,
        )
        if letter.sent_on is not None:
            self._field.control.setReadOnly(True)
        self.add(self._field)
        self._ease = Text("", tone="muted")
        self.add(self._ease)
        self._field.control.textChanged.connect(self._judge)
        self._judge()
        self._add_ways_out()

    def _say_what_it_is(self) -> None:
        letter = self._letter
        to = letter.recipient.strip()
        if to:
            self.add(Text(_("To {recipient}").format(recipient=to), "strong"))
        if letter.id:
            self.add(Text(state_words(letter), tone="muted"))
        for one in advice(self.desk.session, letter):
            self.add(Notice(one.text, "warn" if one.is_late else "info"))

    def _add_ways_out(self) -> None:
        letter = self._letter
        self.add_button(Button(_("Copy the text"), "primary", icon="copy", press=self._copy))
        self.add_button(Button(_("Copy the subject"), icon="copy", press=self._copy_subject))
        self.add_button(Button(_("Save as PDF"), icon="download", press=self._file))
        self.add_button(Button(_("See as PDF"), icon="eye", press=self._see))
        if letter.sent_on is None:
            self.add_button(Button(_("Sent today"), icon="check", press=self._sent), writes=True)
        if letter.sent_on is None and letter.id:
            self.add_button(Button(_("Suggest it anew"), press=self._anew), writes=True)
        change = Button(_("Change recipient, subject or delete"), press=self._change)
        self.add_button(change, writes=True)
        where = SavedWhere(self._saving, _("Letters are saved in the folder {path}."))
        for button in where.buttons:
            self._keep(button)
        self.add(where)

    @property
    def _shown(self) -> Letter:
        """The letter as it stands in the field."""
        return replace(self._letter, words=self._field.text)

    def _again(self) -> None:
        """Show it as it is kept now; put the panel away when it is kept no more."""
        old = self._letter
        if old.id:
            found = letters.find_letter(self.desk.session, old.id)
        else:
            found = letters.letter_for(self.desk.session, old.kind, letters.key_of(old))
        if found is None:
            self.desk.close_panel()
        else:
            show_letter(self.desk, found, self._saving)

    def _judge(self) -> None:
        self._ease.setText(ease_words(self._field.text))

    def _save(self, words: str) -> bool:
        def save() -> str:
            self._letter = letters.keep_words(self.desk.session, self._letter, words)
            self._field.settle()
            return _("The letter is kept.")

        return self.desk.attempt(save)

    def _copy(self) -> None:
        text = letter_as_message(self.desk.session, self._shown)
        QGuiApplication.clipboard().setText(text)
        self.desk.say(_("The text is copied. Paste it into a message in Digital Post."))

    def _copy_subject(self) -> None:
        QGuiApplication.clipboard().setText(self._letter.subject.strip())
        self.desk.say(_("The subject is copied."))

    def _see(self) -> None:
        bundle = letter_as_paper(self.desk.session, self._shown).bundle
        if bundle is not None:
            show_paper(self, bundle, back="letters")

    def _file(self) -> None:
        hand_out = letter_as_paper(self.desk.session, self._shown)
        self._saving.begin(lambda folder: write_out(hand_out, folder))

    def _sent(self) -> None:
        letter, words = self._letter, self._field.text

        def send() -> str:
            sentence = letters.send_today(self.desk.session, letter, words)
            self._field.settle()
            return sentence

        self.desk.attempt(send)

    def _anew(self) -> None:
        def suggest() -> str:
            session, old = self.desk.session, self._letter
            made = letters.suggestion(session, old.kind, letters.key_of(old))
            self._field.settle()
            letters.keep_words(session, old, made.words)
            return _("The letter is suggested anew. Undo brings your own text back.")

        self.desk.attempt(suggest)

    def _change(self) -> None:
        """The letter must be kept before something else of it can be changed."""

        def change() -> None:
            kept = letters.keep_words(self.desk.session, self._letter, self._field.text)
            self._field.settle()
            then = partial(open_kept_quietly, self.desk, kept.id, self._saving)
            open_editor(self.desk, kind_named("letter"), kept, then=then)

        self.desk.attempt(change)


def open_kept_quietly(desk: Desk, letter_id: str, saving: Saving) -> None:
    """Show the letter again after its form, which has said what was done."""
    found = letters.find_letter(desk.session, letter_id)
    if found is not None:
        show_letter(desk, found, saving)
