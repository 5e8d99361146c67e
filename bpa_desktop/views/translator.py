"""Qt's texts, those of Designer files and of standard buttons, from our own catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLibraryInfo, QTranslator

from bpa_desktop.i18n import _, language, pgettext, set_language

if TYPE_CHECKING:
    from PySide6.QtCore import QCoreApplication


_QTS_OWN: Final = "qtbase"
_QT_SPEAKS: Final = "en"


class CatalogueTranslator(QTranslator):
    """Asks the catalogue; ``None`` means "not mine", so that Qt asks the next one."""

    def isEmpty(self) -> bool:
        """There is always a catalogue to ask."""
        return False

    def translate(
        self, _context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        """``source`` in the active language; its comment in the form is the context."""
        if not source or n >= 0:
            return None
        found = pgettext(disambiguation, source) if disambiguation else _(source)
        return None if found == source else found


class Translation:
    """The translators of one application; switching re-texts every loaded form.

    The application owns both: one that nobody holds would stop working.
    """

    def __init__(self, app: QCoreApplication) -> None:
        self._app = app
        self._ours = app.findChild(CatalogueTranslator) or CatalogueTranslator(app)
        self._qt = app.findChild(QTranslator, _QTS_OWN) or QTranslator(app)
        self._qt.setObjectName(_QTS_OWN)
        self._speaking = ""

    def speak(self, code: str) -> None:
        """Use language ``code`` from now on; nothing happens when it is spoken already."""
        if code == self._speaking and language() == code:
            return
        self._app.removeTranslator(self._ours)
        self._app.removeTranslator(self._qt)
        set_language(code)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if code != _QT_SPEAKS and self._qt.load(f"qtbase_{code}", folder):
            self._app.installTranslator(self._qt)
        # The last one installed is asked first.
        self._app.installTranslator(self._ours)
        self._speaking = code
