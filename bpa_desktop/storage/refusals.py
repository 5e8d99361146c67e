"""Why a file cannot be opened, read or written, each reason with the sentence a person is shown."""

from __future__ import annotations

import errno
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from bpa_desktop.errors import N_, BpaError

if TYPE_CHECKING:
    from collections.abc import Iterator


class FileMissing(BpaError):
    """There is no file at the path."""

    sentence = N_("There is no file with that name. Check the name and the folder.")


class FileIsFolder(BpaError):
    """At the path lies a folder."""

    sentence = N_("That is a folder, not a file. Choose a file whose name ends in .bpa.")


class FileExists(BpaError):
    """A new file must not replace one that is there."""

    sentence = N_("There is a file with that name already. Choose another name.")


class FileUnreadable(BpaError):
    """The system does not let the file be read."""

    sentence = N_(
        "The file cannot be read. Check that you may open it, "
        "and that the disk it lies on is connected."
    )


class FileEmpty(BpaError):
    """The file holds nothing at all."""

    sentence = N_(
        "The file is empty. Fetch the newest copy from your backup. Nothing has been changed."
    )


class FileForeign(BpaError):
    """The file belongs to another program."""

    sentence = N_(
        "This file was made by another program. Choose a file whose name ends in .bpa. "
        "Nothing has been changed."
    )


class FileTruncated(BpaError):
    """The end of the file is missing."""

    sentence = N_(
        "The file is cut short: its end is missing. Fetch the newest copy from your backup. "
        "Nothing has been changed."
    )


class FileDamaged(BpaError):
    """A page of the file is not as it was written."""

    sentence = N_(
        "The file is damaged on page {page}. Fetch the newest copy from your backup. "
        "Nothing has been changed."
    )


class FileDamagedInside(FileDamaged):
    """Every page is as it was written, but what stands on them does not fit together."""

    sentence = N_(
        "The file is damaged. Fetch the newest copy from your backup. Nothing has been changed."
    )


class FileBusy(BpaError):
    """Another program holds on to the file."""

    sentence = N_(
        "Another program is using the file right now. Nothing has been changed. "
        "Wait a moment and try again."
    )


class KeyWrong(BpaError):
    """No page can be read with the key."""

    sentence = N_(
        "The key does not fit this file. Try again, or use the recovery key. "
        "If you are sure of the key, the beginning of the file is damaged: "
        "fetch the newest copy from your backup. Nothing has been changed."
    )


class FolderMissing(BpaError):
    """There is no folder to write in."""

    sentence = N_("There is no such folder. Check its name, or make the folder first.")


class FolderReadOnly(BpaError):
    """Nothing can be written in the folder."""

    sentence = N_(
        "The file lies where nothing can be written. Open it read-only, "
        "or move it to a folder of your own."
    )


class FolderUnwritable(BpaError):
    """A new file cannot be made in the folder."""

    sentence = N_("Nothing can be written in that folder. Choose another one. No file was made.")


class DiskFull(BpaError):
    """There is no room for what should be written."""

    sentence = N_(
        "The disk is full. Nothing of this change was saved; everything before it is safe. "
        "Make room and try again."
    )


class ReadFailed(BpaError):
    """The database could not read, for a reason without a sentence of its own."""

    sentence = N_(
        "The file could not be read ({cause}). Nothing has been changed. "
        "Close the program, open the file again and try once more."
    )


class WriteFailed(BpaError):
    """The database refused to write for a reason without a sentence of its own."""

    sentence = N_(
        "The change could not be saved ({cause}). Everything before it is safe. Try again."
    )


_NO_ROOM: Final = frozenset({errno.ENOSPC, errno.EDQUOT})
_NOT_ALLOWED: Final = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


@contextmanager
def writing_files(not_allowed: type[BpaError] = FolderReadOnly) -> Iterator[None]:
    """Turn what the system refuses inside the block into a sentence.

    ``not_allowed`` speaks of the open file; a new one is refused with ``FolderUnwritable``.
    """
    try:
        yield
    except FileExistsError as error:
        raise FileExists from error
    except FileNotFoundError as error:
        raise FolderMissing from error
    except OSError as error:
        if error.errno in _NO_ROOM:
            raise DiskFull from error
        if error.errno in _NOT_ALLOWED:
            raise not_allowed from error
        raise WriteFailed(cause=errno.errorcode.get(error.errno or 0, "?")) from error


@contextmanager
def reading_files() -> Iterator[None]:
    """Turn what the system refuses inside the block into a sentence."""
    try:
        yield
    except FileNotFoundError as error:
        raise FileMissing from error
    except IsADirectoryError as error:
        raise FileIsFolder from error
    except OSError as error:
        raise FileUnreadable from error
