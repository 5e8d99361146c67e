"""The side panel about one package in the archive: its file, and what changed since."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from bpa_desktop.i18n import _
from bpa_desktop.services import given as acts
from bpa_desktop.services import recent
from bpa_desktop.services.attachments import view_of
from bpa_desktop.services.catalogue import kind_named
from bpa_desktop.services.given import Since
from bpa_desktop.services.given_words import contents_words, kind_and_recipient, sending_words
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Row
from bpa_desktop.views.live_panel import LivePanel
from bpa_desktop.views.record_editor import open_editor
from bpa_desktop.views.roving import Roving
from bpa_desktop.views.showing import show_made
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bpa_desktop.domain.given_package import GivenPackage
    from bpa_desktop.views.desk import Desk
    from bpa_desktop.views.moods import Mood

_MARKS: Final[Mapping[Since, Mood]] = {
    Since.CHANGED: "warn",
    Since.APPEARED: "info",
    Since.GONE: "danger",
}


def open_given(desk: Desk, given_id: str, *, compare: bool = False) -> None:
    """Show the package beside the page and say which it is."""
    given = show_given(desk, given_id, compare=compare)
    if given is not None:
        desk.announcer.say(f"{kind_and_recipient(given)}.")


def show_given(desk: Desk, given_id: str, *, compare: bool = False) -> GivenPackage | None:
    """Show the package without a word; the panel closes when it is gone."""
    given = acts.find_given(desk.session, given_id)
    if given is None:
        desk.close_panel()
    else:
        panel = GivenPanel(desk, given, compare=compare)
        desk.show_panel(panel, kind_and_recipient(given))
    return given


class GivenPanel(LivePanel):
    """What was made and sent; the exact file opens again as it was."""

    TOPICS: ClassVar[frozenset[str]] = frozenset({"given_package"})

    def __init__(self, desk: Desk, given: GivenPackage, *, compare: bool) -> None:
        super().__init__(desk, lambda: show_given(desk, given.id, compare=compare))
        self._given = given
        self._compare = compare
        self.add(Text(sending_words(given)))
        self.add(Text(contents_words(given), tone="muted"))
        self._buttons = [
            Button(_("See the file"), icon="eye", press=self._see),
            Button(_("Save a copy"), icon="download", press=self._save),
            self._changing(_("Sent today"), self._sent),
            Button(_("What has changed since?"), press=self._what_changed),
            self._changing(_("Correct the details"), self._correct),
            self._changing(_("Delete from the archive"), self._delete),
        ]
        self._buttons[2].setEnabled(given.given_on is None and not desk.read_only)
        self.add(Row(self._buttons))
        self._roving = Roving(self._buttons)
        if compare:
            self._add_changes()
        else:
            self._add_parts()
        if given.note.strip():
            self.add(Text(given.note))

    def _add_parts(self) -> None:
        self.add(Text(_("What it held"), "label", "muted"))
        for one in self._given.parts:
            self.add(Text(one.words))

    def _add_changes(self) -> None:
        self.add(Text(_("Since then, for the same days"), "label", "muted"))
        for one in acts.changes_since(self.desk.session, self._given):
            self.add(Text(f"{one.words}: {_(one.since.label)}", tone=_MARKS.get(one.since, "text")))

    def _changing(self, text: str, press: Callable[[], object]) -> Button:
        button = Button(text, press=press)
        button.setEnabled(not self.desk.read_only)
        return button

    def _see(self) -> None:
        def show() -> None:
            content = acts.exact_file(self.desk.session, self._given)
            title = kind_and_recipient(self._given)
            show_made(self, lambda: view_of(content, title), back="given")

        self.desk.attempt(show)

    def _save(self) -> None:
        def save() -> str:
            folder = recent.home_folder() / _("Packages")
            path = acts.save_copy(self.desk.session, self._given, folder)
            return _("Saved as {path}.").format(path=path)

        self.desk.attempt(save)

    def _sent(self) -> None:
        self.desk.attempt(lambda: acts.sent_today(self.desk.session, self._given))

    def _what_changed(self) -> None:
        self._compare = True
        show_given(self.desk, self._given.id, compare=True)
        changes = acts.changes_since(self.desk.session, self._given)
        count = sum(one.since is not Since.SAME for one in changes)
        text = _("{count} of {all} papers would be different today.")
        self.desk.say(text.format(count=count, all=len(changes)))

    def _correct(self) -> None:
        def again() -> None:
            show_given(self.desk, self._given.id)

        open_editor(self.desk, kind_named("given_package"), self._given, then=again)

    def _delete(self) -> None:
        self.desk.attempt(lambda: acts.delete(self.desk.session, self._given))
