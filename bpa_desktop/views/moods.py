"""How serious a word or a sentence is, and the icon that says so without colour."""

from typing import Final, Literal

Mood = Literal["info", "ok", "warn", "danger"]
MOOD_ICONS: Final[dict[str, str]] = {
    "info": "info",
    "ok": "circle-check",
    "warn": "triangle-alert",
    "danger": "circle-alert",
}
