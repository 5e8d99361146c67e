"""The way to an open file: every refusal has a sentence and a way on, and nothing stays locked."""

from __future__ import annotations

import datetime as dt
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

import keyring
import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from bpa_desktop.errors import BpaError
from bpa_desktop.i18n import _
from bpa_desktop.services import demo, recent
from bpa_desktop.services.session import open_session
from bpa_desktop.storage import keys
from bpa_desktop.storage.lock import WriteLock
from bpa_desktop.views.opening import Wish
from tests import little_file
from tests.kept_keys import KeptKeys
from tests.little_file import KEY
from tests.views.audit.tree import known_as, words_on
from tests.views.little import seat
from tests.views.windows import TODAY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from tests.views.little import Seat

FOUR_WORDS = "fire ord du husker"
PAGE = 4096
FIELD = "Nøgle eller adgangssætning"


@pytest.fixture(name="me")
def _me(qapp: QApplication, documents: Path) -> Iterator[Seat]:
    """Somebody in front of a window without a file."""
    del documents
    with seat(qapp, None) as found:
        yield found


@pytest.fixture(name="kept")
def _kept(own_surroundings: Path) -> KeptKeys:
    """The system can keep keys after all."""
    del own_surroundings
    found = KeptKeys()
    keyring.set_keyring(found)
    return found


@pytest.fixture(name="file")
def _file(small_file: Path, tmp_path: Path) -> Path:
    return shutil.copy(small_file, tmp_path / "Min ordning.bpa")


@contextmanager
def another_program(file: Path) -> Iterator[None]:
    """The file is open elsewhere."""
    lock = WriteLock(file).acquire()
    try:
        yield
    finally:
        lock.release()


def open_(me: Seat, file: Path, **how: object) -> str:
    before = len(me.log)
    me.window.opening.open(Wish(path=file, **how))  # type: ignore[arg-type]
    me.rest()
    return "|".join(me.log[before:])


def is_free(file: Path) -> bool:
    """Whether somebody else could write to the file now."""
    with another_program(file):
        return True


class TestWelcome:
    def test_it_is_said_and_the_first_offer_has_the_focus(self, me: Seat) -> None:
        me.window.opening.welcome()
        me.rest()
        assert me.log[-1].startswith("Velkommen til BPA Desktop. ")
        assert me.focus == "Se eksemplet"
        assert {"Lav en ny fil", "Åbn en fil"} <= set(me.labels())

    def test_a_chosen_file_is_opened(
        self, me: Seat, file: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        chosen = [("", ""), (str(file), "")]
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: chosen.pop(0))
        me.window.opening.welcome()
        me.press("Åbn en fil")
        assert "Se eksemplet" in me.labels()
        assert me.press("Åbn en fil").startswith("Lås Min ordning.bpa op. ")

    def test_a_file_that_is_gone_leads_back_with_a_sentence(self, me: Seat, tmp_path: Path) -> None:
        said = open_(me, tmp_path / "gone.bpa")
        sentence = _("There is no file with that name. Check the name and the folder.")
        assert said.startswith(f"{sentence} Velkommen")
        assert sentence in me.page_words()


class TestKey:
    def test_the_key_is_asked_for_and_kept(self, me: Seat, file: Path, kept: KeptKeys) -> None:
        open_(me, file)
        assert me.focus == FIELD
        me.type(KEY.lower().replace("-", " "))
        me.key(Qt.Key.Key_Return)
        assert me.session.helper_names()["anna"] == "Anna Nielsen"
        assert me.window.frame.current == "today"
        assert list(kept.kept.values()) == [KEY.lower().replace("-", " ")]
        me.window.close()
        me.window.frame.show()
        open_(me, file)
        assert me.window.desk.has_session

    def test_a_wrong_key_and_a_slip_are_told_apart(self, me: Seat, file: Path) -> None:
        open_(me, file)
        me.enter(FIELD, "en anden sætning")
        assert me.press("Lås op").startswith("Nøglen passer ikke")
        slip = ("3" if KEY[0] != "3" else "4") + KEY[1:]
        me.enter(FIELD, slip)
        said = me.press("Lås op")
        assert said.startswith("Gendannelsesnøglen er skrevet forkert.")
        assert any(one.startswith("Gendannelsesnøglen er skrevet forkert.") for one in me.words())
        assert me.focus == FIELD
        assert is_free(file)

    def test_an_empty_key_is_told_at_the_field(self, me: Seat, file: Path) -> None:
        open_(me, file)
        assert me.press("Lås op") == "Skriv nøglen først."
        assert me.problem(FIELD) == "Skriv nøglen først."
        assert me.focus == FIELD

    def test_a_given_key_that_does_not_fit_is_told(self, me: Seat, file: Path) -> None:
        assert open_(me, file, key="en anden sætning").startswith("Nøglen passer ikke")
        me.press("Tilbage")
        assert "Se eksemplet" in me.labels()

    def test_the_wish_outlives_the_question_for_the_key(self, me: Seat, file: Path) -> None:
        day = dt.date(2026, 3, 2)
        open_(me, file, read_only=True, today=day)
        me.enter(FIELD, KEY)
        me.press("Lås op")
        assert me.session.read_only
        assert me.session.today == day


class TestReading:
    def test_a_file_that_is_open_elsewhere_can_be_read(self, me: Seat, file: Path) -> None:
        with another_program(file):
            said = open_(me, file, key=KEY)
            assert "åbn den her til læsning" in said
            me.press("Prøv igen")
            me.press("Åbn til læsning")
            assert me.session.read_only
            assert me.status == "Filen er åbnet til læsning."
            me.go("helpers")
            assert "Anna Nielsen" in me.words()
            assert not me.button("Ny hjælper").isEnabled()

    def test_a_typed_key_is_not_asked_for_again(self, me: Seat, file: Path) -> None:
        with another_program(file):
            open_(me, file)
            me.enter(FIELD, KEY)
            me.press("Lås op")
            me.press("Åbn til læsning")
            assert me.session.read_only

    def test_trying_again_works_when_the_file_is_free(self, me: Seat, file: Path) -> None:
        with another_program(file):
            open_(me, file, key=KEY)
        me.press("Prøv igen")
        assert not me.session.read_only

    def test_back_leads_to_the_beginning(self, me: Seat, file: Path) -> None:
        with another_program(file):
            open_(me, file, key=KEY)
        me.press("Tilbage")
        assert "Lav en ny fil" in me.labels()


class TestNew:
    @pytest.mark.usefixtures("kept")
    def test_with_a_keyring_the_recovery_key_is_shown_once(self, me: Seat, documents: Path) -> None:
        me.window.opening.welcome()
        assert me.press("Lav en ny fil").startswith("Din gendannelsesnøgle. ")
        (shown,) = [one for one in me.words() if one.count(" – ") == 6]
        key = shown.replace(" – ", "-")
        assert _("This computer keeps the key, so you do not have to write it every day.") in (
            me.words()
        )
        assert me.press("Kopiér nøglen") == "Nøglen er kopieret."
        assert QGuiApplication.clipboard().text() == key
        said = me.press("Gem som PDF")
        sheet = documents / "BPA" / "Gendannelsesnøgle.pdf"
        assert str(sheet) in said
        with pypdfium2.PdfDocument(sheet) as pdf:
            text = pdf[0].get_textpage().get_text_bounded()
        assert all(group in text for group in key.split("-"))
        me.press("Jeg har skrevet den ned")
        assert me.session.file.path == documents / "BPA" / "Min ordning.bpa"
        assert key not in "".join(me.words()).replace(" – ", "-")
        me.window.close()
        open_session(documents / "BPA" / "Min ordning.bpa", keys.parse(key)).close()

    def test_a_keyring_that_refuses_is_not_promised(self, me: Seat, kept: KeptKeys) -> None:
        kept.is_broken = True
        me.window.opening.welcome()
        me.press("Lav en ny fil")
        words = me.words()
        assert any(one.count(" – ") == 6 for one in words)
        assert _("This computer keeps the key, so you do not have to write it every day.") not in (
            words
        )

    @pytest.mark.usefixtures("kept")
    def test_closing_the_window_while_the_key_is_shown_frees_the_file(
        self, me: Seat, documents: Path
    ) -> None:
        me.window.opening.welcome()
        me.press("Lav en ny fil")
        me.window.close()
        assert is_free(documents / "BPA" / "Min ordning.bpa")

    @pytest.mark.usefixtures("kept")
    def test_a_second_file_gets_a_name_of_its_own(self, me: Seat, documents: Path) -> None:
        for _number in range(2):
            me.window.opening.welcome()
            me.press("Lav en ny fil")
            me.press("Jeg har skrevet den ned")
        names = {one.name for one in (documents / "BPA").glob("*.bpa")}
        assert names == {"Min ordning.bpa", "Min ordning 2.bpa"}
        assert is_free(documents / "BPA" / "Min ordning.bpa")

    def test_without_a_keyring_a_passphrase_is_asked_for_twice(
        self, me: Seat, documents: Path
    ) -> None:
        me.window.opening.welcome()
        me.press("Lav en ny fil")
        assert me.focus == "Adgangssætning"
        assert me.press("Lav filen") == "Skriv først en adgangssætning."
        assert me.focus == "Adgangssætning"
        me.type(FOUR_WORDS)
        me.key(Qt.Key.Key_Return)
        assert me.focus == "Adgangssætningen igen"
        me.type("noget andet")
        assert me.key(Qt.Key.Key_Return) == _("The two are not the same. Write them again.")
        me.type(FOUR_WORDS)
        me.key(Qt.Key.Key_Return)
        assert me.session.file.path == documents / "BPA" / "Min ordning.bpa"
        me.window.close()
        open_session(documents / "BPA" / "Min ordning.bpa", keys.parse(FOUR_WORDS)).close()

    def test_a_passphrase_like_a_key_is_asked_for_again(self, me: Seat) -> None:
        like = "3" + KEY[1:]
        me.window.opening.welcome()
        me.press("Lav en ny fil")
        me.enter("Adgangssætning", like)
        me.enter("Adgangssætningen igen", like)
        said = me.press("Lav filen")
        assert said.startswith("Det ligner en gendannelsesnøgle")
        assert me.focus == "Adgangssætning"
        me.press("Tilbage")
        assert "Se eksemplet" in me.labels()

    @pytest.mark.usefixtures("kept")
    def test_a_folder_that_cannot_be_written_is_told(self, me: Seat, documents: Path) -> None:
        documents.write_text("no folder")
        me.window.opening.welcome()
        sentence = _("Nothing can be written in the folder {path}.")
        assert me.press("Lav en ny fil").startswith(sentence.format(path=documents / "BPA"))
        assert me.focus == "Se eksemplet"

    @pytest.mark.usefixtures("kept")
    def test_what_the_store_refuses_leads_back(
        self, me: Seat, monkeypatch: pytest.MonkeyPatch, documents: Path
    ) -> None:
        taken = documents / "BPA" / "x.bpa"
        taken.parent.mkdir(parents=True)
        taken.write_text("")
        monkeypatch.setattr(recent, "free_name", lambda *_: taken)
        me.window.opening.welcome()
        sentence = _("There is a file with that name already. Choose another name.")
        assert me.press("Lav en ny fil").startswith(sentence)


class TestExample:
    def test_it_is_made_on_a_thread_and_shown(
        self, me: Seat, documents: Path, file: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        made = demo.Demo(file, file)
        folders: list[Path] = []
        monkeypatch.setattr(demo, "make_demo", lambda folder: folders.append(folder) or made)
        me.window.opening.welcome()
        assert me.press("Se eksemplet").startswith("Eksemplet bliver lavet. ")
        me.work()
        assert folders == [documents / "BPA" / "Eksempel"]
        assert me.session.file.path == file
        assert me.window.frame.current == "today"

    @pytest.mark.parametrize("error", [BpaError(), ZeroDivisionError()])
    def test_what_is_refused_is_told(
        self, me: Seat, monkeypatch: pytest.MonkeyPatch, error: Exception, qtbot: QtBot
    ) -> None:
        def refuse(_folder: Path) -> demo.Demo:
            raise error

        monkeypatch.setattr(demo, "make_demo", refuse)
        me.window.opening.welcome()
        with qtbot.captureExceptions() as caught:
            me.press("Se eksemplet")
            me.work()
        if isinstance(error, BpaError):
            assert _("That could not be done.") in me.words()
            assert not caught
        else:
            assert [kind for kind, _value, _trace in caught] == [ZeroDivisionError]


class TestOpened:
    def test_the_file_is_remembered_for_the_next_start(self, me: Seat, file: Path) -> None:
        open_(me, file, key=KEY)
        assert recent.recent_file() == file

    def test_the_file_before_is_closed(self, me: Seat, file: Path, tmp_path: Path) -> None:
        other = little_file.write(tmp_path / "other.bpa", ())
        open_(me, file, key=KEY)
        open_(me, other, key=KEY)
        assert me.session.file.path == other
        assert is_free(file)
        assert me.session.helper_names() == {}

    @pytest.mark.parametrize("part", [1, 2, 3, 4])
    def test_damage_is_told_wherever_it_is(
        self, me: Seat, file: Path, qtbot: QtBot, part: int
    ) -> None:
        content = bytearray(file.read_bytes())
        pages = len(content) // PAGE
        content[(pages * part // 5) * PAGE + 2000] ^= 1
        file.write_bytes(content)
        open_(me, file, key=KEY)
        qtbot.waitUntil(lambda: any("beskadiget" in one for one in me.log))
        assert sum("beskadiget" in one for one in me.log) == 1
        me.window.close()
        assert file.read_bytes() == content

    def test_a_whole_file_says_nothing(self, me: Seat, file: Path) -> None:
        assert open_(me, file, key=KEY) == ""

    def test_a_file_from_a_newer_version_says_why_it_is_read_only(
        self, me: Seat, file: Path
    ) -> None:
        session = open_session(file, keys.parse(KEY), read_only=True, today=TODAY)
        session.file.notice = BpaError()
        me.window.opening.show_session(session)
        me.rest()
        assert me.log[-1] == _("That could not be done.")

    def test_closing_the_window_frees_the_file(self, me: Seat, file: Path) -> None:
        open_(me, file, key=KEY)
        me.window.close()
        assert is_free(file)

    def test_a_closed_file_is_not_looked_through(self, me: Seat) -> None:
        me.window.opening._verify()
        assert me.log == []


def test_the_start_pages_can_be_walked_by_keyboard(me: Seat) -> None:
    me.window.opening.welcome()
    seen = [me.focus]
    for _step in range(8):
        me.key(Qt.Key.Key_Tab)
        seen.append(me.focus)
    offers = ["Se eksemplet", "Lav en ny fil", "Åbn en fil"]
    assert [one for one in seen if one in offers][:3] == offers
    assert known_as(me.button("Åbn en fil")) == words_on(me.button("Åbn en fil"))
