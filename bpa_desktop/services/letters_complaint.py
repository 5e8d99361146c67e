"""Letters about a decision: a complaint, whether it stands, reasons, and the case file."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bpa_desktop.documents.phrases import in_hours
from bpa_desktop.i18n import _, date_words, uncapitalised
from bpa_desktop.services.letter_text import draft, line, lines_of, listed, prompt

if TYPE_CHECKING:
    import datetime as dt

    from bpa_desktop.services.letter_text import Draft, Signer


class Decided(NamedTuple):
    """A decision as a letter speaks of it; empty is not known.

    ``about`` is a msgid that names what it is about, ``does`` one that says what it does,
    ``hours`` are minutes a week before it and after it.
    ``lowers`` says that it gives less help than before, ``wishes`` what the user has written
    already that should be changed.
    """

    decided_on: dt.date | None = None
    received_on: dt.date | None = None
    reference: str = ""
    about: str = ""
    does: str = ""
    hours: tuple[int, int] | None = None
    lowers: bool = False
    wishes: str = ""


class Answered(NamedTuple):
    """A new decision on a complaint that was partly agreed to.

    ``stands`` is what the user answers: that the complaint stands, or that it is at an end.
    """

    decided: Decided = Decided()
    complained_on: dt.date | None = None
    stands: bool = True


def complaint(one: Decided, signer: Signer) -> Draft:
    """What is complained about and why, and where the complaint goes if it is not agreed to."""
    first = _("I complain about your decision of {date}.").format(date=_day(one))
    wishes = list(lines_of(one.wishes)) or [prompt(_("what you want changed"))]
    why = [prompt(_("why, with an example from your everyday life"))]
    parts = [
        line(first, _received(one), _reference(one)),
        _said(one),
        listed(_("I want this changed:"), wishes),
        listed(_("I do not agree, because:"), why),
        _("Please let my help go on as it is now while you deal with my complaint.")
        if one.lowers
        else "",
        _on_to_the_board(),
        _("Please write to me that you have received my complaint."),
    ]
    return draft(
        _titled(one, _("Complaint"), _("Complaint about decision of {date}")), parts, signer
    )


def _on_to_the_board() -> str:
    return line(
        _("Please look at the decision again."),
        _("If you do not change it, please send my complaint on to Ankestyrelsen."),
    )


def complaint_stands(one: Answered, signer: Signer) -> Draft:
    """The answer to a new decision that agrees with the complaint in part."""
    decided = one.decided
    got = _("I have received your new decision of {date}.").format(date=_day(decided))
    earlier = ""
    if one.complained_on:
        earlier = _("It is about my complaint of {date}.").format(
            date=date_words(one.complained_on)
        )
    first = line(got, earlier, _reference(decided))
    if not one.stands:
        parts = [first, _("I accept the new decision. My complaint is at an end.")]
        return draft(_("My complaint is at an end"), parts, signer)
    wishes = list(lines_of(decided.wishes)) or [prompt(_("what is still to be changed"))]
    parts = [
        first,
        _("You agree with me in part. My complaint stands for the rest."),
        listed(_("I still want this changed:"), wishes),
        _("Please send my complaint on to Ankestyrelsen, and write to me when it is done."),
    ]
    return draft(_("My complaint stands"), parts, signer)


def reasons(one: Decided, signer: Signer) -> Draft:
    """A request for the reasons behind a decision."""
    first = _("I ask for the reasons for your decision of {date}.").format(date=_day(one))
    parts = [
        line(first, _received(one), _reference(one)),
        _said(one),
        listed(
            _("Please write to me:"),
            [
                _("which rules you have used"),
                _("what you have found out about my need for help"),
                _("why it led to this decision"),
            ],
        ),
        line(
            _("Please use plain words."),
            _("I need your answer to find out whether I will complain."),
        ),
    ]
    subject = _titled(one, _("Request for reasons"), _("Request for reasons: decision of {date}"))
    return draft(subject, parts, signer)


def access(signer: Signer) -> Draft:
    """A request to see the papers of the case."""
    papers = [
        _("applications and decisions"),
        _("notes on talks and visits"),
        _("how my hours were worked out"),
        _("letters to and from others about me"),
    ]
    parts = [
        _("I ask to see the papers in my case about BPA."),
        listed(_("I want to see all of it, such as:"), papers),
        _("Please send them in Digital Post, as files that can be read aloud."),
        _("If there is anything I may not see, please write what it is and why."),
    ]
    return draft(_("Request to see my case file"), parts, signer)


def _day(one: Decided) -> str:
    return date_words(one.decided_on) if one.decided_on else prompt(_("the date of the decision"))


def _received(one: Decided) -> str:
    if one.received_on is None:
        return ""
    return _("I received the decision on {date}.").format(date=date_words(one.received_on))


def _reference(one: Decided) -> str:
    reference = one.reference.strip()
    return _("Your reference is {reference}.").format(reference=reference) if reference else ""


def _said(one: Decided) -> str:
    hours = ""
    if one.hours is not None:
        before, after = map(in_hours, one.hours)
        text = _("Before it I had {before} a week. Now I have {after}.")
        hours = text.format(before=before, after=after)
    about = ""
    if one.about:
        about = _("It is about this: {what}.").format(what=uncapitalised(_(one.about)))
    return line(about, _(one.does), hours)


def _titled(one: Decided, plain: str, dated: str) -> str:
    return dated.format(date=date_words(one.decided_on)) if one.decided_on else plain
