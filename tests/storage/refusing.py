"""A good file to spoil, and a look at what is said and left behind when it is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bpa_desktop.domain.people import Helper
from bpa_desktop.i18n import LANGUAGES, explain, speaking
from bpa_desktop.services.catalogue import TYPES
from bpa_desktop.storage import pages
from bpa_desktop.storage.file import (
    open_file,
)
from bpa_desktop.storage.journal import Label
from tests.storage.samples import beside, key, sample

if TYPE_CHECKING:
    from pathlib import Path

    from bpa_desktop.errors import BpaError
    from bpa_desktop.storage import keys
    from bpa_desktop.storage.file import BpaFile

PAGE = pages.PAGE_BYTES
HELPERS = 60
ways = pytest.mark.parametrize("read_only", [False, True], ids=["to write", "to read"])


def fill(file: BpaFile, count: int, start: int = 0) -> None:
    with file.records.operation(Label("fill"), "") as operation:
        for number in range(start, start + count):
            operation.save(sample(Helper, {}, number, id=f"h{number:05}"))


def refused(
    path: Path, kind: type[BpaError], *, with_key: keys.Key | None = None, **how: bool
) -> BpaError:
    """The error with which the file is refused, after a look at what is left behind."""
    before, around = content(path), beside(path)
    with pytest.raises(kind) as caught:
        open_file(path, with_key or key(), TYPES, **how)
    assert type(caught.value) is kind
    assert content(path) == before
    assert beside(path) == around
    is_told(caught.value)
    return caught.value


def content(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def is_told(error: BpaError) -> None:
    sentences = set()
    for language in LANGUAGES:
        with speaking(language):
            sentences.add(explain(error))
    assert len(sentences) == len(LANGUAGES)
    assert not any("{" in sentence or not sentence.strip() for sentence in sentences)


def spoil(path: Path, place: int) -> None:
    with path.open("r+b") as file:
        file.seek(place)
        byte = file.read(1)[0]
        file.seek(place)
        file.write(bytes([byte ^ 1]))


def ids(file: BpaFile) -> list[str]:
    return [helper.id for helper in file.records.all(Helper)]
