"""The second row of buttons above the roster: a new shift, and what is done with all the days."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.i18n import N_, _
from bpa_desktop.views.actions import Action
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Row
from bpa_desktop.views.roving import Roving
from bpa_desktop.views.stack import Stack

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from bpa_desktop.views.desk import Desk

    Period = Callable[[], tuple[dt.date, dt.date]]


_GAP: Final = 12


class Tool(NamedTuple):
    """One button. ``title`` and ``synonyms`` (comma-separated, two or more) are msgids.

    ``press`` gets the first day that the roster shows and the first one after. A tool that
    ``writes`` cannot be pressed in a file that is open read-only. One that is ``seldom`` used
    stands behind *More actions*.
    """

    key: str
    title: str
    synonyms: str
    icon: str
    press: Callable[[Desk, dt.date, dt.date], object]
    writes: bool = True
    seldom: bool = False
    shortcut: str = ""


def _copy_last_week(desk: Desk, first: dt.date, end: dt.date) -> None:
    from bpa_desktop.views.copy_panel import copy_last_week  # noqa: PLC0415 - fast start

    copy_last_week(desk, first, end)


def _pattern(desk: Desk, first: dt.date, end: dt.date) -> None:
    from bpa_desktop.views.pattern_panel import open_pattern  # noqa: PLC0415 - fast start

    open_pattern(desk, first, end)


def _copy(desk: Desk, first: dt.date, end: dt.date) -> None:
    from bpa_desktop.views.copy_panel import open_copy  # noqa: PLC0415 - fast start

    open_copy(desk, first, end)


def _paste(desk: Desk, _first: dt.date, _end: dt.date) -> None:
    from bpa_desktop.views.paste_panel import paste_shifts  # noqa: PLC0415 - fast start

    paste_shifts(desk)


def _everything_planned(desk: Desk, first: dt.date, end: dt.date) -> None:
    from bpa_desktop.views.shift_actions import confirm_period  # noqa: PLC0415 - fast start

    confirm_period(desk, first, end)


def _close_month(desk: Desk, first: dt.date, end: dt.date) -> None:
    from bpa_desktop.views.month_panel import open_period  # noqa: PLC0415 - fast start

    open_period(desk, first, end)


def _give_out(desk: Desk, first: dt.date, end: dt.date) -> None:
    from bpa_desktop.views.give_out_panel import open_give_out  # noqa: PLC0415 - fast start

    open_give_out(desk, first, end)


def _choose_several(_desk: Desk, _first: dt.date, _end: dt.date) -> None:
    from bpa_desktop.views.roster_page import page_in_sight  # noqa: PLC0415 - it shows these tools

    page = page_in_sight()
    if page is not None:
        page.choose_several()


def _fairness(desk: Desk, first: dt.date, end: dt.date) -> None:
    from bpa_desktop.views.fairness_panel import open_fairness  # noqa: PLC0415 - fast start

    open_fairness(desk, first, end)


TOOLS: Final[tuple[Tool, ...]] = (
    Tool(
        key="copy-last-week",
        title=N_("Copy last week"),
        synonyms=N_("copy week, same as last week, repeat the week"),
        icon="copy",
        press=_copy_last_week,
    ),
    Tool(
        key="roster-pattern",
        title=N_("Roster pattern"),
        synonyms=N_("roll out, rolling plan, fixed weeks, weeks that come again"),
        icon="repeat",
        press=_pattern,
        writes=False,
    ),
    Tool(
        key="everything-planned",
        title=N_("Everything went as planned"),
        synonyms=N_("confirm the week, as planned, worked, all went well"),
        icon="check-check",
        press=_everything_planned,
    ),
    Tool(
        key="give-out",
        title=N_("Give out"),
        synonyms=N_("print the week, PDF for the wall, calendar file, Excel, message to helpers"),
        icon="folder-output",
        press=_give_out,
        writes=False,
    ),
    Tool(
        key="choose-several",
        title=N_("Choose several"),
        synonyms=N_("select shifts, mark many shifts, several shifts at once"),
        icon="list-checks",
        press=_choose_several,
        seldom=True,
    ),
    Tool(
        key="copy-weeks",
        title=N_("Copy weeks"),
        synonyms=N_("copy a period, copy several weeks, copy a month"),
        icon="copy",
        press=_copy,
        seldom=True,
    ),
    Tool(
        key="paste-shifts",
        title=N_("Put in copied shifts"),
        synonyms=N_("paste shifts, paste the roster, from a spreadsheet, from Excel"),
        icon="copy",
        press=_paste,
        seldom=True,
        shortcut="Ctrl+Shift+V",
    ),
    Tool(
        key="close-month",
        title=N_("Close month"),
        synonyms=N_("finish the month, what is missing, corrections, lock the month"),
        icon="circle-check",
        press=_close_month,
        writes=False,
        seldom=True,
    ),
    Tool(
        key="fairness",
        title=N_("Fairness"),
        synonyms=N_("who has most nights, weekends, holidays, hours for each helper"),
        icon="scale",
        press=_fairness,
        writes=False,
        seldom=True,
    ),
)
"""In the order in which they stand; each is in the command box too."""


class RosterTools(Row):
    """What is done often, and the way to the rest: one Tab stop, arrows move."""

    def __init__(self, desk: Desk, period: Period, new_shift: Callable[[], object]) -> None:
        super().__init__()
        new = Button(_("New shift"), "primary", "plus", new_shift)
        new.setEnabled(not desk.read_only)
        often = [_button(tool, desk, period) for tool in TOOLS if not tool.seldom]
        more = Button(_("More actions"), press=partial(open_more, desk, period))
        buttons = [new, *often, more]
        for button in buttons:
            self.add(button)
        self._roving = Roving(buttons)


class MorePanel(Stack):
    """What is seldom done with the period, each with one button."""

    def __init__(self, desk: Desk, period: Period) -> None:
        super().__init__(_GAP)
        buttons = [_button(tool, desk, period, desk.close_panel) for tool in TOOLS if tool.seldom]
        for button in buttons:
            button.set_leading()
            self.add(button)
        self._roving = Roving(buttons)


def open_more(desk: Desk, period: Period) -> None:
    """Show beside the roster what is seldom done with the period."""
    title = _("More actions for the roster")
    desk.show_panel(MorePanel(desk, period), title)
    desk.announcer.say(f"{title}.")


def _button(
    tool: Tool, desk: Desk, period: Period, before: Callable[[], object] = lambda: None
) -> Button:
    """A button for ``tool``; ``before`` it does something else."""

    def press() -> None:
        before()
        _run(tool, desk, period)

    button = Button(_(tool.title), icon=tool.icon, press=press)
    button.setEnabled(not (tool.writes and desk.read_only))
    return button


def tool_actions(desk: Desk, period: Period) -> Sequence[Action]:
    """Every tool for the command box; ``period`` gives the days it is about."""
    return [
        Action(
            key=tool.key,
            title=tool.title,
            synonyms=tool.synonyms,
            run=partial(_run, tool, desk, period),
            shortcut=tool.shortcut,
            icon=tool.icon,
        )
        for tool in TOOLS
    ]


def _run(tool: Tool, desk: Desk, period: Period) -> None:
    if not (tool.writes and desk.read_only):
        tool.press(desk, *period())
