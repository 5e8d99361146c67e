"""The papers of the working environment, shown in the preview."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bpa_desktop.documents.choices import Names
from bpa_desktop.documents.discussion_record import discussion_record
from bpa_desktop.documents.event_report import event_report
from bpa_desktop.documents.model import as_bundle
from bpa_desktop.documents.workplace_assessment import workplace_assessment
from bpa_desktop.services.paper_assessment import assessment_values
from bpa_desktop.services.paper_safety import discussion_values, event_values
from bpa_desktop.services.paper_scope import scope
from bpa_desktop.views.showing import show_paper

if TYPE_CHECKING:
    from bpa_desktop.domain.workplace_event import WorkplaceEvent
    from bpa_desktop.domain.yearly_discussion import YearlyDiscussion
    from bpa_desktop.views.page import Page

_BACK: Final = "safety"


def apv(page: Page) -> None:
    """Show the latest APV with its action plan, for use in the house: with names."""

    def act() -> None:
        values = assessment_values(scope(page.desk.session, Names.FULL))
        show_paper(page, as_bundle(workplace_assessment(values)), back=_BACK)

    page.desk.attempt(act)


def event(page: Page, happened: WorkplaceEvent) -> None:
    """Show the report of what happened."""
    report = event_report(event_values(page.desk.session, happened))
    show_paper(page, as_bundle(report), back=_BACK)


def discussion(page: Page, held: YearlyDiscussion | None) -> None:
    """Show the proof of a discussion, or the sheet for the next one."""
    record = discussion_record(discussion_values(page.desk.session, held))
    show_paper(page, as_bundle(record), back=_BACK)
