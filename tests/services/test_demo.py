"""The example is made whole, replaces an older one, and spares every file that is no example."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pikepdf
import pytest

from bpa_desktop.domain.people import Helper
from bpa_desktop.services import demo
from bpa_desktop.services.session import make, open_session
from bpa_desktop.storage import keys
from bpa_desktop.storage.lock import AlreadyOpen, WriteLock
from bpa_desktop.storage.refusals import FileExists

if TYPE_CHECKING:
    from pathlib import Path

DAY = dt.date(2026, 3, 16)


@pytest.fixture(name="quick")
def _quick(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The example without its eighteen months, and the package without its pages."""
    made: list[str] = []

    def write(session: object) -> None:
        del session
        made.append("example")

    def package(_session: object, name: str, visit: dt.date, folder: Path) -> demo.Demo:
        made.append(f"{name} {visit}")
        return demo.Demo(folder, folder / "package.pdf")

    monkeypatch.setattr(demo, "write_example", write)
    monkeypatch.setattr(demo, "make_package", package)
    return made


@pytest.mark.slow
def test_the_example_and_its_package_lie_in_the_folder(tmp_path: Path) -> None:
    made = demo.make_demo(tmp_path / "new" / "example", DAY)
    with open_session(made.file, keys.parse(demo.DEMO_KEY), today=DAY) as session:
        scheme = session.scheme()
        assert scheme is not None
        assert made.package.name.startswith(f"{scheme.next_visit}_Revisitation")
        assert len(session.records.all(Helper)) == 7
    with pikepdf.open(made.package) as pdf:
        assert len(pdf.pages) > 10


def test_an_older_example_is_replaced(tmp_path: Path, quick: list[str]) -> None:
    first = demo.make_demo(tmp_path, DAY)
    before = first.file.read_bytes()
    again = demo.make_demo(tmp_path, DAY)
    assert again == first
    assert again.file.read_bytes() != before
    assert quick == ["example", f"ishoej {DAY}"] * 2
    assert {one.name for one in tmp_path.iterdir()} == {demo.FILE_NAME}


@pytest.mark.usefixtures("quick")
def test_a_half_made_example_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / demo.FILE_NAME
    path.write_bytes(b"")
    demo.make_demo(tmp_path, DAY)
    open_session(path, keys.parse(demo.DEMO_KEY)).close()


@pytest.mark.usefixtures("quick")
def test_an_example_in_use_stays(tmp_path: Path) -> None:
    made = demo.make_demo(tmp_path, DAY)
    before = made.file.read_bytes()
    lock = WriteLock(made.file).acquire()
    with pytest.raises(AlreadyOpen):
        demo.make_demo(tmp_path, DAY)
    lock.release()
    assert made.file.read_bytes() == before


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("is_ours", [True, False])
def test_a_file_of_one_s_own_is_spared(tmp_path: Path, *, is_ours: bool) -> None:
    path = tmp_path / demo.FILE_NAME
    if is_ours:
        make(path, keys.parse("fire ord du husker")).close()
    else:
        path.write_text("Kære dagbog. " * 1000, encoding="utf-8")
    before = path.read_bytes()
    with pytest.raises(FileExists):
        demo.make_demo(tmp_path, DAY)
    assert path.read_bytes() == before


@pytest.mark.usefixtures("quick")
def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(demo.FolderUnwritable):
        demo.make_demo(tmp_path / "file" / "example", DAY)
    assert [one.name for one in tmp_path.iterdir()] == ["file"]


def test_without_a_day_it_is_today_s(tmp_path: Path, quick: list[str]) -> None:
    before = dt.datetime.now(demo.ZONE).date()
    demo.make_demo(tmp_path)
    after = dt.datetime.now(demo.ZONE).date()
    assert quick[1] in {f"ishoej {before}", f"ishoej {after}"}
