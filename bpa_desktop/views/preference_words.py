"""What was chosen about the look of the window, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, number

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bpa_desktop.services.preferences import Preferences

_LABELS: Final[Mapping[str, str]] = {
    "size": N_("Size of buttons"),
    "text_percent": N_("Size of text"),
    "colours": N_("Colours"),
    "calm": N_("Movement"),
}
_VALUES: Final[Mapping[object, str]] = {
    "standard": N_("Standard"),
    "large": N_("Large"),
    "gaze": N_("Eye gaze"),
    "system": N_("As the computer"),
    "light": N_("Light"),
    "dark": N_("Dark"),
    "contrast": N_("High contrast"),
    True: N_("Nothing moves"),
    False: N_("Small movements"),
}


def told(preferences: Preferences, names: Iterable[str]) -> str:
    """What ``preferences`` say about ``names``; nothing of the language, which speaks itself."""
    return " ".join(
        _("{what}: {value}.").format(what=_(_LABELS[name]), value=_value(preferences, name))
        for name in names
        if name in _LABELS
    )


def _value(preferences: Preferences, name: str) -> str:
    value = getattr(preferences, name)
    return f"{number(value)} %" if name == "text_percent" else _(_VALUES[value])
