"""Makes the small file that stands for a schema, so that every later version must open it.

Run once, when a schema is released: ``python -m tests.databases.make_database``. A file that has
been released is never made again.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

from bpa_desktop.services.catalogue import KINDS
from bpa_desktop.services.exchange import export_text
from bpa_desktop.services.session import make
from bpa_desktop.storage import keys
from bpa_desktop.storage.migrations import SCHEMA
from tests.storage.samples import sample

FOLDER: Final = Path(__file__).parent
PASSPHRASE: Final = "alt i denne fil er opdigtet"  # noqa: S105 - published on purpose


def main() -> None:
    """Write ``schema-<number>.bpa`` and, beside it, what is in it."""
    path = FOLDER / f"schema-{SCHEMA}.bpa"
    ids = {kind.name: f"{kind.name}-1" for kind in KINDS}
    with make(path, keys.parse(PASSPHRASE), actor="Prøve") as session:
        for kind in KINDS:
            count = 1 if kind.single else 2
            with session.operation(f"add {kind.name}") as operation:
                for number in range(1, count + 1):
                    record_id = f"{kind.name}-{number}"
                    operation.save(sample(kind.record, ids, number, id=record_id))
        session.undo()
        content = json.loads(export_text(session))
    text = json.dumps(content, ensure_ascii=False, indent=1) + "\n"
    path.with_suffix(".json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
