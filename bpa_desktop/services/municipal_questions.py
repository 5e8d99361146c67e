"""A ready letter to the municipality about what its text does not say."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bpa_desktop.i18n import _, speaking
from bpa_desktop.services.profile_words import term_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bpa_desktop.domain.municipality import Profile

_LANGUAGE = "da"
"""The language a Danish municipality is written to in, whatever the screen speaks."""


class QuestionLetter(NamedTuple):
    """What stands in the line of the subject, and the text to send."""

    subject: str
    text: str


def question_letter(profile: Profile, key: str, sender: str = "") -> QuestionLetter:
    """A letter that asks about the value ``key``; raises ``KeyError`` for one without question."""
    return questions_letter(profile, (key,), sender)


def questions_letter(profile: Profile, keys: Sequence[str], sender: str = "") -> QuestionLetter:
    """One letter with a question for each of ``keys``, and for the text itself where unread.

    Raises ``KeyError`` for a key that nothing is asked about.
    """
    with speaking(_LANGUAGE):
        questions = [_(_question(key)) for key in keys]
        wanted = [
            _("I would also like to see your own text: {title}.").format(title=one.title)
            for one in profile.texts
        ]
        parts = [
            _("To {municipality}").format(municipality=profile.name),
            _("I have a BPA scheme with you. I cannot find out what you say of this:"),
            "\n".join(f"- {one}" for one in questions),
            _("What holds in my scheme? Please tell me where it stands."),
            *wanted,
            "\n".join(part for part in (_("Kind regards"), sender) if part),
        ]
        subject = _("Question about my BPA scheme")
        return QuestionLetter(subject, "\n\n".join(parts))


def _question(key: str) -> str:
    term = term_of(key)
    if term is None or not term.question:
        raise KeyError(key)
    return term.question
