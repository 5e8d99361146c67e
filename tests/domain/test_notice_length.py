"""A notice that can be counted, and one that cannot."""

from __future__ import annotations

import pytest

from bpa_desktop.domain.notice_length import NoticeLength, read_notice, tell_on
from bpa_desktop.domain.notice_scheme import notice_scheme
from bpa_desktop.services.rulebook import rulebook
from tests.domain.builders import day


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("30 dage", NoticeLength(days=30)),
        ("Højst 14 dages varsel.", NoticeLength(days=14)),
        ("2 uger", NoticeLength(days=14)),
        ("en måned", NoticeLength(months=1)),
        ("3 måneders opsigelsesvarsel", NoticeLength(months=3)),
        ("four weeks' notice", NoticeLength(days=28)),
        ("", None),
        ("1 måned til udgangen af en måned", None),
        ("løbende måned + 30 dage", None),
        ("Efter aftale", None),
    ],
)
def test_only_a_plain_length_is_counted(text: str, length: NoticeLength | None) -> None:
    assert read_notice(text) == length


def test_a_month_before_the_last_day_is_a_calendar_month() -> None:
    weeks = notice_scheme(day("2026-03-02"), day("2026-03-05"), rulebook())
    assert weeks is not None
    month, days = NoticeLength(months=1), NoticeLength(days=30)
    assert tell_on(weeks, month, complained=False) == day("2026-05-07")
    assert tell_on(weeks, days, complained=False) == day("2026-05-08")
    assert tell_on(weeks, days, complained=True) == day("2026-06-11")
