"""One letter from the municipality beside the page: what it asks, by when, and the answer."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from bpa_desktop.domain.inquiry import Inquiry, InquiryKind
from bpa_desktop.domain.letter import LetterKind
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, date_words
from bpa_desktop.services.attachments import MOST_MEGABYTES
from bpa_desktop.services.catalogue import kind_named
from bpa_desktop.services.inquiry_texts import inquiry_name, inquiry_state
from bpa_desktop.views.attachment_part import AttachmentPart
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Row
from bpa_desktop.views.choice_panel import ChoicePanel
from bpa_desktop.views.letter_doors import open_letter
from bpa_desktop.views.record_editor import open_editor
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bpa_desktop.views.desk import Desk

_ANSWERS: Final[Mapping[InquiryKind, LetterKind]] = {
    InquiryKind.HEARING: LetterKind.HEARING,
    InquiryKind.PAPERS: LetterKind.PAPERS,
}


def open_inquiry(desk: Desk, inquiry: str) -> None:
    """Show the letter beside the page, and say by when it must be answered."""
    panel = show_inquiry(desk, inquiry)
    if panel is not None:
        desk.announcer.say(f"{panel.title}. {panel.said}")


def show_inquiry(desk: Desk, inquiry: str, *, take_focus: bool = True) -> InquiryPanel | None:
    """The same without a word; the panel closes when the letter is gone."""
    found = next(iter(desk.session.records.with_ids(Inquiry, [inquiry])), None)
    if found is None:
        desk.close_panel()
        return None
    panel = InquiryPanel(desk, found)
    desk.show_panel(panel, panel.title, take_focus=take_focus)
    return panel


class InquiryPanel(ChoicePanel):
    """What it asks, then the ways to answer it."""

    TOPICS: ClassVar[frozenset[str]] = frozenset({"inquiry"})

    def __init__(self, desk: Desk, inquiry: Inquiry) -> None:
        super().__init__(desk, partial(show_inquiry, desk, inquiry.id, take_focus=False))
        self._inquiry = inquiry
        self.title = inquiry_name(inquiry)
        self.said = inquiry_state(inquiry)
        self.add(Text(self.said, "strong"))
        self.add(Text(_("Received on {date}.").format(date=date_words(inquiry.received_on))))
        if inquiry.words:
            self.add(Text(inquiry.words, tone="muted"))
        if inquiry.answered_on is None:
            self._act(_("Write the answer"), self._answer)
            self._act(_("Answered today"), self._answered, writes=True)
        if inquiry.kind is InquiryKind.PAPERS:
            self._act(_("Open the package"), partial(desk.go, "package"))
        self._add_file()
        self._act(_("Change the letter"), self._change)

    def _act(self, text: str, press: Callable[[], object], *, writes: bool = False) -> None:
        button = Button(text, press=press)
        button.setObjectName(text)
        self.add_button(button, writes=writes)

    def _add_file(self) -> None:
        self.add(Text(_("The letter itself"), "label"))
        if not self._inquiry.attachment:
            text = _("A photo or PDF, at most {most} MB, is kept inside the encrypted file.")
            self.add(Text(text.format(most=MOST_MEGABYTES), tone="muted"))
        buttons = list(AttachmentPart(self, self._inquiry, back="case").buttons())
        for button in buttons:
            self._keep(button)
        self.add(Row(buttons))

    def _answered(self) -> None:
        self.desk.attempt(self._write)

    def _write(self) -> str:
        done = replace(self._inquiry, answered_on=self.desk.session.today)
        self.desk.session.save(done, N_("answer a letter from the municipality"))
        return inquiry_state(done)

    def _answer(self) -> None:
        kind = _ANSWERS.get(self._inquiry.kind, LetterKind.OTHER)
        open_letter(self.desk, kind, ("inquiry", self._inquiry.id), back="case")

    def _change(self) -> None:
        then = partial(show_inquiry, self.desk, self._inquiry.id)
        open_editor(self.desk, kind_named("inquiry"), self._inquiry, then=then)
