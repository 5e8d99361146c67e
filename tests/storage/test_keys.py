"""A slip in a recovery key is told apart from a wrong key, and a key is never shown."""

from __future__ import annotations

import traceback
import unicodedata
from typing import TYPE_CHECKING

import keyring
import pytest
import sqlcipher3.dbapi2 as sqlcipher
from hypothesis import given, settings
from hypothesis import strategies as st
from keyring.backend import KeyringBackend
from keyring.errors import KeyringError

from bpa_desktop.i18n import LANGUAGES, explain, speaking
from bpa_desktop.storage import keys
from bpa_desktop.storage.connection import connect, create
from bpa_desktop.storage.file import make, open_file
from bpa_desktop.storage.refusals import FileForeign, FileMissing, KeyWrong
from tests.counting import not_counting
from tests.storage.samples import RECOVERY, Odd

if TYPE_CHECKING:
    from pathlib import Path

TYPES = {"odd": Odd}
SALT = bytes(range(16))
symbols = st.sampled_from(keys.ALPHABET)
recovery_keys = (
    st.text(symbols, min_size=26, max_size=26)
    .filter(lambda text: sum(sign.isdigit() for sign in text) > 2)
    .map(keys._written)
)


def is_recovery(text: str) -> bool:
    return not keys.parse(text).is_passphrase


def test_a_new_key_is_a_recovery_key_in_seven_groups_of_four() -> None:
    made = {keys.make_recovery_key() for _ in range(200)}
    assert len(made) == 200
    for text in made:
        has_right_shape(text)


def has_right_shape(text: str) -> None:
    assert [len(group) for group in keys.groups(text)] == [4] * 7
    assert set(text) <= {*keys.ALPHABET, "-"}
    assert sum(sign.isdigit() for sign in text) > 2
    assert is_recovery(text)


def test_no_two_letters_look_alike() -> None:
    assert not set("01ILO") & set(keys.ALPHABET)
    assert keys.ALPHABET.isupper()


@given(recovery_keys, st.data())
def test_every_single_slip_is_told_apart(text: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(text) - 1).filter(lambda at: text[at] != "-"))
    typed = data.draw(st.one_of(symbols, st.characters(codec="utf-8")))
    slip = text[:place] + typed + text[place + 1 :]
    parsed = keys.parse(slip)
    if parsed.is_passphrase:
        assert parsed.has_slip
    else:
        assert parsed.unlocks(SALT) == keys.parse(text).unlocks(SALT)


@not_counting()
@settings(max_examples=20)
@given(recovery_keys)
def test_every_other_symbol_in_every_place_is_a_slip(text: str) -> None:
    for place, symbol in enumerate(text):
        for typed in set(keys.ALPHABET + "01OIL ø") - {symbol} if symbol != "-" else ():
            assert keys.parse(text[:place] + typed + text[place + 1 :]).has_slip


@not_counting()
@settings(max_examples=30)
@given(recovery_keys)
def test_every_two_symbols_that_changed_places_are_a_slip(text: str) -> None:
    signs = text.replace("-", "")
    for one in range(len(signs)):
        for other in range(one + 1, len(signs)):
            if signs[one] != signs[other]:
                swapped = list(signs)
                swapped[one], swapped[other] = signs[other], signs[one]
                assert keys.parse("".join(swapped)).has_slip


@given(recovery_keys, st.data())
def test_a_symbol_left_out_or_typed_twice_is_a_slip(text: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(text) - 1).filter(lambda at: text[at] != "-"))
    assert keys.parse(text[:place] + text[place + 1 :]).has_slip
    assert keys.parse(text[:place] + text[place] + text[place:]).has_slip


@given(recovery_keys, st.sampled_from(["", " ", "-", "–", "—", "‑", "−", ".", " - ", "\n", "_"]))
def test_small_letters_blanks_and_any_dash_make_no_difference(text: str, between: str) -> None:
    written = between.join(keys.groups(text))
    for typed in (written, written.lower(), f"  {written}\r\n"):
        assert is_recovery(typed)
        assert keys.parse(typed).unlocks(SALT) == keys.parse(text).unlocks(SALT)


@given(recovery_keys, recovery_keys)
def test_two_keys_open_different_files(one: str, other: str) -> None:
    opens_same = keys.parse(one).unlocks(SALT) == keys.parse(other).unlocks(SALT)
    assert opens_same == (one == other)


@pytest.mark.parametrize("empty", ["", "   ", "\n", "\ufeff"])
def test_no_key_is_said_so(empty: str) -> None:
    with pytest.raises(keys.KeyMissing):
        keys.parse(empty)


PASSPHRASES = [
    "rødgrød med fløde på",
    "it's \"quoted\" and 'quoted'",
    "x'00ff'",
    "; PRAGMA key='nothing'",
    "søvn\x00efter",
    "æ",
    "Hunden sover under bordet hele dagen",
]


@pytest.mark.parametrize("passphrase", PASSPHRASES, ids=ascii)
def test_any_passphrase_opens_what_it_closed_and_nothing_else_does(
    tmp_path: Path, passphrase: str
) -> None:
    path = tmp_path / "a.bpa"
    make(path, keys.parse(passphrase), TYPES).close()
    open_file(path, keys.parse(f" {passphrase}\r\n"), TYPES).close()
    with pytest.raises(KeyWrong):
        open_file(path, keys.parse(passphrase + "!"), TYPES)


def test_letters_in_two_parts_are_the_same_letters() -> None:
    text = "på gåtur"
    parts = unicodedata.normalize("NFD", text)
    assert parts != text
    assert keys.parse(parts).unlocks(SALT) == keys.parse(text).unlocks(SALT)


def test_a_file_with_a_passphrase_opens_in_any_program_that_reads_such_files(
    tmp_path: Path,
) -> None:
    path = tmp_path / "a.bpa"
    make(path, keys.parse("rødgrød"), TYPES).close()
    other = sqlcipher.connect(str(path))
    other.execute("PRAGMA key = 'rødgrød'")
    assert other.execute("PRAGMA user_version").fetchone()[0] > 0
    other.close()


LIKE_A_KEY = "TEST-KEYT-ESTK-EYTE-STKE-YTES-T2C5"


def test_a_new_file_refuses_a_passphrase_that_looks_like_a_recovery_key(tmp_path: Path) -> None:
    path = tmp_path / "a.bpa"
    with pytest.raises(keys.PassphraseLikeKey):
        make(path, keys.parse(LIKE_A_KEY), TYPES)
    assert not list(tmp_path.iterdir())


def test_it_opens_a_file_all_the_same_where_it_is_the_passphrase(tmp_path: Path) -> None:
    path = tmp_path / "a.bpa"
    create(path, keys.parse(LIKE_A_KEY)).close()
    connect(path, keys.parse(LIKE_A_KEY)).close()


@pytest.mark.parametrize(
    "passphrase",
    ["korrekt hest batteri hæfteklamme", "kaffe", "a" * 28, "Vi ses i morgen, kære du"],
)
def test_ordinary_passphrases_are_not_taken_for_keys(passphrase: str) -> None:
    assert not keys.looks_like_recovery_key(passphrase)


def test_a_slip_and_a_wrong_key_are_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "a.bpa"
    make(path, keys.parse(RECOVERY), TYPES).close()
    before = path.read_bytes()
    with pytest.raises(keys.KeyMistyped):
        open_file(path, keys.parse(LIKE_A_KEY), TYPES)
    with pytest.raises(KeyWrong):
        open_file(path, keys.parse(keys.make_recovery_key()), TYPES)
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == ["a.bpa"]


@pytest.mark.parametrize("text", [RECOVERY, LIKE_A_KEY, "rødgrød med fløde"])
def test_a_key_is_never_shown(tmp_path: Path, text: str, caplog: pytest.LogCaptureFixture) -> None:
    path = tmp_path / "a.bpa"
    make(path, keys.parse("another passphrase"), TYPES).close()
    key = keys.parse(text)
    with pytest.raises((KeyWrong, keys.KeyMistyped)) as caught:
        open_file(path, key, TYPES)
    told = traceback.format_exception(caught.value)
    shown = "".join([*told, repr(key), str(key), f"{key!r:>9}", caplog.text])
    secret = key.unlocks(path.read_bytes()[:16])
    assert text not in shown
    assert secret[2:66] not in shown
    for language in LANGUAGES:
        with speaking(language):
            assert text not in explain(caught.value)


class Kept(KeyringBackend):
    """A keyring in memory."""

    priority = 1.0

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password


class Broken(Kept):
    """A keyring that fails in its own way."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error = error

    def get_password(self, *_entry: str) -> str | None:
        raise self.error

    def set_password(self, *_entry: str) -> None:
        raise self.error


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "a.bpa"
    make(made, keys.parse(RECOVERY), TYPES).close()
    return made


def test_the_system_keeps_the_key_also_when_the_file_moves_or_is_copied(path: Path) -> None:
    keyring.set_keyring(Kept())
    assert keys.has_keyring()
    assert keys.remembered(path) is None
    assert keys.remember(path, RECOVERY)
    copy = path.with_name("copy.bpa")
    with open_file(path, keys.parse(RECOVERY), TYPES) as file:
        file.copy_to(copy)
    moved = path.rename(path.with_name("moved.bpa"))
    assert keys.remembered(moved) == keys.remembered(copy) == RECOVERY


def test_another_file_has_another_key(path: Path) -> None:
    keyring.set_keyring(Kept())
    keys.remember(path, RECOVERY)
    other = path.with_name("b.bpa")
    make(other, keys.parse("something else"), TYPES).close()
    assert keys.remembered(other) is None


@pytest.mark.parametrize("error", [KeyringError("locked"), RuntimeError("the bus is gone")])
def test_a_keyring_that_fails_is_as_none(path: Path, error: Exception) -> None:
    keyring.set_keyring(Broken(error))
    assert not keys.remember(path, RECOVERY)
    assert keys.remembered(path) is None


def test_without_a_keyring_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not keys.has_keyring()

    def failing() -> None:
        raise RuntimeError

    monkeypatch.setattr(keyring, "get_keyring", failing)
    assert not keys.has_keyring()


def test_the_key_of_what_is_no_file_of_ours_is_not_asked_for(tmp_path: Path) -> None:
    keyring.set_keyring(Kept())
    with pytest.raises(FileMissing):
        keys.remembered(tmp_path / "none.bpa")
    letter = tmp_path / "letter.bpa"
    letter.write_text("Kære kommune " * 500)
    with pytest.raises(FileForeign):
        keys.remember(letter, RECOVERY)
