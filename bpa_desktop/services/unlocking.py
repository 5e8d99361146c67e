"""Where the key of a file comes from, and how a new file gets one."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bpa_desktop.errors import N_, BpaError
from bpa_desktop.services.session import make, open_session
from bpa_desktop.storage import keys
from bpa_desktop.storage.lock import AlreadyOpen
from bpa_desktop.storage.refusals import FileMissing, FolderReadOnly, KeyWrong

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from pathlib import Path

    from bpa_desktop.services.session import Session

KEY_VARIABLE: Final = "BPA_DESKTOP_KEY"


class PassphraseMissing(keys.KeyMissing):
    """A new file needs a passphrase, because the system keeps no keys."""

    sentence = N_(
        "This computer cannot keep a key, so a new file needs a passphrase. "
        "Write one, or give it with --key-file or in BPA_DESKTOP_KEY. No file was made."
    )


class KeyFileUnreadable(BpaError):
    """The file that should hold the key cannot be read."""

    sentence = N_("The key file cannot be read. Check its name, and that it is a text file.")


@dataclass(frozen=True, eq=False, repr=False)
class NewFile:
    """A file that has just been made.

    ``recovery_key`` is shown to the user once, and is ``None`` when the user gave the key.
    ``remembered`` says whether the system keeps the key.
    """

    session: Session
    recovery_key: str | None
    remembered: bool


def given_key(key_file: Path | None) -> str | None:
    """The key in ``key_file``, else in the environment, else ``None``."""
    if key_file is not None:
        try:
            return key_file.read_text(encoding="utf-8").strip("\r\n")
        except (OSError, UnicodeDecodeError) as error:
            raise KeyFileUnreadable from error
    return os.environ.get(KEY_VARIABLE) or None


def unlock(
    path: Path,
    *,
    key: str | None = None,
    key_file: Path | None = None,
    ask: Callable[[], str] | None = None,
    read_only: bool = False,
    verify: bool = False,
    today: dt.date | None = None,
) -> Session:
    """Open ``path`` with a given key, else the system's, else the one that ``ask`` returns.

    Raises ``KeyMissing`` when none of them has a key, and what ``open_session`` raises.
    """
    if not path.is_file():
        raise FileMissing
    text = key or given_key(key_file) or keys.remembered(path)
    if text is None and ask is not None:
        text = ask()
    return open_session(
        path, keys.parse(text or ""), read_only=read_only, verify=verify, today=today
    )


def new_file(
    path: Path, *, key_file: Path | None = None, ask: Callable[[], str] | None = None
) -> NewFile:
    """Make a new file at ``path``.

    With a given key that key is used. Where the system can keep a key, a random one is made,
    kept there, and given back to be shown once. Else ``ask`` gives a passphrase.
    """
    given = given_key(key_file)
    if given is not None:
        return NewFile(make(path, keys.parse(given)), None, remembered=False)
    if keys.has_keyring():
        recovery = keys.make_recovery_key()
        session = make(path, keys.parse(recovery))
        return NewFile(session, recovery, remembered=keys.remember(path, recovery))
    passphrase = ask() if ask is not None else ""
    if not passphrase.strip():
        raise PassphraseMissing
    return NewFile(make(path, keys.parse(passphrase)), None, remembered=False)


def lacks_key(error: BpaError) -> bool:
    """Whether no key was tried at all."""
    return isinstance(error, keys.KeyMissing)


def needs_key(error: BpaError) -> bool:
    """Whether another key could open the file."""
    return isinstance(error, (keys.KeyMissing, keys.KeyMistyped, KeyWrong))


def may_be_read(error: BpaError) -> bool:
    """Whether the file could still be opened read-only."""
    return isinstance(error, (AlreadyOpen, FolderReadOnly))


def unlock_with(
    path: Path, text: str, *, read_only: bool = False, today: dt.date | None = None
) -> Session:
    """Open ``path`` with a key that was just typed, and let the system keep it if it can."""
    session = open_session(path, keys.parse(text), read_only=read_only, today=today)
    keys.remember(path, text)
    return session


def can_keep_keys() -> bool:
    """Whether the system has a keyring."""
    return keys.has_keyring()
