"""What is known already, as the text of a new contract; all of it can be changed."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from bpa_desktop.documents.phrases import in_hours, joined
from bpa_desktop.domain.contract import Contract
from bpa_desktop.domain.money import rate_of
from bpa_desktop.domain.own_rate import RateName
from bpa_desktop.domain.people import Position
from bpa_desktop.domain.rates import Confidence
from bpa_desktop.domain.record import field_named
from bpa_desktop.domain.scheme import Agreement, Answer, Scheme, SickPay
from bpa_desktop.errors import N_
from bpa_desktop.i18n import LANGUAGES, _, money, ngettext, number, speaking
from bpa_desktop.services.job_texts import job_facts, newest_description, tasks_words, where_words
from bpa_desktop.services.rate_words import worded
from bpa_desktop.services.rulebook import rulebook
from bpa_desktop.services.tariff import tariff

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from bpa_desktop.domain.people import Employment, Helper
    from bpa_desktop.domain.rates import Rule
    from bpa_desktop.services.session import Session
    from bpa_desktop.services.tariff import Tariff

_CLOCK: Final = (
    (RateName.EVENING, N_("evening {rate}")),
    (RateName.NIGHT, N_("night {rate}")),
    (RateName.SATURDAY, N_("Saturday {rate}")),
    (RateName.SUNDAY, N_("Sunday {rate}")),
)
_AGREEMENTS: Final = {
    Agreement.NONE: N_("No collective agreement holds for the job."),
    Agreement.DE_FOA: N_("The agreement of Dansk Erhverv and FOA, which the employer acceded to."),
    Agreement.DI_FOA: N_("The agreement of DI and FOA, which the employer acceded to."),
}
_IN_SICKNESS: Final = {
    SickPay.FULL: N_("During sickness the helper gets the usual pay."),
    SickPay.BENEFIT: N_("During sickness the helper gets sickness benefit."),
}
ACCRUAL: Final = "hol-accrual"
BY_AGREEMENT: Final = {
    "training": "contract-agreement-terms",
    "notice": "contract-agreement-terms",
    "special_notice": "pay-notice",
}
"""The fields of a contract that an agreement fills, and the rule that says how."""
_ACCEDED: Final = frozenset({Agreement.DE_FOA, Agreement.DI_FOA})
_SECTIONS: Final = {
    "training": N_("The right to training follows section {section} of the agreement."),
    "notice": N_("For both sides the notice follows section {section} of the agreement."),
}


def filled(session: Session, helper: Helper, employment: Employment) -> Contract:
    """A contract for ``employment`` with what is known of helper, scheme and pay, in words.

    It is in the active language and not saved. What is not known stays empty.
    """
    scheme = session.scheme() or Scheme(citizen_name="")
    begins = employment.first_day
    minutes = employment.agreed_minutes_per_week
    return Contract(
        helper=helper.id,
        begins_on=begins,
        ends_on=employment.last_day,
        job_title=_job_title(helper),
        tasks=newest_description(session) or tasks_words(job_facts(session)),
        workplace=_workplace(session, scheme),
        pay=" ".join(_pay(session, helper, scheme, begins)),
        hours=_hours(employment),
        overtime=_overtime(session, helper, scheme, begins),
        is_unpredictable=Answer.UNKNOWN if minutes else Answer.YES,
        guaranteed_minutes=minutes or 0,
        paid_leave=_leave(begins),
        training=by_agreement("training", scheme, begins),
        notice=by_agreement("notice", scheme, begins),
        special_notice=by_agreement("special_notice", scheme, begins),
        agreements=_(_AGREEMENTS[scheme.agreement]) if scheme.agreement in _AGREEMENTS else "",
        social_security=_("The employer pays ATP and the insurance against accidents at work."),
        confidentiality=confidentiality_words(),
    )


def by_agreement(name: str, scheme: Scheme, on: dt.date) -> str:
    """What the agreement that the employer acceded to says under a field of the contract.

    Empty without such an agreement, and where nothing was read that holds on that day.
    """
    rule = rulebook().find(BY_AGREEMENT[name], on)
    if rule is None or scheme.agreement not in _ACCEDED:
        return ""
    if name == "special_notice":
        text = ngettext(
            "If the citizen dies, or the grant is changed in a way that matters, the notice is "
            "up to {n} day by the agreement.",
            "If the citizen dies, or the grant is changed in a way that matters, the notice is "
            "up to {n} days by the agreement.",
            rule.whole("days"),
        )
        return text.format(n=rule.whole("days"))
    text = _(_SECTIONS[name])
    return text.format(section=rule.whole(f"{name}_section"))


def told_sources(session: Session, contract: Contract) -> Iterator[tuple[tuple[str, ...], Rule]]:
    """The labels of the fields that still say what the agreement says, by where it was read."""
    scheme = session.scheme() or Scheme(citizen_name="")
    for rule_id in dict.fromkeys(BY_AGREEMENT.values()):
        rule = rulebook().find(rule_id, contract.begins_on)
        names = [name for name, own in BY_AGREEMENT.items() if own == rule_id]
        still = [one for one in names if getattr(contract, one) in _said(one, scheme, contract)]
        if rule is not None and still:
            yield tuple(field_named(Contract, one).about.label for one in still), rule


def _said(name: str, scheme: Scheme, contract: Contract) -> set[str]:
    """What the agreement says in every language; nothing where it says nothing."""
    found = set()
    for code in LANGUAGES:
        with speaking(code):
            found.add(by_agreement(name, scheme, contract.begins_on))
    return found - {""}


def confidentiality_words() -> str:
    """What a helper promises not to pass on."""
    return _(
        "The helper keeps to themselves what they learn about the citizen, the family and the "
        "other helpers. It holds after the job has ended too."
    )


def _job_title(helper: Helper) -> str:
    if helper.position is Position.SUBSTITUTE:
        return _("BPA helper, substitute")
    return _("BPA helper")


def _workplace(session: Session, scheme: Scheme) -> str:
    address = scheme.address.strip()
    said = [f"{address}." if address else "", where_words(job_facts(session))]
    return " ".join(filter(None, said))


def _pay(session: Session, helper: Helper, scheme: Scheme, on: dt.date) -> Iterator[str]:
    """The hour, the supplements that are known, pension, and pay in sickness."""
    rates = tariff(session, helper)
    hour = rates.hour(on)
    if isinstance(hour, Decimal):
        yield _("{amount} an hour.").format(amount=money(hour))
    extra = []
    for name, text in _CLOCK:
        value = _firm(rates, scheme, name, on)
        if value is not None:
            extra.append(_(text).format(rate=worded(name, value)))
    if extra:
        yield _("Supplements: {list}.").format(list=joined(extra))
    if helper.pension_date is not None and helper.pension_date <= on:
        yield _("The helper has pension from the first day.")
    elif helper.position is Position.PERMANENT:
        yield from _pension(rates, scheme, on)
    if scheme.sick_pay in _IN_SICKNESS:
        yield _(_IN_SICKNESS[scheme.sick_pay])


def _pension(rates: Tariff, scheme: Scheme, on: dt.date) -> Iterator[str]:
    """The pension of the agreement, where one holds for the scheme or the user wrote it."""
    share = _firm(rates, scheme, RateName.PENSION, on)
    months = _firm(rates, scheme, RateName.PENSION_MONTHS, on)
    if share is not None and months is not None:
        text = _("Pension: {rate} of the basic pay, after {months}.")
        yield text.format(
            rate=worded(RateName.PENSION, share), months=worded(RateName.PENSION_MONTHS, months)
        )


def _hours(employment: Employment) -> str:
    minutes = employment.agreed_minutes_per_week
    if not minutes:
        return _("By the roster. No hours are guaranteed.")
    text = _("{hours} a week on average. The shifts stand in the roster.")
    return text.format(hours=in_hours(minutes))


def _firm(rates: Tariff, scheme: Scheme, name: RateName, on: dt.date) -> Decimal | None:
    """A rate that may stand in a contract: written by the user, read, or of the scheme's agreement.

    What sources dispute is no promise to make for somebody.
    """
    rule = rates.find(name.rule, on)
    value = rate_of(rates, name.rule, name.key, on)
    if rule is None or not isinstance(value, Decimal):
        return None
    is_doubtful = rule.confidence in {Confidence.CONFLICT, Confidence.REMEMBERED}
    is_agreed = scheme.agreement in _ACCEDED
    return None if is_doubtful and not is_agreed else value


def _overtime(session: Session, helper: Helper, scheme: Scheme, on: dt.date) -> str:
    name = RateName.OVERTIME
    value = _firm(tariff(session, helper), scheme, name, on)
    if value is None:
        return ""
    return _("Overtime is paid with a supplement of {rate}.").format(rate=worded(name, value))


def _leave(on: dt.date) -> str:
    value = rate_of(rulebook(), ACCRUAL, "days_per_month", on)
    if not isinstance(value, Decimal):
        return _("Holiday by the Holiday Act.")
    text = _("Holiday by the Holiday Act: {days} days for each month of employment.")
    return text.format(days=number(value))
