"""Language, sizes and colours, shown at once when they are chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from bpa_desktop.i18n import _, number
from bpa_desktop.services.preferences import TEXT_STEPS
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Card
from bpa_desktop.views.choice import Choice
from bpa_desktop.views.page import PAGE_SPACING, Page
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from bpa_desktop.services.preferences import Preferences
    from bpa_desktop.views.desk import Desk


class SettingsPage(Page):
    """Every choice works at once; the window around it is the example."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._choices: dict[str, Choice[object]] = {}
        self.heading.add(Button(_("Back"), icon="arrow-left", press=desk.go_back))
        desk.preferences_changed.connect(self._show_chosen)

    def refresh(self) -> None:
        """Show the choices."""
        self.heading.say(_("Settings"), _("What you choose works at once and is remembered."))
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(PAGE_SPACING)
        for card in (self._language(), self._sizes(), self._colours()):
            column.addWidget(card)
        self.fill(content)

    def _language(self) -> Card:
        card = Card(_("Language"))
        # Each language is called what its own speakers call it.
        card.add(self._choice("language", _("Speak"), (("da", "Dansk"), ("en", "English"))))
        return card

    def _sizes(self) -> Card:
        card = Card(_("Sizes"))
        sizes = (("standard", _("Standard")), ("large", _("Large")), ("gaze", _("Eye gaze")))
        card.add(self._choice("size", _("Size of buttons"), sizes))
        steps = tuple((step, f"{number(step)} %") for step in TEXT_STEPS)
        card.add(self._choice("text_percent", _("Size of text"), steps))
        return card

    def _colours(self) -> Card:
        card = Card(_("Colours and movement"))
        colours = (
            ("system", _("As the computer")),
            ("light", _("Light")),
            ("dark", _("Dark")),
            ("contrast", _("High contrast")),
        )
        card.add(self._choice("colours", _("Colours"), colours))
        card.add(
            Text(
                _("When the computer uses a contrast theme, its own colours are always used."),
                tone="muted",
            )
        )
        moves = ((True, _("Nothing moves")), (False, _("Small movements")))
        card.add(self._choice("calm", _("Movement"), moves))
        return card

    def _choice(self, name: str, label: str, options: tuple[tuple[object, str], ...]) -> QWidget:
        value = getattr(self.desk.preferences, name)
        choice: Choice[object] = Choice(label, options, value, self._chooser(name))
        self._choices[name] = choice
        return choice

    def _chooser(self, name: str) -> Callable[[object], None]:
        return lambda value: self.desk.change_preferences(**{name: value})

    def _show_chosen(self) -> None:
        """Follow what was changed by a shortcut."""
        preferences: Preferences = self.desk.preferences
        for name, choice in self._choices.items():
            choice.set_value(getattr(preferences, name))
