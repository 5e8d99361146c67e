"""A program that changes a file without a pause, to be killed at any moment.

Reads the path of a file and a number from each line, begins to work on it in a process of its
own, and tells that process, then each finished operation, and at last the end of the process.
"""

from __future__ import annotations

import datetime as dt
import os
import random
import sys
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from bpa_desktop.domain.money_flow import Voucher
from bpa_desktop.domain.people import Helper
from bpa_desktop.domain.roster import Shift
from bpa_desktop.services.session import open_session
from bpa_desktop.storage import keys
from bpa_desktop.storage.contents import Content
from tests.storage.samples import RECOVERY, sample

if TYPE_CHECKING:
    from bpa_desktop.services.session import Session

TAIL = 40


def tail(session: Session) -> str:
    """How the newest operations stand: what changes with each operation, undo and redo."""
    return " ".join(f"{entry.id}:{entry.state}" for entry in session.records.journal.entries(TAIL))


def tell(line: str) -> None:
    os.write(1, f"{line}\n".encode())


def work(path: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - which change comes next is no secret
    session = open_session(path, keys.parse(RECOVERY))
    limit = chance.choice([1, 3, 20, 1000])
    session.records.connection.execute(f"PRAGMA wal_autocheckpoint = {limit}")
    tell(tail(session))
    while True:
        act(session, chance)
        tell(tail(session))


def act(session: Session, chance: random.Random) -> None:
    helpers = session.records.all(Helper)
    what = chance.random()
    if what < 0.15:
        session.undo()
    elif what < 0.25:
        session.redo()
    elif what < 0.35 and helpers:
        drop(session, chance.choice(helpers))
    elif what < 0.45:
        attach(session, chance)
    elif what < 0.65 or not helpers:
        session.save(sample(Helper, {}, chance.randrange(100)), "add")
    else:
        add_shifts(session, chance.choice(helpers), chance.randrange(1, 30))


def add_shifts(session: Session, helper: Helper, count: int) -> None:
    with session.operation("shifts") as operation:
        for number in range(count):
            operation.save(sample(Shift, {"helper": helper.id}, number))


def attach(session: Session, chance: random.Random) -> None:
    data = chance.randbytes(chance.randrange(1, 60_000))
    with session.operation("attach") as operation:
        kept = operation.keep(Content("image/png", data))
        operation.save(
            Voucher(day=dt.date(2026, 1, 2), what="x", amount=Decimal(1), attachment=kept)
        )


def drop(session: Session, helper: Helper) -> None:
    with session.operation("drop") as operation:
        for name in ("helper", "stands_in_for"):
            for shift in session.records.where(Shift, **{name: helper.id}):
                operation.delete(Shift, shift.id)
        operation.delete(Helper, helper.id)


def main() -> None:
    for line in sys.stdin:
        path, seed = line.rsplit(maxsplit=1)
        process = os.fork()
        if process == 0:
            work(Path(path), int(seed))
        tell(f"process {process}")
        os.waitpid(process, 0)
        tell("end")


if __name__ == "__main__":
    main()
