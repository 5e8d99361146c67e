from __future__ import annotations

import re
import struct
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfbase.pdfdoc import PDFDocument

from bpa_desktop import paths
from bpa_desktop.documents.model import Text
from bpa_desktop.documents.pdf import render
from bpa_desktop.documents.pdf_fonts import (
    HYPHEN,
    MISSING,
    SOFT_HYPHEN,
    Inks,
    Typeface,
    Widths,
    _advances,
    _covered,
    clean,
    escaped,
)
from bpa_desktop.documents.pdf_style import BODY, BODY_STRONG, TITLE, Face
from tests.counting import not_counting
from tests.documents.papers import failures, opened, paper, texts

FONTS = paths.RESOURCES / "fonts"
NEEDED = "æøåÆØÅéüößðþýáíóúÐÞýĸ–—−±×½§€·•▲▼→✓…“”‘’\u00a0\u2011"


@pytest.mark.parametrize("face", Face)
def test_a_face_has_the_letters_of_the_kingdom(face: Face) -> None:
    assert _covered(face).issuperset(NEEDED)


@pytest.mark.parametrize("face", Face)
def test_all_faces_have_the_same_letters(face: Face) -> None:
    assert _covered(face) == _covered(Face.REGULAR)


@pytest.mark.parametrize("face", Face)
def test_digits_plus_and_minus_are_equally_wide(face: Face) -> None:
    assert len({_advances(face)[sign] for sign in "0123456789+−"}) == 1


@pytest.mark.parametrize("face", Face)
def test_a_font_file_is_small_and_carries_its_licence(face: Face) -> None:
    assert (FONTS / f"Inter-{face.value}.ttf").stat().st_size <= 150_000
    assert "SIL OPEN FONT LICENSE" in (FONTS / "Inter-LICENSE.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("face", "weight"), [(Face.REGULAR, 400), (Face.SEMIBOLD, 600), (Face.BOLD, 700)]
)
def test_a_font_file_says_family_and_weight(face: Face, weight: int) -> None:
    tables = _tables((FONTS / f"Inter-{face.value}.ttf").read_bytes())
    assert struct.unpack(">H", tables["OS/2"][4:6]) == (weight,)
    for family in ("Inter", face.value):
        assert family.encode("utf-16-be") in tables["name"]


def _tables(font: bytes) -> dict[str, bytes]:
    count = struct.unpack(">H", font[4:6])[0]
    entries = [struct.unpack(">4sIII", font[12 + i * 16 : 28 + i * 16]) for i in range(count)]
    return {tag.decode(): font[start : start + length] for tag, _sum, start, length in entries}


@pytest.mark.parametrize(
    ("written", "drawn"),
    [
        ("plain", "plain"),
        ("Ærø", "Ærø"),
        ("A\u030angstro\u0308m", "Ångström"),
        ("ﬁn ①", "fin 1"),
        ("a\tb", "a b"),
        ("a\u200bb\u202ec\x00d\x1ff", "abcdf"),
        ("a\x1eb\x85", "ab\n"),
        ("m\u0303", "m\u0303"),
        ("A\u0339\u0323", "\u1ea0"),
        ("日 \U0001f60a", f"{MISSING} {MISSING}"),
        ("to\r\nlinjer\u2028tre", "to\nlinjer\ntre"),
        (f"lang{SOFT_HYPHEN}ord", f"lang{SOFT_HYPHEN}ord"),
        ("\u0e49", ""),
    ],
)
def test_clean_keeps_what_can_be_drawn(written: str, drawn: str) -> None:
    assert clean(written, Face.REGULAR) == drawn


@not_counting()
@given(st.text())
def test_clean_leaves_only_what_can_be_drawn(text: str) -> None:
    cleaned = clean(text, Face.REGULAR)
    assert _covered(Face.REGULAR).union((SOFT_HYPHEN, "\n")).issuperset(cleaned)
    assert clean(cleaned, Face.REGULAR) == cleaned


@given(st.text(alphabet=st.characters(exclude_categories=["Cc", "Cf", "Mn", "Cs", "Zl", "Zp"])))
def test_no_letter_vanishes_unseen(text: str) -> None:
    # Some letters of other scripts are always written as a letter and its marks.
    composed = unicodedata.normalize("NFC", text)
    letters = [one for one in composed if unicodedata.category(one) != "Mn"]
    assert len(clean(text, Face.REGULAR)) >= len(letters)


@given(st.binary())
def test_escaped_bytes_are_ascii_and_come_back(written: bytes) -> None:
    coded = escaped(written)
    assert coded.isascii()
    assert coded.isprintable()
    back = re.sub(r"\\(\d{3}|.)", lambda found: _unescaped(found[1]), coded)
    assert back.encode("latin-1") == written


def _unescaped(code: str) -> str:
    return chr(int(code, 8)) if code.isdigit() else code


@given(st.lists(st.sampled_from(["Ærø", "07–15", " ", "a", "−8"]), max_size=6))
def test_a_width_is_the_sum_of_its_parts(parts: list[str]) -> None:
    widths = Widths(Face.REGULAR)
    assert widths["".join(parts)] == pytest.approx(sum(widths[part] for part in parts))


def test_a_soft_hyphen_has_no_width_and_a_drawn_one_has() -> None:
    widths = Widths(Face.REGULAR)
    assert widths[f"lang{SOFT_HYPHEN}ord"] == widths["langord"]
    assert widths[f"lang{HYPHEN}"] == widths["lang-"]


def test_an_ink_measures_in_points() -> None:
    inks = Inks(PDFDocument())
    assert inks[TITLE].width("Timer") > inks[BODY_STRONG].width("Timer") > inks[BODY].width("Timer")
    assert inks[BODY].width("0") == pytest.approx(10 * _advances(Face.REGULAR)["0"] / 1000)
    assert inks[BODY] is inks[BODY]


def test_a_stranger_is_shown_from_another_subset() -> None:
    typeface = Typeface(Face.REGULAR, PDFDocument())
    plain = typeface.shown("(a\\b)", 10)
    assert plain == r"(\(a\\b\))Tj"
    for code in range(0xC0, 0x180):
        typeface.shown(chr(code), 10)
    mixed = typeface.shown(f"a{HYPHEN}\u0416", 10)
    assert mixed.startswith("/F1+0 10 Tf(a)Tj")
    assert "/F1+1 10 Tf" in mixed
    assert mixed.endswith("/F1+0 10 Tf")
    assert typeface.shown("a", 10) == "(a)Tj"


def test_a_broken_word_is_found_with_a_soft_hyphen() -> None:
    content = render(paper(Text(text="arbejdsplads" * 30)))
    assert failures(content) == []
    assert "arbejdsplads" * 30 in texts(content)[0]
    with opened(content) as pdf:
        maps = [font.ToUnicode.read_bytes() for font in pdf.pages[0].Resources.Font.values()]
    assert any(b"<00AD>" in character_map for character_map in maps)
