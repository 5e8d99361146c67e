"""The fourteen weeks in words: one way to count them, and one helper's notice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpa_desktop.i18n import _, date_words, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bpa_desktop.domain.notice_length import NoticeLength
    from bpa_desktop.domain.notice_scheme import Counted, NoticeScheme
    from bpa_desktop.services.case_notice import HelperNotice


def counted_words(one: Counted, weeks: NoticeScheme) -> str:
    """The days of one way to count; the safe day to complain is marked as such."""
    text = _(
        "Complain by {complain}{safe}. The municipality answers by {answer}, the Board of Appeal "
        "by {board}. Less help from {effect} at the earliest."
    )
    is_safe = one.complain_by == weeks.complain_by
    return text.format(
        complain=date_words(one.complain_by),
        safe=_(" (the safe day)") if is_safe else "",
        answer=date_words(one.reassessed_by),
        board=date_words(one.decided_by),
        effect=date_words(one.effect_on),
    )


def length_words(length: NoticeLength) -> str:
    """``30 dage`` or ``3 måneder``."""
    if length.months:
        return ngettext("{n} month", "{n} months", length.months)
    return ngettext("{n} day", "{n} days", length.days)


def notice_words(one: HelperNotice, weeks: NoticeScheme) -> Iterator[str]:
    """Yield what is known of a helper's notice, and the days to be told on."""
    if one.told_on is not None:
        yield _("Was given notice on {date}.").format(date=date_words(one.told_on))
        return
    yield _notice(one)
    if one.plain is not None:
        text = _("If you do not complain: tell by {date} to be safe. Then it ends on {last}.")
        yield text.format(date=date_words(one.plain), last=date_words(weeks.last_day))
    yield _("If you complain: tell on {date}, when the weeks end.").format(
        date=date_words(one.complained)
    )


def _notice(one: HelperNotice) -> str:
    notice = one.notice
    if notice.length is not None:
        text = _("Notice: {length}.").format(length=length_words(notice.length))
        if notice.source:
            more = _("By the agreement you have acceded to; the contract may say less.")
            return f"{text} {more}"
        return text
    if notice.words:
        text = _("The contract says: {words} The program cannot count that; write it as days.")
        return text.format(words=f"{notice.words.rstrip('.')}.")
    return _("The notice is not written.")
