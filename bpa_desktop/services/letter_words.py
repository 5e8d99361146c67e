"""What kinds of letters there are to choose from, and what is said of one on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.letter import LetterKind
from bpa_desktop.domain.readability import Ease, readability
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, date_words
from bpa_desktop.services.letter_about import ENDS, LEADING

if TYPE_CHECKING:
    from bpa_desktop.domain.findings import RecordKey
    from bpa_desktop.domain.letter import Letter


class LetterChoice(NamedTuple):
    """One letter to choose: its title, and when it is the one to write. Both are msgids."""

    kind: LetterKind
    title: str
    when: str
    about: RecordKey | None = None


class ChoiceGroup(NamedTuple):
    """Letters that belong together, under a heading (a msgid)."""

    title: str
    choices: tuple[LetterChoice, ...]


GROUPS: Final = (
    ChoiceGroup(
        N_("About a decision"),
        (
            LetterChoice(
                LetterKind.COMPLAINT,
                N_("Complaint"),
                N_("You do not agree with a decision."),
            ),
            LetterChoice(
                LetterKind.STANDS,
                N_("My complaint stands"),
                N_("The municipality agrees in part, and you want the rest too."),
            ),
            LetterChoice(
                LetterKind.STANDS,
                N_("My complaint is at an end"),
                N_("You accept the municipality's new decision."),
                (ENDS, ""),
            ),
            LetterChoice(
                LetterKind.REASONS,
                N_("Ask for the reasons"),
                N_("You do not understand why a decision is as it is."),
            ),
            LetterChoice(
                LetterKind.ACCESS,
                N_("Ask to see the file"),
                N_("You want to know what stands in your case."),
            ),
        ),
    ),
    ChoiceGroup(
        N_("Answers"),
        (
            LetterChoice(
                LetterKind.HEARING,
                N_("Answer to a hearing"),
                N_("The municipality asks what you think before it decides."),
            ),
            LetterChoice(
                LetterKind.PAPERS,
                N_("Papers that were asked for"),
                N_("The municipality has asked you for papers."),
            ),
        ),
    ),
    ChoiceGroup(
        N_("Something has changed"),
        (
            LetterChoice(
                LetterKind.CHANGE,
                N_("My need has changed"),
                N_("You need more help than before, or less."),
            ),
            LetterChoice(
                LetterKind.CHANGE,
                N_("My ability to lead has changed"),
                N_("Leading your helpers has become harder."),
                LEADING,
            ),
            LetterChoice(
                LetterKind.HANDOVER,
                N_("Hand over the role of employer"),
                N_("Somebody else becomes the employer, or you do yourself."),
            ),
            LetterChoice(
                LetterKind.HOSPITAL,
                N_("Stay in hospital"),
                N_("You are in hospital, or have been."),
            ),
            LetterChoice(
                LetterKind.MOVING,
                N_("Move to another municipality"),
                N_("You move, and your help must go on."),
            ),
        ),
    ),
    ChoiceGroup(
        N_("Apply and ask"),
        (
            LetterChoice(
                LetterKind.HOLIDAY,
                N_("Apply for a holiday"),
                N_("You travel, and need more help or have extra costs."),
            ),
            LetterChoice(
                LetterKind.COURSE,
                N_("Apply for a course"),
                N_("A helper needs a course."),
            ),
            LetterChoice(
                LetterKind.MOVE_HOURS,
                N_("Move unused hours"),
                N_("You want to use hours of this year next year."),
            ),
            LetterChoice(
                LetterKind.APPLICATION,
                N_("Other application"),
                N_("You apply for anything else, such as an expense."),
            ),
            LetterChoice(
                LetterKind.QUESTION,
                N_("Question to the municipality"),
                N_("You do not know a rule, and want it in writing."),
            ),
            LetterChoice(
                LetterKind.OTHER,
                N_("Other letter"),
                N_("None of the others fits."),
            ),
        ),
    ),
)
"""Every kind of letter, in the order in which they are offered."""


def state_words(letter: Letter) -> str:
    """Whether it is a draft or sent, and when."""
    if letter.sent_on is not None:
        return _("Sent on {date}").format(date=date_words(letter.sent_on))
    return _("Draft of {date}").format(date=date_words(letter.written_on))


def ease_words(words: str) -> str:
    """``Let at læse (LIX 24).``; for a hard text also what to do about it."""
    found = readability(words)
    if not found.words:
        return ""
    told = _("{ease} (LIX {number}).").format(ease=_(found.ease.label), number=found.lix)
    if found.ease is not Ease.HARD:
        return told
    hint = _("The longest sentence has {n} words. Divide it in two, and use shorter words.")
    return f"{told} {hint.format(n=found.longest_words)}"
