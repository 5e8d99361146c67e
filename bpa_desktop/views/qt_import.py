"""Imports Qt for Python without what no start of this program needs.

PySide carries Python modules of its own as text and compiles them at every start. Those that write
stub files are never used here. Those that know the signatures of all functions are used when a call
is wrong, or when somebody asks for help: they are compiled then.
"""

from __future__ import annotations

import builtins
import os
import sys
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable

_compile: Final = builtins.compile
_UNUSED: Final = (
    "shibokensupport/signature/lib/enum_sig.py",
    "shibokensupport/signature/lib/pyi_generator.py",
)
_LATER: Final = (
    "shibokensupport/signature/errorhandler.py",
    "shibokensupport/signature/layout.py",
    "shibokensupport/signature/lib/tool.py",
    "shibokensupport/signature/mapping.py",
    "shibokensupport/signature/parser.py",
)
_STUB: Final = """
from bpa_desktop.views.qt_import import put_off
__getattr__ = put_off({filename!r}, globals())
"""
_STUB_OF_MAPPING: Final = """
def update_mapping():
    __getattr__("type_map")
    return globals()["update_mapping"]()
"""
"""PySide looks this one up in the dictionary of the module, past ``__getattr__``, and keeps it."""
_KIND_OF_ENUMS: Final = "PYSIDE6_OPTION_PYTHON_ENUM"
_sources: Final[dict[str, Any]] = {}


def import_lean() -> None:
    """Import ``PySide6.QtCore``; what is imported of PySide afterwards comes as ever."""
    builtins.compile = _compile_used
    try:
        import PySide6.QtCore  # noqa: F401, PLC0415 - puts its own look at every import in place
    finally:
        builtins.compile = _compile
    # PySide reads the source of each module imported after it, in search of its ``__feature__``
    # switches. This program uses none of them, and starts a good deal sooner without.
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


def _compile_used(source: Any, filename: Any, *rest: Any, **more: Any) -> Any:
    if filename in _UNUSED:
        source = ""
    elif filename in _LATER and _settle_kind_of_enums():
        _sources[filename] = source
        source = _STUB.format(filename=filename)
        source += _STUB_OF_MAPPING if filename.endswith("mapping.py") else ""
    return _compile(source, filename, *rest, **more)


def _settle_kind_of_enums() -> bool:
    """Say what ``parser.py`` would; false where the user wishes another kind of enumerations."""
    if os.environ.get(_KIND_OF_ENUMS, "True") != "True":
        return False
    setattr(sys, _KIND_OF_ENUMS.lower(), True)
    return True


def put_off(filename: str, space: dict[str, Any]) -> Callable[[str], Any]:
    """The ``__getattr__`` of a module that runs its text, in ``space``, when first asked."""

    def find(name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        if filename in _sources:
            source = _sources.pop(filename)
            exec(_compile(source, filename, "exec"), space)  # noqa: S102 - PySide's own
        try:
            return space[name]
        except KeyError:
            raise AttributeError(name) from None

    return find
