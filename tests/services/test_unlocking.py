"""The key comes from where it is given first, and a new file gets one that is kept or shown."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import keyring
import pytest

from bpa_desktop.services import unlocking
from bpa_desktop.services.session import make
from bpa_desktop.storage import keys
from bpa_desktop.storage.lock import AlreadyOpen, WriteLock
from bpa_desktop.storage.refusals import FileMissing, FolderReadOnly, KeyWrong
from tests.kept_keys import KeptKeys
from tests.storage.samples import RECOVERY

if TYPE_CHECKING:
    from pathlib import Path

KEY = RECOVERY
WORDS = "fire ord du husker"
OTHER = "noget helt andet"


@pytest.fixture(name="kept")
def _kept(own_surroundings: Path) -> KeptKeys:
    del own_surroundings
    found = KeptKeys()
    keyring.set_keyring(found)
    return found


@pytest.fixture(name="file")
def _file(tmp_path: Path) -> Path:
    path = tmp_path / "a.bpa"
    make(path, keys.parse(KEY)).close()
    return path


def no_question() -> str:
    raise AssertionError("nobody is asked")


class TestUnlocking:
    def test_a_given_key_comes_before_every_other(
        self, file: Path, kept: KeptKeys, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        keys.remember(file, OTHER)
        monkeypatch.setenv(unlocking.KEY_VARIABLE, OTHER)
        key_file = tmp_path / "key.txt"
        key_file.write_text(f"{KEY}\r\n", encoding="utf-8")
        unlocking.unlock(file, key=KEY, ask=no_question).close()
        unlocking.unlock(file, key_file=key_file, ask=no_question).close()
        monkeypatch.setenv(unlocking.KEY_VARIABLE, KEY)
        unlocking.unlock(file, ask=no_question).close()
        monkeypatch.delenv(unlocking.KEY_VARIABLE)
        with pytest.raises(KeyWrong):
            unlocking.unlock(file, ask=no_question)
        kept.kept.clear()
        unlocking.unlock(file, ask=lambda: KEY).close()

    def test_the_system_s_own_key_opens_without_a_question(
        self, file: Path, kept: KeptKeys
    ) -> None:
        keys.remember(file, KEY)
        assert kept.kept
        unlocking.unlock(file, ask=no_question).close()

    def test_no_key_at_all(self, file: Path) -> None:
        with pytest.raises(keys.KeyMissing) as caught:
            unlocking.unlock(file)
        assert unlocking.lacks_key(caught.value)
        assert unlocking.needs_key(caught.value)

    def test_the_day_and_reading_are_passed_on(self, file: Path) -> None:
        day = dt.date(2026, 3, 16)
        with unlocking.unlock(file, key=KEY, read_only=True, verify=True, today=day) as session:
            assert session.read_only
            assert session.today == day

    def test_a_file_that_is_not_there(self, tmp_path: Path) -> None:
        with pytest.raises(FileMissing) as caught:
            unlocking.unlock(tmp_path / "gone.bpa", key=KEY)
        assert not unlocking.needs_key(caught.value)

    @pytest.mark.parametrize("content", [None, b"\xff\xfe\xff"])
    def test_a_key_file_that_cannot_be_read(
        self, file: Path, tmp_path: Path, content: bytes | None
    ) -> None:
        key_file = tmp_path / "key.txt"
        if content is not None:
            key_file.write_bytes(content)
        with pytest.raises(unlocking.KeyFileUnreadable):
            unlocking.unlock(file, key_file=key_file)

    def test_a_typed_key_is_kept_once_it_fits(self, file: Path, kept: KeptKeys) -> None:
        with pytest.raises(KeyWrong) as caught:
            unlocking.unlock_with(file, OTHER)
        assert unlocking.needs_key(caught.value)
        assert not unlocking.lacks_key(caught.value)
        assert not kept.kept
        unlocking.unlock_with(file, KEY, read_only=True).close()
        assert list(kept.kept.values()) == [KEY]

    def test_what_may_still_be_read(self, file: Path) -> None:
        lock = WriteLock(file).acquire()
        with pytest.raises(AlreadyOpen) as caught:
            unlocking.unlock(file, key=KEY)
        lock.release()
        assert unlocking.may_be_read(caught.value)
        assert unlocking.may_be_read(FolderReadOnly())
        assert not unlocking.may_be_read(KeyWrong())


class TestNewFile:
    def test_a_key_is_made_kept_and_given_back_once(self, tmp_path: Path, kept: KeptKeys) -> None:
        assert unlocking.can_keep_keys()
        made = unlocking.new_file(tmp_path / "n.bpa", ask=no_question)
        made.session.close()
        assert made.remembered
        assert made.recovery_key is not None
        assert list(kept.kept.values()) == [made.recovery_key]
        unlocking.unlock(tmp_path / "n.bpa").close()
        assert made.recovery_key not in repr(made)

    def test_a_keyring_that_refuses_keeps_nothing(self, tmp_path: Path, kept: KeptKeys) -> None:
        kept.is_broken = True
        made = unlocking.new_file(tmp_path / "n.bpa")
        made.session.close()
        assert not made.remembered
        assert made.recovery_key is not None
        unlocking.unlock(tmp_path / "n.bpa", key=made.recovery_key).close()

    def test_without_a_keyring_a_passphrase_is_asked_for(self, tmp_path: Path) -> None:
        assert not unlocking.can_keep_keys()
        made = unlocking.new_file(tmp_path / "n.bpa", ask=lambda: WORDS)
        made.session.close()
        assert (made.recovery_key, made.remembered) == (None, False)
        unlocking.unlock(tmp_path / "n.bpa", key=WORDS).close()

    def test_nobody_to_ask_and_nothing_to_keep_it(self, tmp_path: Path) -> None:
        with pytest.raises(unlocking.PassphraseMissing):
            unlocking.new_file(tmp_path / "n.bpa")
        assert not (tmp_path / "n.bpa").exists()

    def test_a_given_key_is_used(self, tmp_path: Path, kept: KeptKeys) -> None:
        key_file = tmp_path / "key.txt"
        key_file.write_text(KEY, encoding="utf-8")
        made = unlocking.new_file(tmp_path / "n.bpa", key_file=key_file, ask=no_question)
        made.session.close()
        assert (made.recovery_key, made.remembered) == (None, False)
        assert not kept.kept
        unlocking.unlock(tmp_path / "n.bpa", key=KEY).close()
