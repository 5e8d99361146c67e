"""Starts the program: the window at once, anything else through the command line."""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from typing import Final

COMMANDS: Final = frozenset(
    {"check", "demo", "export", "hours", "import", "new", "open", "package", "schema"}
)
"""The words after ``bpa-desktop`` that are commands; any other first word is a file to open."""


def main() -> None:
    """Open the window for ``bpa-desktop`` and ``bpa-desktop FILE.bpa``; else ask the commands.

    The window does not wait for the command line's library to load.
    """
    words = sys.argv[1:]
    opens_window = not words or (len(words) == 1 and not words[0].startswith("-"))
    if opens_window and not COMMANDS.intersection(words):
        # Nothing is thrown away while the window is built; `app.run` turns this on again.
        gc.disable()
        from bpa_desktop.app import run  # noqa: PLC0415 - only one of the two is needed

        code = run(Path(words[0]) if words else None)
        # Nor when it is closed: the system frees at once what Python would go through.
        gc.freeze()
        sys.exit(code)
    from bpa_desktop.cli import main as commands  # noqa: PLC0415 - only one of the two is needed

    commands(prog_name="bpa-desktop")


if __name__ == "__main__":
    main()
