"""The pay of a month in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpa_desktop.documents.phrases import in_hours, joined
from bpa_desktop.domain.money import ZERO
from bpa_desktop.i18n import _, money, month_words
from bpa_desktop.services.shift_pay import missing_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bpa_desktop.domain.period import Period
    from bpa_desktop.services.month_pay import HelperPay, PayLine


def sentence(month: Period, found: Sequence[HelperPay]) -> str:
    """The pay of everybody, or who it is missing of."""
    if not found:
        return _("Nobody has a shift in {month}.").format(month=month_words(month.first))
    lacking = [one.helper.first_name for one in found if one.amount is None]
    if lacking:
        return _("Incomplete: a rate is missing for {who}.").format(who=joined(lacking))
    whole = sum((one.amount or ZERO for one in found), ZERO)
    return _("Together: {amount}").format(amount=money(whole))


def summary(pay: HelperPay) -> str:
    """``Anna Nielsen: 18.120,00 kr.``."""
    amount = _("incomplete") if pay.amount is None else money(pay.amount)
    return _("{who}: {amount}").format(who=pay.helper.name, amount=amount)


def line_words(line: PayLine) -> str:
    """``Grundløn: 120 timer, 18.120,00 kr.``."""
    text = _("{what}: {hours}, {amount}")
    return text.format(what=_(line.title), hours=in_hours(line.minutes), amount=money(line.amount))


def lacking_words(pay: HelperPay) -> tuple[str, ...]:
    """What is missing, each rate once."""
    return missing_words(pay.missing)
