"""Qt's texts come from the catalogue, and a switch of language reaches what is loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QPushButton

from bpa_desktop import i18n
from bpa_desktop.views.translator import CatalogueTranslator, Translation
from tests.views.fake import settle

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

FORM = """<?xml version="1.0" encoding="UTF-8"?>
<ui version="4.0"><class>Form</class><widget class="QWidget" name="Form">
<layout class="QVBoxLayout">
<item><widget class="QLabel" name="one"><property name="text"><string>Settings</string>
</property></widget></item>
<item><widget class="QLabel" name="other"><property name="text">
<string notr="true">Settings</string></property></widget></item>
<item><widget class="QPushButton" name="third"><property name="text">
<string>A text nobody has translated</string></property></widget></item>
</layout></widget></ui>"""


@pytest.fixture
def translation(qapp: QApplication) -> Iterator[Translation]:
    spoken = Translation(qapp)
    spoken.speak("en")
    yield spoken
    spoken.speak("da")


@pytest.fixture
def catalogue(monkeypatch: pytest.MonkeyPatch) -> None:
    """A catalogue of three texts, so that the test does not depend on the real one."""
    danish = {"Settings": "Indstillinger", "Open": "Lås op", ("verb", "Open"): "Åbn"}

    def find(text: str) -> str:
        return danish.get(text, text) if i18n.language() == "da" else text

    def find_in(context: str, text: str) -> str:
        return danish.get((context, text), text) if i18n.language() == "da" else text

    monkeypatch.setattr("bpa_desktop.views.translator._", find)
    monkeypatch.setattr("bpa_desktop.views.translator.pgettext", find_in)


@pytest.mark.usefixtures("translation", "catalogue")
def test_only_what_the_catalogue_knows_is_answered() -> None:
    asked = CatalogueTranslator()
    i18n.set_language("da")
    assert not asked.isEmpty()
    assert asked.translate("Form", "Settings") == "Indstillinger"
    assert asked.translate("Form", "Open") == "Lås op"
    assert asked.translate("Form", "Open", "verb") == "Åbn"
    assert asked.translate("Form", "Unknown") is None
    assert asked.translate("Form", "") is None
    assert asked.translate("Form", "Settings", None, 3) is None
    i18n.set_language("en")
    assert asked.translate("Form", "Settings") is None


@pytest.mark.usefixtures("catalogue")
def test_a_loaded_form_is_said_anew(qtbot: QtBot, translation: Translation) -> None:
    from PySide6.QtUiTools import QUiLoader  # noqa: PLC0415 - heavy, and only here

    loader = QUiLoader()
    loader.setLanguageChangeEnabled(True)
    buffer = QBuffer()
    buffer.setData(QByteArray(FORM.encode()))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    form = loader.load(buffer)
    qtbot.addWidget(form)

    def texts() -> list[str]:
        labels = [form.findChild(QLabel, name).text() for name in ("one", "other")]
        return [*labels, form.findChild(QPushButton, "third").text()]

    assert texts() == ["Settings", "Settings", "A text nobody has translated"]
    translation.speak("da")
    settle()
    assert texts() == ["Indstillinger", "Settings", "A text nobody has translated"]
    translation.speak("en")
    settle()
    assert texts()[0] == "Settings"


def test_qts_own_buttons_speak_danish(qtbot: QtBot, translation: Translation) -> None:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)

    def text() -> str:
        return box.button(QDialogButtonBox.StandardButton.Cancel).text().replace("&", "")

    assert text() == "Cancel"
    translation.speak("da")
    settle()
    assert text() == "Annuller"
    assert i18n.language() == "da"


def test_speaking_the_same_again_changes_nothing(
    translation: Translation, monkeypatch: pytest.MonkeyPatch
) -> None:
    translation.speak("da")
    calls: list[str] = []
    monkeypatch.setattr("bpa_desktop.views.translator.set_language", calls.append)
    translation.speak("da")
    assert calls == []


def test_one_application_has_one_of_each(qapp: QApplication, translation: Translation) -> None:
    del translation
    for _ in range(3):
        Translation(qapp).speak("en")
        Translation(qapp).speak("da")
    assert len(qapp.findChildren(CatalogueTranslator)) == 1
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Annuller"
