"""The pay of a month in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.documents.phrases import in_hours, joined
from bpa_desktop.domain.money import ZERO
from bpa_desktop.domain.pay import HOUR
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, date_words, money, month_words
from bpa_desktop.services.pay_words import missing_words, step_words
from bpa_desktop.services.tariff import tariff

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bpa_desktop.domain.money import Step
    from bpa_desktop.domain.period import Period
    from bpa_desktop.services.month_pay import HelperPay, PayLine
    from bpa_desktop.services.session import Session
    from bpa_desktop.services.tariff import Tariff


HOW_LEVIED: Final = N_(
    "The bill comes once a quarter, from ATP. Each month has its share here, so the bill can "
    "differ by some øre. If you write the bills as vouchers on the line of the parental leave "
    "fund, they count in their year instead."
)


def sentence(month: Period, found: Sequence[HelperPay]) -> str:
    """The pay of everybody, or who it is missing of."""
    if not found:
        return _("Nobody is paid in {month}.").format(month=month_words(month.first))
    lacking = [one.helper.first_name for one in found if one.amount is None]
    if lacking:
        return _("Incomplete: something is missing for {who}.").format(who=joined(lacking))
    whole = sum((one.amount or ZERO for one in found), ZERO)
    return _("Together: {amount}").format(amount=money(whole))


def levies_sentence(found: Sequence[HelperPay]) -> str:
    """What the month costs beside the pay, or that it is incomplete; empty without any."""
    missing = [missing for one in found for missing in one.levies.missing]
    if missing:
        return _("Barsel.dk and AES: incomplete. {what}").format(
            what=" ".join(missing_words(missing))
        )
    amount = sum((line.amount for one in found for line in one.levies.lines), ZERO)
    if not amount:
        return ""
    return _("Barsel.dk and AES beside it: {amount}").format(amount=money(amount))


def summary(pay: HelperPay) -> str:
    """``Anna Nielsen: 18.120,00 kr.``."""
    amount = _("incomplete") if pay.amount is None else money(pay.amount)
    return _("{who}: {amount}").format(who=pay.helper.name, amount=amount)


def line_words(line: PayLine) -> str:
    """``Grundløn: 120 timer, 18.120,00 kr.``, or without hours ``Feriepenge: 2.265,00 kr.``."""
    if not line.minutes:
        return _("{what}: {amount}").format(what=_(line.title), amount=money(line.amount))
    text = _("{what}: {hours}, {amount}")
    return text.format(what=_(line.title), hours=in_hours(line.minutes), amount=money(line.amount))


def lacking_words(pay: HelperPay) -> tuple[str, ...]:
    """What is missing, each rate once."""
    return missing_words(pay.missing)


def note_words(pay: HelperPay) -> tuple[str, ...]:
    """Why something is not paid, or on what the sources disagree."""
    return tuple(
        _(note.text).format(
            date=date_words(note.on), **{name: _(text) for name, text in note.values.items()}
        )
        for note in pay.notes
    )


class Why(NamedTuple):
    """One step of a line in words, and where its rate is from."""

    words: str
    origin: str


def why(session: Session, pay: HelperPay, line: PayLine) -> tuple[Why, ...]:
    """How the amount of a line came about: quantity times rate, and the source of the rate.

    Where several steps in a row have one source, it stands at the last of them.
    """
    rates = tariff(session, pay.helper)
    origins = [_origin(rates, step) for step in line.steps]
    return tuple(
        Why(step_words(step), "" if origin == after else origin)
        for step, origin, after in zip(line.steps, origins, [*origins[1:], ""], strict=True)
    )


def _origin(rates: Tariff, step: Step) -> str:
    """``Læst i kilden: Ferieloven §§ 16 og 19``; by the step of the agreement without a row."""
    row = rates.find(step.rule, step.on) if step.rule and step.on is not None else None
    if row is not None:
        label = _(row.confidence.label)
        return f"{label}: {row.source}" if row.source else f"{label}."
    return _("By the step of the agreement.") if step.rule == HOUR else ""
