"""The voucher of a course's fee, begun with everything that is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpa_desktop.services.courses import voucher_begun
from bpa_desktop.views.voucher_panel import new_voucher

if TYPE_CHECKING:
    from bpa_desktop.domain.instruction import Course
    from bpa_desktop.views.desk import Desk


def book_fee(desk: Desk, course: Course) -> None:
    """Show the form of the voucher, dated the day of the course, or today while it is to come."""
    today = desk.session.today
    day = min(course.held_on or today, today)
    new_voucher(desk, day, **voucher_begun(desk.session, course))
