"""Where a saved file lies, and the ways to its folder and to another one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bpa_desktop.i18n import _
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Row
from bpa_desktop.views.stack import Stack
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    from bpa_desktop.views.saving import Saving

_GAP: Final = 8


class SavedWhere(Stack):
    """Stands below everything else, so that nothing moves; ``usual`` is said before a file is.

    ``usual`` is a translated text with ``{path}`` for the folder. ``buttons`` are for the group
    of the page or the panel.
    """

    def __init__(self, saving: Saving, usual: str) -> None:
        super().__init__(_GAP)
        self._saving = saving
        self._usual = usual
        self._open = Button(_("Open the folder"), press=saving.open_folder)
        self._elsewhere = Button(_("Save in another folder"), press=saving.save_elsewhere)
        self.buttons = [self._open, self._elsewhere]
        self._words = Text("", tone="muted")
        self.add(Row(self.buttons))
        self.add(self._words)
        self._show()
        saving.saved.connect(self._show)

    def _show(self) -> None:
        saving = self._saving
        self._open.setEnabled(saving.folder.is_dir())
        self._elsewhere.setEnabled(saving.file is not None)
        if saving.file is None:
            self._words.setText(self._usual.format(path=saving.folder))
        else:
            self._words.setText(_("Saved as {path}.").format(path=saving.file))
