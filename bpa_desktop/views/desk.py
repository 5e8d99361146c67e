"""What a page may use: the open file, the status line, the other places and the side panel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, cast

from PySide6.QtCore import QObject, Signal

from bpa_desktop.errors import BpaError
from bpa_desktop.i18n import explain
from bpa_desktop.views.announce import Announcer
from bpa_desktop.views.preference_words import told
from bpa_desktop.views.pressing import Pressing

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from bpa_desktop.services.paper_view import PaperView
    from bpa_desktop.services.preferences import Preferences
    from bpa_desktop.services.session import Session
    from bpa_desktop.views.actions import Action
    from bpa_desktop.views.moods import Mood
    from bpa_desktop.views.place import Place


class OpenFile(Protocol):
    """What the window itself needs of an open file."""

    @property
    def today(self) -> dt.date:
        """The Danish calendar day."""

    @property
    def read_only(self) -> bool:
        """Whether nothing may be changed."""

    def now(self) -> dt.datetime:
        """What a Danish wall clock shows."""

    def undo_text(self) -> str | None:
        """The action that would be undone."""

    def redo_text(self) -> str | None:
        """The action that would be done again."""

    def undo(self) -> str:
        """Undo one action and say which."""

    def redo(self) -> str:
        """Do one undone action again and say which."""

    def aside(self) -> str:
        """What the newest action did besides what it was asked for, told once."""

    def subscribe(self, observer: Callable[[frozenset[str]], None], /) -> Callable[[], None]:
        """Tell ``observer`` which record types changed; call the result to stop."""


class Chosen(NamedTuple):
    """The record that a place shows, and the place that its *Back* leads to.

    ``then`` shows beside that place what it was opened from.
    """

    record_id: str
    back: str
    then: Callable[[], object] = lambda: None


class Desk(QObject):
    """The way from a page to everything around it.

    ``changed`` carries the names of the record types that an action changed, and an empty set
    when another file was opened. Pages read again when they hear it.
    """

    changed = Signal(object)
    said = Signal(str, str)
    place_wanted = Signal(str)
    place_needed = Signal(str)
    return_wanted = Signal(str)
    week_wanted = Signal(object)
    back_wanted = Signal()
    panel_wanted = Signal(object, str, bool)
    panel_unwanted = Signal()
    preferences_changed = Signal()
    paper_wanted = Signal()
    tried = Signal(object)
    person_wanted = Signal()
    record_wanted = Signal(str)

    def __init__(
        self,
        preferences: Preferences,
        session: OpenFile | None = None,
        save: Callable[[Preferences], None] | None = None,
    ) -> None:
        super().__init__()
        self._preferences = preferences
        self._save = save
        self._session: OpenFile | None = None
        self._stop: Callable[[], None] | None = None
        self.announcer = Announcer(self)
        self.pressing = Pressing(self)
        self.last_said = ""
        self.paper: PaperView | None = None
        self.paper_back = ""
        self.person = ""
        """The id of the helper who is looked at."""
        self.chosen: dict[str, Chosen] = {}
        """Which record a place shows, by the key of the place."""
        self.drafts: dict[tuple[str, str], dict[str, Any]] = {}
        """What was typed into a form and not finished, by record type and id."""
        self.places: Sequence[Place] = ()
        self.actions: Sequence[Action] = ()
        if session is not None:
            self.open(session)

    @property
    def has_session(self) -> bool:
        """Whether a file is open."""
        return self._session is not None

    @property
    def session(self) -> Session:
        """The open file.

        Raises:
            RuntimeError: no file is open; a page that can be seen then must ask `has_session`.
        """
        if self._session is None:
            raise RuntimeError("no file is open")
        return cast("Session", self._session)

    def open(self, session: OpenFile) -> None:
        """Work with ``session`` from now on; the caller still closes it."""
        self.leave()
        self._session = session
        self._stop = session.subscribe(self._tell)
        self.changed.emit(frozenset())

    def leave(self) -> None:
        """Let go of the open file; the caller closes it."""
        if self._stop is not None:
            self._stop()
        self._session = self._stop = None
        self.pressing.drop()
        self.drafts.clear()
        self.chosen.clear()
        self.paper = None
        self.person = ""

    def _tell(self, topics: frozenset[str]) -> None:
        self.pressing.after(lambda: self.changed.emit(topics))

    def say(self, sentence: str, mood: Mood = "ok") -> None:
        """Show the result of an action in the status line and announce it, once.

        What the action did besides, such as noting a correction, is told with it.
        """
        aside = self._session.aside() if self._session is not None else ""
        sentence = f"{sentence} {aside}".rstrip()
        self.last_said = sentence
        self.announcer.say(sentence)
        self.said.emit(sentence, mood)

    def tell(self, sentence: str, mood: Mood = "info") -> None:
        """Show in the status line that something has begun; its result is what is announced."""
        self.said.emit(sentence, mood)

    def attempt(self, action: Callable[[], str | None]) -> bool:
        """Run ``action`` and say what it gives; say why when it is refused."""
        try:
            sentence = action()
        except BpaError as error:
            self.say(explain(error), "warn")
            return False
        if sentence:
            self.say(sentence)
        return True

    def go(self, key: str) -> None:
        """Show the place called ``key``."""
        self.place_wanted.emit(key)

    def return_to(self, key: str) -> None:
        """Show the place called ``key`` again, with the focus where it was."""
        self.return_wanted.emit(key)

    def go_back(self) -> None:
        """Show again what was shown before settings, help or another tool."""
        self.back_wanted.emit()

    def show_paper(self, paper: PaperView, back: str) -> None:
        """Show a finished ``paper`` in the preview; its *Back* leads to the place ``back``."""
        self.paper, self.paper_back = paper, back
        self.paper_wanted.emit()
        self.go("preview")

    def show_person(self, helper: str) -> None:
        """Show the page of the helper with that id."""
        self._choose_person(helper)
        self.go("person")

    def need_person(self, helper: str) -> None:
        """As `show_person`, without a word: what is shown beside it says what it is."""
        self._choose_person(helper)
        self.place_needed.emit("person")

    def _choose_person(self, helper: str) -> None:
        self.person = helper
        self.person_wanted.emit()

    def show_record(
        self, place: str, record_id: str, back: str, then: Callable[[], object] = lambda: None
    ) -> None:
        """Show a record in the place that is there for it; its *Back* leads to ``back``.

        ``then`` shows beside that place what the record was opened from.
        """
        self.chosen[place] = Chosen(record_id, back, then)
        self.record_wanted.emit(place)
        self.go(place)

    def show_week(self, day: dt.date) -> None:
        """Show the week of ``day`` in the roster, which says what it shows then.

        Where the roster is in sight already, the focus stays.
        """
        self.place_needed.emit("roster")
        self.week_wanted.emit(day)

    def show_panel(self, widget: QWidget, title: str, *, take_focus: bool = True) -> None:
        """Show ``widget`` beside the page, under the heading ``title``.

        Without ``take_focus`` the focus stays on what was chosen while both are in sight.
        """
        self.panel_wanted.emit(widget, title, take_focus)

    def close_panel(self) -> None:
        """Put the side panel away."""
        self.panel_unwanted.emit()

    def undo(self) -> None:
        """Take back the newest action."""
        if self._session is not None:
            self.attempt(self._session.undo)

    def redo(self) -> None:
        """Do again what was undone last."""
        if self._session is not None:
            self.attempt(self._session.redo)

    @property
    def undo_text(self) -> str | None:
        """What `undo` would take back; nothing where the file cannot be read."""
        try:
            return self._session.undo_text() if self._session is not None else None
        except BpaError:
            # Every page reads as well, and says why it cannot.
            return None

    @property
    def read_only(self) -> bool:
        """Whether the open file may only be read."""
        return self._session is not None and self._session.read_only

    @property
    def preferences(self) -> Preferences:
        """Language, sizes and colours."""
        return self._preferences

    def change_preferences(self, **changes: object) -> None:
        """Show, remember and say other preferences; the names are those of `Preferences`."""
        changed = self._preferences._replace(**changes)  # type: ignore[arg-type]
        if changed != self._preferences:
            self._preferences = changed
            if self._save is not None:
                self._save(changed)
            self.preferences_changed.emit()
        sentence = told(changed, changes)
        if sentence:
            self.say(sentence)
