"""Where the program's own data files lie, in a checkout and in an installed wheel."""

from pathlib import Path
from typing import Final

_PACKAGE: Final = Path(__file__).resolve().parent
_INSTALLED: Final = _PACKAGE / "_data"
_ROOT: Final = _INSTALLED if _INSTALLED.is_dir() else _PACKAGE.parent

UI: Final = _ROOT / "ui"
RESOURCES: Final = _ROOT / "resources"
TRANSLATIONS: Final = _ROOT / "translations"
