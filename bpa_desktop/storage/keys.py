"""The key of a file: made at random, written so that it can be read aloud, kept by the system.

A recovery key is 26 symbols (128 bits) and two check symbols, in groups of four. The alphabet
has no letters that look alike and 31 symbols, so the two checks find every single or double
slip, and every two symbols that changed places. Anything else that opens a file is a passphrase.

With a passphrase the file is what SQLCipher 4 makes of it by itself, so other programs that
read such files can open it.
"""

from __future__ import annotations

import re
import unicodedata
from hashlib import blake2b
from typing import TYPE_CHECKING, Final

from bpa_desktop.errors import N_, BpaError
from bpa_desktop.storage.pages import salt_of

if TYPE_CHECKING:
    from pathlib import Path

ALPHABET: Final = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
_BASE: Final = len(ALPHABET)
_SYMBOLS: Final = 26
_GROUP: Final = 4
_LENGTH: Final = _SYMBOLS + 2
_SLIPS: Final = 2
_BETWEEN: Final = re.compile(r"[\s\u2010-\u2015\u2212.,_-]+")
"""What may stand between groups: blanks, and every sort of dash."""
_KEY_BYTES: Final = 32
_ROUNDS: Final = 256_000
"""SQLCipher 4's own number."""
_SERVICE: Final = "BPA Desktop"


class KeyMistyped(BpaError):
    """A recovery key has a typing slip: its check symbols do not fit."""

    sentence = N_(
        "The recovery key has a typing slip. Compare it with the paper, group by group. "
        "Nothing has been changed."
    )


class KeyMissing(BpaError):
    """No key was given, and the system keeps none for this file."""

    sentence = N_(
        "No key for this file was found on this computer. Give the recovery key or the passphrase."
    )


class PassphraseLikeKey(BpaError):
    """A new file's passphrase could be taken for a recovery key with a typing slip."""

    sentence = N_(
        "This looks like a recovery key with a typing slip. Correct the slip, "
        "or choose a passphrase with fewer or more letters."
    )


class Key:
    """What unlocks a file; never shown.

    ``has_slip`` marks a text that looks like a recovery key whose checks do not fit. It may be a
    passphrase all the same, so whoever opens a file tries it before complaining.
    """

    __slots__ = ("_secret", "_stretched", "has_slip", "is_passphrase")

    def __init__(self, secret: bytes, *, is_passphrase: bool, has_slip: bool = False) -> None:
        self._secret = secret
        self._stretched: dict[bytes, str] = {}
        self.is_passphrase = is_passphrase
        self.has_slip = has_slip

    def __repr__(self) -> str:
        return "Key(…)"

    def unlocks(self, salt: bytes) -> str:
        """What SQLCipher is told for a file with this salt.

        Takes about 0.1 s for a passphrase, once for each salt; may be called on another thread.
        """
        if salt not in self._stretched:
            raw = self._secret
            if self.is_passphrase:
                from hashlib import pbkdf2_hmac  # noqa: PLC0415 - fast start

                raw = pbkdf2_hmac("sha512", raw, salt, _ROUNDS, _KEY_BYTES)
            self._stretched[salt] = f"x'{raw.hex()}{salt.hex()}'"
        return self._stretched[salt]


def make_recovery_key() -> str:
    """A new random recovery key, in groups of four, with at least three digits."""
    import secrets  # noqa: PLC0415 - fast start

    while True:
        symbols = "".join(secrets.choice(ALPHABET) for _ in range(_SYMBOLS))
        if _digits(symbols) > _SLIPS:
            return _written(symbols)


def groups(recovery_key: str) -> tuple[str, ...]:
    """The groups of a recovery key, in the order in which they are read aloud."""
    return tuple(recovery_key.split("-"))


def parse(text: str) -> Key:
    """The key that ``text`` stands for: a recovery key if it is one, else a passphrase.

    Capital or small letters, blanks and dashes make no difference in a recovery key. Blanks
    around a passphrase do not count. Raises ``KeyMissing`` for an empty text.
    """
    text = unicodedata.normalize("NFC", text).strip().strip("\ufeff")
    if not text:
        raise KeyMissing
    symbols = _BETWEEN.sub("", text).upper()
    if _fits(symbols):
        secret = blake2b(
            symbols[:_SYMBOLS].encode(), digest_size=_KEY_BYTES, person=b"bpa-file-key"
        )
        return Key(secret.digest(), is_passphrase=False)
    secret_text = text.encode(errors="surrogatepass")
    return Key(secret_text, is_passphrase=True, has_slip=looks_like_recovery_key(text))


def looks_like_recovery_key(text: str) -> bool:
    """Whether ``text`` could be a recovery key, with or without slips.

    It has at most two symbols too few or too many, at most two that no recovery key has, and a
    digit.
    """
    symbols = _BETWEEN.sub("", text.strip()).upper()
    unknown = sum(symbol not in ALPHABET for symbol in symbols)
    has_length = abs(len(symbols) - _LENGTH) <= _SLIPS
    return has_length and unknown <= _SLIPS and _digits(symbols) > 0


def _digits(symbols: str) -> int:
    return sum(symbol.isdigit() for symbol in symbols)


def _fits(symbols: str) -> bool:
    known = len(symbols) == _LENGTH and set(symbols) <= set(ALPHABET)
    return known and _checks(symbols[:_SYMBOLS]) == symbols[_SYMBOLS:]


def _checks(symbols: str) -> str:
    digits = [ALPHABET.index(symbol) for symbol in symbols]
    plain = sum(digits)
    weighted = sum(weight * digit for weight, digit in enumerate(digits, start=1))
    return ALPHABET[plain % _BASE] + ALPHABET[weighted % _BASE]


def _written(symbols: str) -> str:
    whole = symbols + _checks(symbols)
    return "-".join(whole[start : start + _GROUP] for start in range(0, _LENGTH, _GROUP))


def _entry(path: Path) -> str:
    """The name under which the system keeps the key: the file's own salt, so it may be moved."""
    return salt_of(path).hex()


def remember(path: Path, text: str) -> bool:
    """Give the key of the file at ``path`` to the system's keyring; false where that fails."""
    import keyring  # noqa: PLC0415 - slow, and only needed here

    entry = _entry(path)
    try:
        keyring.set_password(_SERVICE, entry, text)
    except Exception:  # noqa: BLE001 - another program's fault; the key can still be typed
        return False
    return True


def remembered(path: Path) -> str | None:
    """The key that the system's keyring keeps for the file at ``path``, if any.

    Raises what ``salt_of`` raises for a file that cannot be ours.
    """
    import keyring  # noqa: PLC0415 - slow, and only needed here

    entry = _entry(path)
    try:
        return keyring.get_password(_SERVICE, entry)
    except Exception:  # noqa: BLE001 - another program's fault; the key can still be typed
        return None


def has_keyring() -> bool:
    """Whether the system can keep a key."""
    import keyring  # noqa: PLC0415 - slow, and only needed here
    from keyring.backends import fail, null  # noqa: PLC0415

    try:
        return not isinstance(keyring.get_keyring(), (fail.Keyring, null.Keyring))
    except Exception:  # noqa: BLE001 - another program's fault; a passphrase will do
        return False
