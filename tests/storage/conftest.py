"""A good file for tests that spoil, copy or crowd it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bpa_desktop.services.catalogue import TYPES
from bpa_desktop.storage.file import (
    make,
)
from tests.storage.samples import key

if TYPE_CHECKING:
    from pathlib import Path


from tests.storage.refusing import HELPERS, fill


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The content of a good file with some helpers in it."""
    path = tmp_path_factory.mktemp("good") / "a.bpa"
    with make(path, key(), TYPES) as file:
        fill(file, HELPERS)
    return path.read_bytes()


@pytest.fixture
def path(tmp_path: Path, whole: bytes) -> Path:
    place = tmp_path / "a.bpa"
    place.write_bytes(whole)
    return place
