"""How what is handed out is made: how helpers stand, what calendars tell, where files go."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, TypeVar

from bpa_desktop.documents.choices import Names
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _
from bpa_desktop.services import recent
from bpa_desktop.services.feeds import NOTHING_TOLD, Told
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Row
from bpa_desktop.views.choice import Choice
from bpa_desktop.views.live_panel import LivePanel
from bpa_desktop.views.roving import Roving
from bpa_desktop.views.saving import another_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from bpa_desktop.views.desk import Desk

T = TypeVar("T")

NAMES_WORDS: Final[Mapping[Names, str]] = {
    Names.FULL: N_("Names"),
    Names.INITIALS: N_("Initials"),
    Names.NUMBERED: N_("Helper 1, 2, 3"),
}
TOLD_WORDS: Final[Mapping[Told, str]] = {
    NOTHING_TOLD: N_("Only the times"),
    Told(kind=True): N_("The kind too"),
    Told(kind=True, citizen=True): N_("Your name too"),
}


@dataclass(frozen=True)
class GiveOutChoice:
    """What was chosen in the panel; the defaults are what most people want.

    ``to`` is the id of the helper that things are for; empty for everybody. ``names`` is how
    helpers stand in papers, ``told`` what calendar titles tell, ``folder`` another folder than
    the usual one.
    """

    to: str = ""
    names: Names = Names.FULL
    told: Told = NOTHING_TOLD
    folder: Path | None = None

    @property
    def target(self) -> Path:
        """The folder in which files are saved."""
        return self.folder or recent.home_folder() / _("Rosters")

    def sentences(self) -> str:
        """What is chosen, in words."""
        return f"{_said_names(self.names)} {_said_told(self.told)} {_said_folder(self.target)}"


def _said_names(names: Names) -> str:
    return _("Helpers stand with: {names}.").format(names=_(NAMES_WORDS[names]))


def _said_told(told: Told) -> str:
    return _("Calendars tell: {what}.").format(what=_(TOLD_WORDS[told]))


def _said_folder(folder: Path) -> str:
    return _("The files are saved in the folder {path}.").format(path=folder)


def open_options(
    desk: Desk, choice: GiveOutChoice, back: Callable[[GiveOutChoice], object]
) -> None:
    """Show the choices and say what is chosen; ``back`` is called with what was chosen."""
    _show(desk, choice, back)
    desk.announcer.say(choice.sentences())


def _show(desk: Desk, choice: GiveOutChoice, back: Callable[[GiveOutChoice], object]) -> None:
    desk.show_panel(GiveOutOptions(desk, choice, back), _("How it is made"))


class GiveOutOptions(LivePanel):
    """Two choices, another folder, and the way back."""

    def __init__(
        self, desk: Desk, choice: GiveOutChoice, back: Callable[[GiveOutChoice], object]
    ) -> None:
        super().__init__(desk, lambda: _show(desk, choice, back))
        self._choice = choice
        self._reach = back
        self._add_choice(_("Helpers stand with"), NAMES_WORDS, choice.names, self._choose_names)
        self._add_choice(_("Calendars tell"), TOLD_WORDS, choice.told, self._choose_told)
        buttons = [
            Button(_("Save in another folder"), press=self._choose_folder),
            Button(_("Done"), "primary", press=lambda: back(self._choice)),
        ]
        self.add(Row(buttons))
        self._roving = Roving(buttons)

    def _add_choice(
        self, label: str, options: Mapping[T, str], value: T, choose: Callable[[T], object]
    ) -> None:
        self.add(Choice(label, [(one, _(text)) for one, text in options.items()], value, choose))

    def _choose_names(self, names: Names) -> None:
        self._choose(_said_names(names), replace(self._choice, names=names))

    def _choose_told(self, told: Told) -> None:
        self._choose(_said_told(told), replace(self._choice, told=told))

    def _choose_folder(self) -> None:
        folder = another_folder(self)
        if folder is not None:
            self._choose(_said_folder(folder), replace(self._choice, folder=folder))

    def _choose(self, said: str, choice: GiveOutChoice) -> None:
        self._choice = choice
        self._reopen = lambda: _show(self.desk, choice, self._reach)
        self.desk.say(said)
