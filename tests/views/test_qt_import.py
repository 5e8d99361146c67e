"""What PySide would load with every start is there all the same once it is asked for."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

BEGINNING = """
import bpa_desktop.views
from bpa_desktop.views import qt_import
from PySide6.QtWidgets import QApplication, QLabel
application = QApplication([])
"""

WRONG_CALL = """
assert len(qt_import._sources) == 5
try:
    QLabel().setText(3)
except TypeError as error:
    print(error)
"""
ONE_TOO_FEW = """
try:
    QLabel(1, 2, 3)
except TypeError as error:
    print(str(error).splitlines()[2])
"""
SIGNATURE = """
from PySide6.support.signature import get_signature
print(get_signature(QLabel.setText))
"""
UNKNOWN_KEYWORD = """
try:
    QLabel(colour=3)
except AttributeError as error:
    print(error)
"""
KIND_OF_ENUMS = """
from PySide6.support.signature import parser
assert "shibokensupport/signature/parser.py" in qt_import._sources
print(parser.EnumSelect.SELECTION, "parser" in qt_import._sources)
"""


def said(code: str, **more: str) -> str:
    surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen", **more}
    command = [sys.executable, "-c", BEGINNING + code]
    done = subprocess.run(command, env=surroundings, capture_output=True, text=True, check=True)
    return done.stdout


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (WRONG_CALL, "setText(int)\nSupported signatures:\n"),
        (ONE_TOO_FEW, "Supported signatures:"),
        (SIGNATURE, "(self, arg__1: str, /) -> None"),
        (UNKNOWN_KEYWORD, "'colour' is not a Qt property or a signal"),
        (KIND_OF_ENUMS, "EnumSelect.NEW False"),
    ],
)
def test_the_first_question_about_a_function_is_answered(code: str, words: str) -> None:
    assert words in said(code)


def test_nothing_is_put_off_where_another_kind_of_enumerations_is_wished() -> None:
    kinds = "print(len(qt_import._sources), int(qt_import.sys.pyside6_option_python_enum))"
    assert said(kinds, PYSIDE6_OPTION_PYTHON_ENUM="0x6").split() == ["0", "6"]
