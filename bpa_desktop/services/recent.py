"""Which file was open last, so that the next start needs no choosing."""

from __future__ import annotations

import json
from pathlib import Path


def _note() -> Path:
    from platformdirs import user_state_path  # noqa: PLC0415 - only when a file is used

    return user_state_path("bpa-desktop", appauthor=False) / "recent.json"


def recent_file() -> Path | None:
    """The file that was open last, if it is still there."""
    try:
        stored = json.loads(_note().read_text(encoding="utf-8"))
        path = Path(stored["file"])
    except (OSError, ValueError, TypeError, KeyError):
        return None
    return path if path.is_file() else None


def remember_file(path: Path) -> bool:
    """Note that ``path`` is open now; false where nothing can be written."""
    note = _note()
    try:
        note.parent.mkdir(parents=True, exist_ok=True)
        note.write_text(json.dumps({"file": str(path.resolve())}), encoding="utf-8")
    except OSError:
        return False
    return True


def home_folder() -> Path:
    """The folder that new files and packages are written to."""
    from platformdirs import user_documents_path  # noqa: PLC0415 - only when a file is used

    return user_documents_path() / "BPA"


def free_name(folder: Path, stem: str, suffix: str) -> Path:
    """The first name in ``folder`` that no file has: ``stem``, ``stem 2``, ``stem 3`` …."""
    path, number = folder / f"{stem}{suffix}", 1
    while path.exists():
        number += 1
        path = folder / f"{stem} {number}{suffix}"
    return path
