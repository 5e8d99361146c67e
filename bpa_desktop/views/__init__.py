"""What a person sees: Qt widgets that show, ask and call one service."""

import builtins
from typing import Any, Final

_compile: Final = builtins.compile
_UNUSED: Final = (
    "shibokensupport/signature/lib/enum_sig.py",
    "shibokensupport/signature/lib/pyi_generator.py",
)


def _compile_used(source: Any, filename: Any, *rest: Any, **more: Any) -> Any:
    return _compile("" if filename in _UNUSED else source, filename, *rest, **more)


# PySide carries its own Python modules as text and compiles them at every start. Two of them are
# for its tool that writes stub files alone; they and what they import are a sixth of a bare start.
builtins.compile = _compile_used
try:
    import PySide6.QtCore  # noqa: F401 - puts its own look at every import in place
finally:
    builtins.compile = _compile

# PySide reads the source of each module imported after it, in search of its ``__feature__``
# switches. This program uses none of them, and starts a good deal sooner without.
builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
