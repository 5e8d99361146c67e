"""The sheet says each sign of the key aloud, and reads well without being seen."""

from __future__ import annotations

import datetime as dt

import pytest

from bpa_desktop.documents.model import Table
from bpa_desktop.documents.pdf import render
from bpa_desktop.documents.recovery_sheet import RecoverySheet, document, spoken
from bpa_desktop.i18n import LANGUAGES, speaking
from bpa_desktop.storage.keys import ALPHABET
from tests.documents.papers import failures

GROUPS = ("TEST", "KEYT", "ESTK", "EYTE", "STKE", "YTES", "T2C4")
SHEET = RecoverySheet(groups=GROUPS, file_name="eksempel.bpa", made_on=dt.date(2026, 3, 16))
in_each_language = pytest.mark.parametrize("language", LANGUAGES)


@pytest.mark.parametrize(
    ("language", "words"),
    [("da", "Hans, syv, Yrsa, Zackarias"), ("en", "Hotel, seven, Yankee, Zulu")],
)
def test_a_group_is_said_in_the_words_of_the_language(language: str, words: str) -> None:
    with speaking(language):
        assert spoken("H7YZ") == words


@in_each_language
def test_every_sign_of_a_key_has_a_word_of_its_own(language: str) -> None:
    with speaking(language):
        words = spoken(ALPHABET).split(", ")
    assert len(set(words)) == len(ALPHABET)
    for sign, word in zip(ALPHABET, words, strict=True):
        assert sign.isdigit() or word.startswith(sign)


@in_each_language
def test_each_group_has_a_row(language: str) -> None:
    with speaking(language):
        blocks = document(SHEET).blocks
        (table,) = [block for block in blocks if isinstance(block, Table)]
        assert [row[2] for row in table.rows] == [spoken(group) for group in GROUPS]
        assert [getattr(row[1], "text", "") for row in table.rows] == list(GROUPS)


@in_each_language
def test_it_is_readable_without_being_seen(language: str) -> None:
    with speaking(language):
        assert failures(render(document(SHEET))) == []
