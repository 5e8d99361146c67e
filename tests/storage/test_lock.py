"""One writer at a time, who is named to the next; readers are welcome meanwhile."""

from __future__ import annotations

import getpass
import json
import os
import socket
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from bpa_desktop.domain.people import Helper
from bpa_desktop.i18n import LANGUAGES, explain, speaking
from bpa_desktop.services.catalogue import TYPES
from bpa_desktop.storage import lock as locks
from bpa_desktop.storage.file import make, open_file
from bpa_desktop.storage.journal import Label
from bpa_desktop.storage.lock import AlreadyOpen, AlreadyOpenSomewhere, WriteLock
from bpa_desktop.storage.refusals import FileExists, WriteFailed
from tests.storage.samples import RECOVERY, beside, key, sample

if TYPE_CHECKING:
    from pathlib import Path

    from bpa_desktop.storage.file import BpaFile

OTHER = f"""
import sys
from pathlib import Path
from bpa_desktop.services.session import open_session
from bpa_desktop.storage import keys
from bpa_desktop.domain.people import Helper
session = open_session(Path(sys.argv[1]), keys.parse("{RECOVERY}"))
print("open", flush=True)
for line in sys.stdin:
    if line.strip() == "close":
        break
    session.save(Helper(first_name=line.strip()), "add")
    print("saved", flush=True)
session.close()
print("closed", flush=True)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    place = tmp_path / "a.bpa"
    make(place, key(), TYPES).close()
    return place


def names(file: BpaFile) -> list[str]:
    return [helper.first_name for helper in file.records.all(Helper)]


class Program:
    """Another program that has the file open."""

    def __init__(self, path: Path) -> None:
        self._run = subprocess.Popen(
            [sys.executable, "-c", OTHER, str(path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self.told() == "open"

    def told(self) -> str:
        assert self._run.stdout is not None
        return self._run.stdout.readline().strip()

    def say(self, line: str) -> str:
        assert self._run.stdin is not None
        self._run.stdin.write(f"{line}\n")
        self._run.stdin.flush()
        return self.told()

    def kill(self) -> None:
        self._run.kill()
        self.end()

    def end(self) -> None:
        self._run.communicate()


def test_a_second_writer_hears_who_has_the_file_and_may_read_it_meanwhile(path: Path) -> None:
    other = Program(path)
    with pytest.raises(AlreadyOpen) as caught:
        open_file(path, key(), TYPES)
    assert caught.value.values["who"] == locks._user()
    assert caught.value.values["where"] == socket.gethostname()
    for language in LANGUAGES:
        with speaking(language):
            assert str(caught.value.values["since"]) in explain(caught.value)
    with open_file(path, key(), TYPES, read_only=True) as reader:
        assert names(reader) == []
        assert other.say("Anna") == "saved"
        assert names(reader) == ["Anna"]
        assert other.say("close") == "closed"
        assert names(reader) == ["Anna"]
    other.end()
    assert beside(path) == set()
    with open_file(path, key(), TYPES) as writer:
        assert names(writer) == ["Anna"]


def test_the_file_alone_holds_everything_once_the_writer_has_closed(path: Path) -> None:
    """Also while somebody else still reads, so that a copy of just the file is whole."""
    with open_file(path, key(), TYPES, read_only=True) as reader:
        assert names(reader) == []
        writer = open_file(path, key(), TYPES)
        with writer, writer.records.operation(Label("x"), "") as operation:
            operation.save(sample(Helper, {}, first_name="Bo"))
        copy = path.with_name("copy.bpa")
        copy.write_bytes(path.read_bytes())
        with open_file(copy, key(), TYPES) as copied:
            assert names(copied) == ["Bo"]
        assert names(reader) == ["Bo"]


def test_a_program_that_was_killed_hinders_nobody(path: Path) -> None:
    other = Program(path)
    assert other.say("Anna") == "saved"
    other.kill()
    assert {".a.bpa.lock", ".a.bpa.open"} <= beside(path)
    with open_file(path, key(), TYPES) as file:
        assert names(file) == ["Anna"]
    assert beside(path) == set()


def test_two_in_one_program_count_as_two(path: Path) -> None:
    with open_file(path, key(), TYPES), pytest.raises(AlreadyOpen):
        open_file(path, key(), TYPES)
    open_file(path, key(), TYPES).close()


def test_another_name_for_the_same_file_is_the_same_file(path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    link = folder / "link.bpa"
    link.symlink_to(path)
    with open_file(path, key(), TYPES), pytest.raises(AlreadyOpen):
        open_file(link, key(), TYPES)
    assert beside(link) == set()


@pytest.mark.parametrize("note", ["", "{", "[]", '{"who": 1}', json.dumps({"since": "never"})])
def test_a_holder_without_a_readable_note_is_somebody(path: Path, note: str) -> None:
    with open_file(path, key(), TYPES):
        path.with_name(".a.bpa.open").write_text(note)
        with pytest.raises(AlreadyOpenSomewhere) as caught:
            open_file(path, key(), TYPES)
    assert "{" not in explain(caught.value)


def test_a_lock_is_let_go_once_and_leaves_nothing(path: Path) -> None:
    lock = WriteLock(path).acquire()
    lock.release()
    lock.release()
    assert beside(path) == set()


CONTENDER = """
import os, sys, time
from pathlib import Path
from bpa_desktop.storage.lock import AlreadyOpen, WriteLock
path, inside = Path(sys.argv[1]), Path(sys.argv[2])
held, end = 0, time.monotonic() + 1.5
while time.monotonic() < end:
    try:
        lock = WriteLock(path).acquire()
    except AlreadyOpen:
        continue
    held += 1
    os.close(os.open(inside, os.O_CREAT | os.O_EXCL))
    inside.unlink()
    lock.release()
print(held)
"""


@pytest.mark.slow
def test_of_many_that_want_the_lock_only_one_has_it_at_a_time(tmp_path: Path) -> None:
    """Although each takes the name of the lock away while the others wait for it."""
    place, inside = tmp_path / "a.bpa", tmp_path / "inside"
    command = [sys.executable, "-c", CONTENDER, str(place), str(inside)]
    crowd = [
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(4)
    ]
    told = [program.communicate() for program in crowd]
    assert [errors for _, errors in told] == [""] * len(crowd)
    assert sum(int(held) for held, _ in told) > len(crowd)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="there an open file keeps its name")
@pytest.mark.parametrize("folder", ["/dev/fd", "/nowhere"])
def test_a_lock_that_lost_its_name_between_two_looks_is_not_taken(
    path: Path, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    """As when its number has meanwhile been given to the lock of somebody else."""
    look = os.listdir
    monkeypatch.setattr(os, "listdir", lambda _listed: look(folder))
    name, kept = path.with_name(".a.bpa.lock"), path.with_name("kept")
    connect, calls = sqlcipher.connect, []

    def swapped(*place: Any, **how: Any) -> Any:
        calls.append(place)
        if len(calls) > 1:
            return connect(*place, **how)
        name.rename(kept)
        name.touch()
        opened = connect(*place, **how)
        kept.replace(name)
        return opened

    monkeypatch.setattr(sqlcipher, "connect", swapped)
    lock = WriteLock(path).acquire()
    assert len(calls) == 2
    with pytest.raises(AlreadyOpen):
        WriteLock(path).acquire()
    lock.release()


def test_what_is_no_lock_is_taken_away(path: Path) -> None:
    path.with_name(".a.bpa.lock").write_bytes(b"something else" * 1000)
    with open_file(path, key(), TYPES), pytest.raises(AlreadyOpen):
        open_file(path, key(), TYPES)
    assert beside(path) == set()


def test_a_lock_that_fails_in_another_way_says_how(path: Path) -> None:
    """As on a disk that is about to break."""
    error = sqlcipher.OperationalError()
    error.sqlite_errorcode, error.sqlite_errorname = 10, "SQLITE_IOERR"
    with pytest.raises(WriteFailed) as caught:
        WriteLock(path)._refuse(error)
    assert caught.value.values == {"cause": "SQLITE_IOERR"}


def test_a_user_without_a_name(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> str:
        raise KeyError

    for name in ("LOGNAME", "USER", "USERNAME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(getpass, "getuser", nobody)
    with open_file(path, key(), TYPES), pytest.raises(AlreadyOpen) as caught:
        open_file(path, key(), TYPES)
    assert caught.value.values["who"] == "?"


def test_a_file_that_is_open_is_not_made_again(path: Path) -> None:
    with open_file(path, key(), TYPES), pytest.raises(FileExists):
        make(path, key(), TYPES)


def test_closing_twice_is_harmless(path: Path) -> None:
    file = open_file(path, key(), TYPES)
    file.close()
    with open_file(path, key(), TYPES):
        file.close()
        with pytest.raises(AlreadyOpen):
            open_file(path, key(), TYPES)
