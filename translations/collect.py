"""Collects the program's texts into the catalogues; known translations are kept."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from babel import Locale
from babel.messages.pofile import read_po, write_po

if TYPE_CHECKING:
    from babel.messages import Catalog

HERE = Path(__file__).parent
LANGUAGES = ("da", "en")
KEYWORDS = ("_", "N_", "ngettext:1,2", "pgettext:1c,2")


def template() -> Catalog:
    """Every text in the code, the forms and the tables, without dates or line numbers."""
    with TemporaryDirectory() as folder:
        target = Path(folder, "bpa.pot")
        keywords = [part for word in KEYWORDS for part in ("-k", word)]
        command = [sys.executable, "-m", "babel.messages.frontend", "-q", "extract"]
        command += ["-F", "pyproject.toml", *keywords, "--add-location=file"]
        command += ["-o", str(target), "."]
        subprocess.run(command, cwd=HERE.parent, check=True)  # noqa: S603 - our own tools
        with target.open("rb") as file:
            return read_po(file)


def catalogue(code: str, texts: Catalog) -> Catalog:
    """The catalogue of a language brought up to date with ``texts``."""
    path = HERE / code / "LC_MESSAGES" / "bpa.po"
    with path.open("rb") as file:
        known = read_po(file, locale=code)
    known.update(texts, no_fuzzy_matching=True)
    known.obsolete.clear()
    if code == "en":
        for message in known:
            if message.id:
                message.string = message.id
    return known


def written(messages: Catalog) -> str:
    """The text of a catalogue file: sorted, unwrapped, with a header that never changes."""
    buffer = io.BytesIO()
    messages.fuzzy = False
    write_po(buffer, messages, width=0, sort_output=True, include_lineno=False, omit_header=True)
    head = ["# Texts of BPA Desktop.", 'msgid ""', 'msgstr ""']
    fields = {"Project-Id-Version": "bpa-desktop"}
    if messages.locale:
        fields |= {"Language": str(messages.locale), "Plural-Forms": messages.plural_forms}
    fields |= {
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Transfer-Encoding": "8bit",
    }
    head += [f'"{name}: {value}\\n"' for name, value in fields.items()]
    return "\n".join(head) + "\n\n" + buffer.getvalue().decode("utf-8")


def calendar() -> str:
    """The names of months and weekdays in each language, as CLDR has them."""
    names = {}
    for code in LANGUAGES:
        locale = Locale(code)
        months, days = locale.months["format"]["wide"], locale.days["format"]["wide"]
        names[code] = {
            "months": [months[number] for number in sorted(months)],
            "weekdays": [days[number] for number in sorted(days)],
        }
    return json.dumps(names, ensure_ascii=False, indent=1) + "\n"


def files() -> dict[Path, str]:
    """What every catalogue file should hold."""
    texts = template()
    found = {HERE / "bpa.pot": written(texts), HERE / "calendar.json": calendar()}
    for code in LANGUAGES:
        found[HERE / code / "LC_MESSAGES" / "bpa.po"] = written(catalogue(code, texts))
    return found


if __name__ == "__main__":
    for path, text in files().items():
        path.write_text(text, encoding="utf-8")
