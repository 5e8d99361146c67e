"""How this person wants the window: language, sizes and colours, kept beside no personal data."""

from __future__ import annotations

import json
from itertools import combinations
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.i18n import LANGUAGES

if TYPE_CHECKING:
    from pathlib import Path

SIZES: Final = ("standard", "large", "gaze")
COLOURS: Final = ("system", "light", "dark", "contrast")
ROSTER_VIEWS: Final = ("", "week", "two_weeks", "month", "list")
TEXT_STEPS: Final = (100, 125, 150, 175, 200, 250)
PAY_COLUMNS: Final = ("helper", "month", "what", "standard", "hours", "rate", "amount")
"""What a table of pay can be chosen to hold. A CPR number is asked for each time, never kept on."""
PAY_COLUMN_SETS: Final = tuple(
    " ".join(chosen)
    for count in range(len(PAY_COLUMNS) + 1)
    for chosen in combinations(PAY_COLUMNS, count)
)
_FILE_NAME: Final = "preferences.json"


class Preferences(NamedTuple):
    """What a person chose; every value has a default that works for most.

    ``text_percent`` is one of `TEXT_STEPS` and multiplies the system's own text size.
    ``calm`` turns every moving effect off. ``roster_view`` is empty until a person has chosen how
    the roster is shown. ``pay_columns`` are those of `PAY_COLUMNS` in their order, with a space
    between, and ``pay_by_shift`` gives each shift rows of its own.
    """

    language: str = "da"
    size: str = "standard"
    text_percent: int = 100
    colours: str = "system"
    calm: bool = True
    roster_view: str = ""
    pay_columns: str = " ".join(PAY_COLUMNS)
    pay_by_shift: bool = False


_ALLOWED: Final = {
    "language": LANGUAGES,
    "size": SIZES,
    "text_percent": TEXT_STEPS,
    "colours": COLOURS,
    "calm": (True, False),
    "roster_view": ROSTER_VIEWS,
    "pay_columns": PAY_COLUMN_SETS,
    "pay_by_shift": (True, False),
}


def preferences_path() -> Path:
    """The file under the user's own configuration folder."""
    from platformdirs import user_config_path  # noqa: PLC0415 - only when a file is used

    return user_config_path("bpa-desktop", appauthor=False) / _FILE_NAME


def load_preferences(path: Path) -> Preferences:
    """The preferences in ``path``; what is missing, damaged or unknown keeps its default."""
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Preferences()
    if not isinstance(stored, dict):
        return Preferences()
    known = {name: value for name, value in stored.items() if _is_allowed(name, value)}
    return Preferences(**known)


def save_preferences(path: Path, preferences: Preferences) -> None:
    """Write ``preferences`` whole or not at all.

    Raises:
        OSError: the folder cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(".new")
    fresh.write_text(json.dumps(preferences._asdict(), indent=2) + "\n", encoding="utf-8")
    fresh.replace(path)


def larger_text(percent: int) -> int:
    """The next step of `TEXT_STEPS` above ``percent``, or the largest."""
    return next((step for step in TEXT_STEPS if step > percent), TEXT_STEPS[-1])


def smaller_text(percent: int) -> int:
    """The next step of `TEXT_STEPS` below ``percent``, or the smallest."""
    return next((step for step in reversed(TEXT_STEPS) if step < percent), TEXT_STEPS[0])


def _is_allowed(name: object, value: object) -> bool:
    if name not in Preferences._fields:
        return False
    return any(type(value) is type(fit) and value == fit for fit in _ALLOWED[str(name)])
