"""What the rules of working time rest on: two answers under the scheme, and who employs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.findings import Severity
from bpa_desktop.domain.people import Position
from bpa_desktop.domain.record import Choice
from bpa_desktop.domain.scheme import Agreement, Answer, LegalBasis, Party
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bpa_desktop.domain.people import Helper
    from bpa_desktop.domain.scheme import Scheme

_HOUSEHOLDS: Final = frozenset({Party.SELF, Party.RELATIVE})
_OTHER: Final = frozenset({Agreement.DI_FOA, Agreement.OTHER})


class Question(Choice):
    """What a finding depends on and nobody has answered yet."""

    AGREEMENT = "agreement", N_("Does the agreement of Dansk Erhverv and FOA apply?")
    CARE = "care", N_("Does the work include care?")


class Ground(NamedTuple):
    """What the rules rest on in one scheme.

    ``in_household``: a private person employs, so that the Working Environment Act leaves out
    work without care (section 2(2)). ``relatives`` are the helpers who share the hours that
    relatives who hold the grant may give; nobody where that rule does not apply.
    """

    care: Answer = Answer.UNKNOWN
    agreement: Agreement = Agreement.UNKNOWN
    in_household: bool = True
    relatives: frozenset[str] = frozenset()

    @property
    def is_relaxed(self) -> bool:
        """Whether the agreement's own rules of rest apply; only one agreement's are known."""
        return self.agreement is Agreement.DE_FOA

    @property
    def is_exempt(self) -> bool:
        """Whether the rest rules of the Working Environment Act need not apply at all."""
        return self.care is Answer.NO and self.in_household and not self.is_relaxed

    def weight(self, usual: Severity) -> Severity:
        """How much a finding of the Act weighs here."""
        return Severity.HINT if self.is_exempt else usual

    def asks(self, *, agreement: bool, care: bool = False) -> tuple[Question, ...]:
        """The open questions on which a finding of the Act depends.

        ``agreement`` tells whether the agreement would change it, ``care`` whether care would even
        where the Act applies to all work: where no household employs, or under the agreement.
        """
        if self.is_exempt:
            return ()
        may_be_exempt = self.in_household and not self.is_relaxed
        is_open = {
            Question.AGREEMENT: agreement and self.agreement is Agreement.UNKNOWN,
            Question.CARE: self.care is Answer.UNKNOWN and (care or may_be_exempt),
        }
        return tuple(question for question, unanswered in is_open.items() if unanswered)

    def said(self, *, agreement: bool, care: bool = False) -> dict[str, object]:
        """What a finding of the Act says of its ground, as values for the wording.

        ``asks`` holds the open questions, ``is_exempt`` that the Act may not apply, and
        ``other_agreement`` that an agreement whose rules of rest are not known may say otherwise.
        """
        return {
            "asks": self.asks(agreement=agreement, care=care),
            "is_exempt": self.is_exempt,
            "other_agreement": agreement and self.agreement in _OTHER,
        }


def ground_of(scheme: Scheme | None, helpers: Iterable[Helper]) -> Ground:
    """The ground of ``scheme``; without one nothing is answered yet."""
    if scheme is None:
        return Ground()
    in_household = scheme.employer in _HOUSEHOLDS
    is_shared = scheme.legal_basis is LegalBasis.SECTION_95_3 and in_household
    relatives = (one.id for one in helpers if is_shared and one.position is Position.RELATIVE)
    return Ground(scheme.care_work, scheme.agreement, in_household, frozenset(relatives))
