"""Rates as a file: saved for others, or brought in after they were seen."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from bpa_desktop.i18n import _, explain, ngettext
from bpa_desktop.services import recent
from bpa_desktop.services.rates_file import FaultyRates, as_text, read_rates
from bpa_desktop.services.sharing_rates import (
    State,
    bring_in,
    count,
    fault_words,
    foretold,
    incoming,
    incoming_words,
    save_rates,
)
from bpa_desktop.views.button import Button
from bpa_desktop.views.choice_panel import ChoicePanel
from bpa_desktop.views.saving import Saving
from bpa_desktop.views.showing import refused
from bpa_desktop.views.tasks import Task
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from bpa_desktop.domain.own_rate import OwnRate
    from bpa_desktop.views.desk import Desk

_SHOWN: Final = 12


class RatesSharing(QObject):
    """Saves the rates in a folder of the user, and lets them choose a file to bring in."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page
        folder = recent.home_folder() / _("Rates")
        self._saving = Saving(desk, folder, _("The rates are being saved."), self)

    def save(self) -> None:
        """Save every rate that is nobody's own."""
        text = as_text(self._desk.session)
        self._saving.begin(partial(save_rates, text))

    def choose(self) -> None:
        """Ask for a file, and show what is in it."""
        name, _filter = QFileDialog.getOpenFileName(
            None, _("Bring in rates"), str(recent.home_folder()), _("Files of rates (*.json)")
        )
        if name:
            open_incoming(self._desk, self._page, Path(name))


def open_incoming(desk: Desk, page: QWidget, path: Path) -> Task:
    """Read a file of rates on a thread; then show beside ``page`` what it brings, and say so.

    Nothing opens for whoever has left ``page`` in the meantime.
    """

    def show(rates: Sequence[OwnRate]) -> None:
        if page.isVisible():
            show_incoming(desk, rates)

    def refuse(error: Exception) -> None:
        if isinstance(error, FaultyRates) and page.isVisible():
            desk.show_panel(FaultsPanel(desk, page, path, error), _("Bring in rates"))
        refused(desk, error)

    desk.tell(_("The file is being read."))
    task = Task(lambda: read_rates(path), page)
    task.done.connect(show)
    task.failed.connect(refuse)
    task.start()
    return task


def show_incoming(desk: Desk, rates: Sequence[OwnRate]) -> None:
    """Show beside the page what ``rates`` would bring, and say so."""
    panel = _show(desk, rates)
    desk.announcer.say(f"{_('Bring in rates')}. {panel.words}")


def _show(desk: Desk, rates: Sequence[OwnRate]) -> IncomingPanel:
    panel = IncomingPanel(desk, rates)
    desk.show_panel(panel, _("Bring in rates"))
    return panel


class IncomingPanel(ChoicePanel):
    """What is new, what differs and what is the same; nothing comes in until it is pressed."""

    TOPICS: ClassVar[frozenset[str]] = frozenset({"own_rate"})

    def __init__(self, desk: Desk, rates: Sequence[OwnRate]) -> None:
        super().__init__(desk, lambda: _show(desk, rates))
        self._found = incoming(desk.session, rates)
        self.words = foretold(self._found)
        self.add(Text(self.words))
        self._add_presses()
        for state in State:
            self._add_list(state)

    def _add_presses(self) -> None:
        new, different = (count(self._found, one) for one in (State.NEW, State.DIFFERENT))
        if new:
            text = ngettext("Bring in {n} new rate", "Bring in {n} new rates", new)
            self.add_button(Button(text, "primary", press=self._presser(on=False)), writes=True)
        if different:
            text = ngettext(
                "Bring in all, and replace {n} of yours",
                "Bring in all, and replace {n} of yours",
                different,
            )
            self.add_button(Button(text, press=self._presser(on=True)), writes=True)

    def _presser(self, *, on: bool) -> partial[None]:
        return partial(self._bring_in, replacing=on)

    def _bring_in(self, *, replacing: bool) -> None:
        self.desk.close_panel()
        self.desk.attempt(lambda: bring_in(self.desk.session, self._found, replacing=replacing))

    def _add_list(self, state: State) -> None:
        found = [one for one in self._found if one.state is state]
        if not found:
            return
        self.add(Text(_(state.label), "label", "muted"))
        for one in found[:_SHOWN]:
            self.add(Text(incoming_words(one)))
        self.add_more(len(found) - _SHOWN)

    def add_more(self, more: int) -> None:
        """Say how many are not listed."""
        if more > 0:
            self.add(Text(ngettext("And {n} rate more.", "And {n} rates more.", more)))


class FaultsPanel(ChoicePanel):
    """What is wrong with each rate of a file of which nothing was brought in."""

    TOPICS: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, desk: Desk, page: QWidget, path: Path, error: FaultyRates) -> None:
        super().__init__(desk, desk.close_panel)
        self.add(Text(explain(error)))
        words = fault_words(error)
        for one in words[:_SHOWN]:
            self.add(Text(one))
        if len(words) > _SHOWN:
            more = len(words) - _SHOWN
            self.add(Text(ngettext("And {n} rate more.", "And {n} rates more.", more)))
        again = partial(open_incoming, desk, page, path)
        self.add_button(Button(_("Read the file again"), press=again))
