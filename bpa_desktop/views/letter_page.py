"""One letter: its text in a large field, what is missing in it, and the ways out of it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from bpa_desktop.i18n import _, language
from bpa_desktop.services import letters, recent
from bpa_desktop.services.catalogue import kind_named
from bpa_desktop.services.giving import write_out
from bpa_desktop.services.letter_about import rules_of
from bpa_desktop.services.letter_advice import advice
from bpa_desktop.services.letter_text import GAP, gaps
from bpa_desktop.services.letter_words import ease_words, state_words
from bpa_desktop.services.paper_letter import letter_as_message, letter_as_paper
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Notice, Row
from bpa_desktop.views.desk import Chosen
from bpa_desktop.views.drafts import Draft
from bpa_desktop.views.page import PAGE_SPACING, Page
from bpa_desktop.views.record_editor import open_editor
from bpa_desktop.views.roving import Roving
from bpa_desktop.views.rule_panel import write_decision
from bpa_desktop.views.saved_where import SavedWhere
from bpa_desktop.views.saving import Saving
from bpa_desktop.views.showing import show_paper
from bpa_desktop.views.stack import Stack
from bpa_desktop.views.text import Text
from bpa_desktop.views.words_field import WordsField, next_match

if TYPE_CHECKING:
    from collections.abc import Callable

    from bpa_desktop.domain.letter import Letter
    from bpa_desktop.views.desk import Desk

PLACE: Final = "letter"
_MUNICIPAL: Final = "da"
_LINES: Final = (16, 40)
_CHARS: Final = 76
"""How wide a line of the letter is at most; longer ones are hard to follow."""


class LetterPage(Page):
    """What is written is kept when the field is left; a letter that is sent stays as it was."""

    TOPICS: ClassVar[frozenset[str]] = frozenset({"letter", "scheme"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._letter: Letter | None = None
        self._is_writing = False
        self._advised: Stack | None = None
        usual = recent.home_folder() / _("Letters")
        self._saving = Saving(desk, usual, _("The file is being made."), self)
        self._back = Button(_("Back"), icon="arrow-left", press=self.go_back)
        self._above = Roving([self._back])
        self._below = Roving()
        self.heading.add(Row([self._back]))
        desk.record_wanted.connect(self._wanted)

    def _wanted(self, place: str) -> None:
        if place == PLACE:
            self._letter = None
            self._stale = True

    def refresh(self) -> None:
        """Read the letter again; while its own words are kept nothing on the page moves."""
        letter = self._now()
        if letter is None:
            self._show_nothing()
            return
        is_same = self._is_writing and self._letter is not None
        self._letter = letter
        self._title(letter)
        if is_same:
            self._advise(letter)
        else:
            self._show(letter)

    def _now(self) -> Letter | None:
        """The letter that was asked for, as it is kept now; else the newest draft."""
        chosen = self.desk.chosen.get(PLACE)
        session = self.desk.session
        found = letters.letter_at(session, chosen.record_id) if chosen else None
        old = self._letter
        if found is None and old is not None:
            found = letters.letter_for(session, old.kind, letters.key_of(old))
        drafts = (one for one in letters.letters(session) if one.sent_on is None)
        return found or next(drafts, None)

    def _title(self, letter: Letter) -> None:
        to = letter.recipient.strip()
        said = [_("To {recipient}").format(recipient=to) if to else ""]
        said.append(state_words(letter) if letter.id else _("Suggestion, not kept yet"))
        self.heading.say(letter.subject, ". ".join(filter(None, said)) + ".")

    def _show_nothing(self) -> None:
        self.heading.say(_("Letters"), "")
        content = self.stack()
        content.add(Notice(_("No letter is open. Go back, and choose one or write a new one.")))
        self._above.set_buttons([self._back])
        self.fill(content)

    def _show(self, letter: Letter) -> None:
        content = self.stack()
        content.add(self._ways_out(letter))
        self._advice, self._advised = Stack(0), None
        content.add(self._advice)
        self._advise(letter)
        self._field = self._written(letter)
        self._ease = Text("", tone="muted")
        self._field.control.textChanged.connect(self._judge)
        self._judge()
        row = Row()
        row.add(Stack(4, [self._field, self._ease]), chars=_CHARS, most=_CHARS, fold=True)
        content.add(row)
        content.add(self._more(letter))
        self.fill(content)

    def _written(self, letter: Letter) -> WordsField:
        is_draft = letter.sent_on is None
        field = WordsField(
            self.desk,
            _("Text"),
            letter.words,
            Draft(self.desk, "letter_words", letters.address_of(letter)),
            self._save if is_draft else None,
            _("An empty line parts two paragraphs. A line with a dash is a point of a list."),
            _LINES,
        )
        field.control.setReadOnly(self.desk.read_only or not is_draft)
        return field

    def _advise(self, letter: Letter) -> None:
        found = advice(self.desk.session, letter)
        told = [Notice(one.text, "warn" if one.is_late else "info") for one in found]
        fresh = Stack(PAGE_SPACING, told)
        self._advice.swap(self._advised, fresh)
        self._advised = fresh
        self._advice.setVisible(bool(told))

    def _ways_out(self, letter: Letter) -> Row:
        buttons = [
            Button(_("Copy the text"), "primary", icon="copy", press=self._copy),
            Button(_("Copy the subject"), icon="copy", press=self._copy_subject),
            Button(_("Save as PDF"), icon="download", press=self._file),
            Button(_("See as PDF"), icon="eye", press=self._see),
        ]
        if letter.sent_on is None:
            buttons.append(self._writer(_("Sent today"), self._send))
        self._next = self._writer(_("Go to the next place to fill"), self._fill_next)
        if gaps(letter.words) and letter.sent_on is None:
            buttons.append(self._next)
        self._above.set_buttons([self._back, *buttons])
        self._above.point_to(buttons[0])
        return Row(buttons)

    def _more(self, letter: Letter) -> Stack:
        buttons = []
        if letter.sent_on is None:
            buttons += self._suggesting()
        buttons.append(self._writer(_("Change recipient, subject or delete"), self._change))
        keys = rules_of(letters.key_of(letter))
        if len(keys) == 1:
            write_down = partial(write_decision, self.desk, keys[0])
            buttons.append(self._writer(_("Write what your decision says"), write_down))
        where = SavedWhere(self._saving, _("Letters are saved in the folder {path}."))
        self._below.set_buttons([*buttons, *where.buttons])
        return Stack(PAGE_SPACING, [Row(buttons), where])

    def _suggesting(self) -> list[Button]:
        """The suggestion again; who reads English here still writes to a Danish municipality."""
        made = [self._writer(_("Suggest it anew"), partial(self._anew, language()))]
        if language() != _MUNICIPAL:
            made.append(self._writer(_("Suggest it in Danish"), partial(self._anew, _MUNICIPAL)))
        return made

    def _writer(self, label: str, press: Callable[[], object]) -> Button:
        button = Button(label, press=press)
        button.setEnabled(not self.desk.read_only)
        return button

    @property
    def shown(self) -> Letter:
        """The letter as it stands in the field; there is one while its buttons are shown."""
        if self._letter is None:
            raise RuntimeError("no letter is open")
        return replace(self._letter, words=self._field.text)

    def _judge(self) -> None:
        words = self._field.text
        self._ease.setText(ease_words(words))
        self._next.setEnabled(bool(gaps(words)) and not self.desk.read_only)

    def _fill_next(self) -> None:
        """Mark the next place that is to be filled, so that what is written takes its stead."""
        field = self._field.control
        found = next_match(field, GAP)
        if found is None:
            self.desk.say(_("No place is left to fill."))
            return
        field.setTextCursor(found)
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.desk.say(f"{found.selectedText().strip('[]')}.")

    def _save(self, _words: str) -> bool:
        def save() -> str | None:
            self._keep()
            # Whoever is back in the text has just been told what to write there.
            return None if self._field.control.hasFocus() else _("The letter is kept.")

        return self.desk.attempt(save)

    def _keep(self) -> Letter:
        """Keep the letter as it stands in the field, without moving anything."""
        self._is_writing = True
        try:
            kept = letters.keep_words(self.desk.session, self.shown, self._field.text)
        finally:
            self._is_writing = False
        self._field.settle()
        self._letter = kept
        self._choose(kept)
        self._title(kept)
        return kept

    def _choose(self, letter: Letter) -> None:
        chosen = self.desk.chosen.get(PLACE)
        if chosen is not None:
            self.desk.chosen[PLACE] = chosen._replace(record_id=letters.address_of(letter))

    def _copy(self) -> None:
        text = letter_as_message(self.desk.session, self.shown)
        QGuiApplication.clipboard().setText(text)
        self.desk.say(_("The text is copied. Paste it into a message in Digital Post."))

    def _copy_subject(self) -> None:
        QGuiApplication.clipboard().setText(self.shown.subject.strip())
        self.desk.say(_("The subject is copied."))

    def _see(self) -> None:
        bundle = letter_as_paper(self.desk.session, self.shown).bundle
        if bundle is not None:
            show_paper(self, bundle, back=PLACE)

    def _file(self) -> None:
        hand_out = letter_as_paper(self.desk.session, self.shown)
        self._saving.begin(lambda folder: write_out(hand_out, folder))

    def _send(self) -> None:
        def send() -> str:
            letter = self.shown
            self._field.settle()
            sent = letters.send_today(self.desk.session, letter)
            self._choose(sent)
            self._stale = True
            self.catch_up()
            return _("Sent today: {subject}.").format(subject=sent.subject.rstrip("."))

        self.desk.attempt(send)

    def _anew(self, spoken: str) -> None:
        def suggest() -> str:
            self._field.settle()
            self._choose(letters.suggest_anew(self.desk.session, self.shown, spoken))
            return _("The letter is suggested anew. Undo brings your own text back.")

        self.desk.attempt(suggest)

    def _change(self) -> None:
        """A letter must be kept before something else of it can be changed."""
        self.desk.attempt(lambda: self._open_form(self._keep()))

    def _open_form(self, kept: Letter) -> None:
        open_editor(self.desk, kind_named("letter"), kept, then=partial(self._left, kept.id))

    def _left(self, letter_id: str) -> None:
        """A letter that was deleted in its form has no page any more."""
        if letters.find_letter(self.desk.session, letter_id) is None:
            self._letter = None
            self.desk.chosen.pop(PLACE, None)
            self.desk.return_to("letters")

    def go_back(self) -> None:
        """Show again where the letter was opened from."""
        chosen = self.desk.chosen.get(PLACE) or Chosen("", "letters")
        self.desk.return_to(chosen.back)
        chosen.then()
