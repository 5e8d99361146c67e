"""The way to an open file: the last one, a chosen one, a new one, or the example."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication

from bpa_desktop.domain.clock import ZONE
from bpa_desktop.errors import BpaError
from bpa_desktop.i18n import _, explain
from bpa_desktop.services import recent, unlocking
from bpa_desktop.views import start_pages
from bpa_desktop.views.tasks import Task

_VERIFY_AFTER: Final = 400
"""Milliseconds: the first page is read by then, so that looking at the file delays nothing."""

if TYPE_CHECKING:
    from bpa_desktop.services.session import Session
    from bpa_desktop.services.unlocking import NewFile
    from bpa_desktop.views.frame import Frame
    from bpa_desktop.views.start_pages import StartPage


class Wish(NamedTuple):
    """Which file is to be opened and how; without a key the system's own is used."""

    path: Path
    read_only: bool = False
    key: str | None = None
    key_file: Path | None = None
    today: dt.date | None = None


def choose_file(parent: Frame) -> Path | None:
    """Ask the system for a file."""
    from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - rare

    name, _filter = QFileDialog.getOpenFileName(
        parent, _("Open a file"), str(recent.home_folder()), _("BPA files (*.bpa)")
    )
    return Path(name) if name else None


class Opening(QObject):
    """Leads to an open file and shows it in ``frame``; whoever builds it calls `close`."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._frame = frame
        self._waiting: Session | None = None

    def welcome(self, trouble: str = "") -> None:
        """Show what can be done when no file is open."""
        page = start_pages.welcome(
            new=self.new, choose=self.choose, example=self.example, trouble=trouble
        )
        self._show(page)

    def choose(self) -> None:
        """Let the user find a file."""
        path = choose_file(self._frame)
        if path is not None:
            self.open(Wish(path=path))

    def open(self, wish: Wish) -> None:
        """Open a file, asking for its key where the system does not keep it."""
        try:
            session = unlocking.unlock(
                wish.path,
                key=wish.key,
                key_file=wish.key_file,
                read_only=wish.read_only,
                today=wish.today,
            )
        except BpaError as error:
            self._refused(wish, error)
        else:
            self.show_session(session)

    def _refused(self, wish: Wish, error: BpaError) -> None:
        if unlocking.needs_key(error):
            self._ask_key(wish, "" if unlocking.lacks_key(error) else explain(error))
        elif unlocking.may_be_read(error) and not wish.read_only:
            self._offer_reading(wish, explain(error))
        else:
            self.welcome(explain(error))

    def _ask_key(self, wish: Wish, trouble: str) -> None:
        def unlock(text: str) -> None:
            try:
                session = unlocking.unlock_with(
                    wish.path, text, read_only=wish.read_only, today=wish.today
                )
            except BpaError as error:
                self._refused(wish._replace(key=text), error)
            else:
                self.show_session(session)

        self._show(start_pages.UnlockPage(wish.path.name, unlock, self.welcome, trouble))

    def _offer_reading(self, wish: Wish, trouble: str) -> None:
        page = start_pages.StartPage(
            _("The file cannot be changed here"), _("You can look at it all the same."), trouble
        )
        text = _("Nothing you do here changes the file.")
        read = wish._replace(read_only=True)
        page.offer(_("Open read-only"), text, lambda: self.open(read), is_first=True)
        page.offer(_("Try again"), _("When it has been closed there."), lambda: self.open(wish))
        page.offer(_("Back"), _("Choose something else."), self.welcome)
        self._show(page)

    def new(self) -> None:
        """Make a new file in the user's folder."""
        if unlocking.can_keep_keys():
            self._make("")
        else:
            self._ask_passphrase()

    def _ask_passphrase(self, trouble: str = "") -> None:
        self._show(start_pages.PassphrasePage(self._make, self.welcome, trouble))

    def _make(self, passphrase: str) -> None:
        folder = recent.home_folder()
        path = recent.free_name(folder, _("My scheme"), ".bpa")
        try:
            folder.mkdir(parents=True, exist_ok=True)
            made = unlocking.new_file(path, ask=lambda: passphrase)
        except OSError:
            self.welcome(_("Nothing can be written in the folder {path}.").format(path=folder))
        except BpaError as error:
            again = self._ask_passphrase if passphrase else self.welcome
            again(explain(error))
        else:
            self._made(made, path)

    def _made(self, made: NewFile, path: Path) -> None:
        if made.recovery_key is None:
            self.show_session(made.session)
            return
        key = made.recovery_key
        self._waiting = made.session
        page = start_pages.RecoveryPage(
            key,
            remembered=made.remembered,
            save=lambda: self._save_sheet(key, path),
            copy=lambda: self._copy(key),
            done=lambda: self.show_session(made.session),
        )
        self._show(page)

    def _save_sheet(self, key: str, path: Path) -> None:
        from bpa_desktop.services import safekeeping  # noqa: PLC0415 - rare

        def save() -> str:
            target = recent.free_name(path.parent, _("Recovery key"), ".pdf")
            today = dt.datetime.now(ZONE).date()
            safekeeping.print_sheet(safekeeping.sheet(key, path, today), target)
            return _("Saved as {path}. Print it, and delete the file.").format(path=target)

        self._frame.desk.attempt(save)

    def _copy(self, key: str) -> None:
        QGuiApplication.clipboard().setText(key)
        self._frame.desk.say(_("The key is copied."))

    def example(self) -> None:
        """Make the example in the user's folder on a thread, and show it."""
        from bpa_desktop.services.demo import make_demo  # noqa: PLC0415 - rare

        folder = recent.home_folder() / _("Example")
        title = _("The example is being made")
        self._show(start_pages.StartPage(title, _("It takes a few seconds.")))
        task = Task(lambda: make_demo(folder).file, self)
        task.done.connect(self._show_example)
        task.failed.connect(self._no_example)
        task.start()

    def _show_example(self, path: Path) -> None:
        from bpa_desktop.services.demo import DEMO_KEY  # noqa: PLC0415 - rare

        self.open(Wish(path=path, key=DEMO_KEY))

    def _no_example(self, error: Exception) -> None:
        if not isinstance(error, BpaError):
            raise error
        self.welcome(explain(error))

    def show_session(self, session: Session) -> None:
        """Work with an open file from now on; the one before is closed."""
        desk = self._frame.desk
        before = desk.session if desk.has_session else None
        self._waiting = None
        desk.open(session)
        if before is not None:
            before.close()
        recent.remember_file(session.file.path)
        if session.notice is not None:
            desk.say(explain(session.notice), "warn")
        elif session.read_only:
            desk.say(_("The file is open read-only."), "info")
        QTimer.singleShot(_VERIFY_AFTER, self, self._verify)

    def _verify(self) -> None:
        """Look every page of the file through once the window can be read."""
        desk = self._frame.desk
        if desk.has_session:
            desk.attempt(desk.session.verify)

    def close(self) -> None:
        """Close a new file whose key was still being looked at."""
        if self._waiting is not None:
            self._waiting.close()
            self._waiting = None

    def _show(self, page: StartPage) -> None:
        self._frame.show_guest(page)
        page.complained.connect(lambda text: self._frame.desk.say(text, "warn"))
        said = (page.trouble, f"{page.heading.title}.", page.heading.sentence)
        self._frame.desk.announcer.say(" ".join(filter(None, said)))
