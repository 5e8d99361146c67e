"""A program that is killed at any moment loses nothing it had finished."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from bpa_desktop.domain.money_flow import Voucher
from bpa_desktop.services.catalogue import TYPES
from bpa_desktop.services.session import make, open_session
from bpa_desktop.storage import keys
from bpa_desktop.storage.codec import to_plain
from bpa_desktop.storage.file import open_file
from bpa_desktop.storage.journal import DONE, DROPPED, UNDONE
from tests.storage.samples import RECOVERY, beside, key
from tests.storage.writer import TAIL, tail

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.services.session import Session

pytestmark = [
    pytest.mark.slow,
    pytest.mark.usefixtures("uncounted"),
    pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signal that kills"),
]
ROUNDS = 100
UNCOUNTED = {name: value for name, value in os.environ.items() if "COVERAGE" not in name}
"""A program that is killed never tells which of its lines ran."""
Steps = list[tuple[int, str]]


class Writer:
    """The program that is killed again and again."""

    def __init__(self) -> None:
        self._run = subprocess.Popen(
            [sys.executable, "-m", "tests.storage.writer"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=UNCOUNTED,
        )

    def round(self, path: Path, seed: int, count: int, pause: float) -> list[str]:
        """Kill it some moments after it told so often; give back all that it told."""
        assert self._run.stdin is not None
        assert self._run.stdout is not None
        self._run.stdin.write(f"{path} {seed}\n")
        self._run.stdin.flush()
        process, told = 0, []
        for line in self._run.stdout:
            if line.strip() == "end":
                break
            if line.startswith("process "):
                process = int(line.split()[1])
            else:
                told.append(line.strip())
            # The work may be well under way before its number is heard.
            if len(told) >= count and process:
                time.sleep(pause)
                os.kill(process, signal.SIGKILL)
                process = 0
        return told

    def close(self) -> None:
        self._run.communicate()


@pytest.fixture
def writer() -> Iterator[Writer]:
    program = Writer()
    yield program
    program.close()


def steps(told: str) -> Steps:
    pairs = (word.split(":") for word in told.split())
    return [(int(number), state) for number, state in pairs]


def one_more(before: Steps) -> list[Steps]:
    """Every way the newest operations may stand after one more operation, undo or redo."""
    newest = max((number for number, _ in before), default=0)
    dropped = [(number, DROPPED if state == UNDONE else state) for number, state in before]
    ways = [([(newest + 1, DONE), *dropped])[:TAIL]]
    done = [place for place, (_, state) in enumerate(before) if state == DONE]
    undone = [place for place, (_, state) in enumerate(before) if state == UNDONE]
    if done:
        ways.append(_with(before, done[0], UNDONE))
    if undone:
        ways.append(_with(before, undone[-1], DONE))
    return ways


def _with(before: Steps, place: int, state: str) -> Steps:
    return [*before[:place], (before[place][0], state), *before[place + 1 :]]


def records_match_the_journal(session: Session) -> None:
    expected = {}
    for entry in reversed(session.records.journal.entries(100_000)):
        if entry.state == DONE:
            for change in session.records.journal.changes(entry.id):
                expected[change.record_type, change.record_id] = change.side(before=False)
    there = {
        (name, record.id): to_plain(record)
        for name, kind in TYPES.items()
        for record in session.records.all(kind)
    }
    assert there == {place: plain for place, plain in expected.items() if plain is not None}


def every_attachment_is_whole(session: Session) -> int:
    """A record never stands without what it names, however it was stopped."""
    vouchers = session.records.all(Voucher)
    for voucher in vouchers:
        content = session.records.contents.find(voucher.attachment)
        assert content is not None
        assert content.id == voucher.attachment
    return len(vouchers)


def test_killed_at_a_hundred_moments_it_loses_nothing(tmp_path: Path, writer: Writer) -> None:
    chance = random.Random(2026)  # noqa: S311 - only moments
    path = tmp_path / "a.bpa"
    make(path, keys.parse(RECOVERY)).close()
    finished = unheard = attached = 0
    for seed in range(ROUNDS):
        count, pause = chance.choice([0, 1, 1, 2, 3, 6]), chance.uniform(0, 0.02)
        told = writer.round(path, seed, count, pause)
        with open_session(path, key(), verify=True) as session:
            now = steps(tail(session))
            if told:
                last = steps(told[-1])
                assert now == last or now in one_more(last)
                unheard += now != last
            records_match_the_journal(session)
            attached += every_attachment_is_whole(session)
        finished += len(told)
    assert beside(path) == set()
    assert finished > ROUNDS
    assert attached
    assert unheard < ROUNDS


MAKER = """
import sys
from pathlib import Path
from bpa_desktop.services.session import make
from bpa_desktop.storage import keys
from tests.storage.samples import RECOVERY
key = keys.parse(RECOVERY)
print("begin", flush=True)
make(Path(sys.argv[1]), key).close()
print("made", flush=True)
"""


def test_killed_while_it_makes_a_file_it_leaves_a_whole_one_or_none(tmp_path: Path) -> None:
    for number, pause in enumerate((0, 0.005, 0.01, 0.02, 0.04, 0.1)):
        path = tmp_path / f"{number}.bpa"
        program = subprocess.Popen(
            [sys.executable, "-c", MAKER, str(path)],
            stdout=subprocess.PIPE,
            text=True,
            env=UNCOUNTED,
        )
        assert program.stdout is not None
        assert program.stdout.readline() == "begin\n"
        time.sleep(pause)
        program.kill()
        program.communicate()
        if path.exists():
            open_file(path, key(), TYPES, verify=True).close()
        else:
            make(path, keys.parse(RECOVERY)).close()
        assert not [name for name in beside(path) if name.startswith((f"{number}.", f".{number}."))]
