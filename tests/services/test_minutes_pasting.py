"""Minutes from Word or a mail become points, by headings and numbers, tables included."""

from __future__ import annotations

import time

import pytest

from bpa_desktop.domain.meeting import Section
from bpa_desktop.services.minutes_pasting import points_in

NUMBERED = """Referat af personalemøde

1. Ny loftlift
Oplæring torsdag kl. 14.
1.1 Alle møder op.
2) Vagtplan
Bo tager søndag.

Punkt 3: Eventuelt
Intet.
Om den enkelte
4. Carla
Samtale om vagter.
"""
WORD = """<html><head><style>p {color: red}</style></head><body>
<p class=MsoNormal>Til stede: alle</p>
<h2>Ny&nbsp;loftlift</h2><p>Oplæring <b>torsdag</b><br>kl. 14.</p>
<p><b>Vagtplan i påsken</b></p>
<table><tr><td><p>Dag</p></td><td><p>Hvem</p></td></tr>
<tr><td><p>Søndag</p></td><td><p>Bo</p></td></tr></table>
<ul><li>Husk nøglen</li></ul>
</body></html>"""
LISTED = """<p class=MsoListParagraph><span>1.<span>&nbsp;&nbsp;&nbsp; </span></span>Nøgler</p>
<p>De ligger i skabet.</p><p><span>2.<span>&nbsp; </span></span>Eventuelt</p>"""


def told(text: str, html: str = "") -> list[tuple[str, str]]:
    return [(one.heading, one.words) for one in points_in(text, html)]


def test_numbers_begin_points_and_their_own_numbers_stay_inside() -> None:
    assert told(NUMBERED) == [
        ("Før det første punkt", "Referat af personalemøde"),
        ("Ny loftlift", "Oplæring torsdag kl. 14.\n1.1 Alle møder op."),
        ("Vagtplan", "Bo tager søndag."),
        ("Eventuelt", "Intet."),
        ("Carla", "Samtale om vagter."),
    ]
    sections = [one.section for one in points_in(NUMBERED)]
    assert sections == [Section.SHARED] * 4 + [Section.PERSON]


def test_headings_bold_lines_and_tables_of_word_are_seen() -> None:
    assert told("", WORD) == [
        ("Før det første punkt", "Til stede: alle"),
        ("Ny loftlift", "Oplæring torsdag\nkl. 14."),
        ("Vagtplan i påsken", "Dag | Hvem\nSøndag | Bo\nHusk nøglen"),
    ]


def test_word_numbers_its_lists_in_spans() -> None:
    assert told("", LISTED) == [("Nøgler", "De ligger i skabet."), ("Eventuelt", "")]


def test_without_numbers_short_lines_above_text_are_headings() -> None:
    text = "Loftlift\nDen nye er kommet.\n\nVagter\nBo bytter med Anna."
    assert told(text) == [
        ("Loftlift", "Den nye er kommet."),
        ("Vagter", "Bo bytter med Anna."),
    ]


def test_text_without_any_heading_is_one_point() -> None:
    text = "Vi talte om vagterne, og alle var enige om, at det går godt.\nSå sluttede vi."
    assert [one for _heading, one in told(text)] == [text]


@pytest.mark.parametrize("text", ["", "   \n\n", "\u00a0"])
def test_nothing_gives_no_points(text: str) -> None:
    assert points_in(text) == ()


def test_a_date_or_a_time_at_the_beginning_of_a_line_is_no_number_of_a_point() -> None:
    text = "1. Datoer\n12.03.2026 syn af bilen\n14.30 slut\n2. Andet\n- ok"
    assert [heading for heading, _words in told(text)] == ["Datoer", "Andet"]


def test_twenty_pages_lose_no_word_and_take_no_time() -> None:
    page = "".join(f"<p>Ord {at} i en almindelig linje om vagtplanen.</p>" for at in range(45))
    rows = "".join(f"<tr><td>{at}</td><td>celle {at}</td></tr>" for at in range(10))
    html = "".join(
        f"<h1>{number}. Emne nummer {number}</h1>{page}<table>{rows}</table>"
        for number in range(1, 21)
    )
    begun = time.perf_counter()
    found = points_in("", html)
    assert time.perf_counter() - begun < 2
    assert [one.heading for one in found] == [f"Emne nummer {at}" for at in range(1, 21)]
    assert all(one.words.count("celle") == 10 and "Ord 44" in one.words for one in found)
