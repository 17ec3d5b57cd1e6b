"""Writes a new school's first year: its days as they usually are, and one focus to begin with."""

from __future__ import annotations

from datetime import date, timedelta

from pipeline.intake.year import FILE
from pipeline.language import Language
from pipeline.problems import phrase
from pipeline.starter.pages import Page, scalar

YEAR = f"sources/{FILE}"
MONDAY, FRIDAY = 0, 4
JULY, AUGUST, JUNE = 7, 8, 6
FOCUS = timedelta(days=25)  # Monday to Friday four weeks after
WEEK = timedelta(days=7)


def usual_days(today: date) -> tuple[date, date]:
    """Return the first and last day of the school year that there is still time to begin in."""
    start = today.year if today.month >= JULY else today.year - 1
    if today + WEEK + FOCUS > _third(start + 1, JUNE, FRIDAY):
        start += 1
    return _third(start, AUGUST, MONDAY), _third(start + 1, JUNE, FRIDAY)


def _third(year: int, month: int, weekday: int) -> date:
    """Return the third such day of the week in the month, as Norwegian schools begin and end."""
    first = date(year, month, 15)
    return first + timedelta(days=(weekday - first.weekday()) % 7)


def year_page(arena: str, today: date, tongue: Language) -> Page:
    """Return the file; the focus begins with the year, or with the next week if that is later.

    Without an arena the focus is a comment.
    """
    page, say = Page(YEAR, tongue), tongue.say
    first, last = usual_days(today)
    begins = max(first, today - timedelta(days=today.weekday()) + WEEK)
    page.put("# " + say("What you practise when, and which days you have off."))
    page.put("# " + say("Write `pals plan` to see the year, and what must be ready when."), "")
    page.key("first_day", _day(first))
    page.key("last_day", _day(last))
    what = phrase("The first and the last school day are guesses.")
    page.ask(what, phrase("Write the days of your own municipality."), 2)
    page.put(
        "", "# " + say("Each focus has a place from the matrix, or a theme with its own lines.")
    )
    before = "" if arena else "# "
    page.key("focuses", before=before)
    page.key("arena", scalar(arena), f"{before}  - ")
    page.key("since", _day(begins), f"{before}    ")
    page.key("until", _day(begins + FOCUS), f"{before}    ")
    page.put("    # " + say("Take # away in front of what you want, and write your own."))
    page.key("assembly", _day(begins), "    # ")
    page.key("question", scalar(say("When were you a good friend this week?")), "    # ")
    page.key("task", scalar(say("Practise it together, twice.")), "    # ")
    page.key("praise", scalar(say("I saw that you helped!")), "    # ")
    what = phrase("What you practise when is not known; the first focus is a guess.")
    page.ask(what, phrase("Write one focus below the other, about one each month."), 9)
    _put_more(page, first.year)
    return page


def _put_more(page: Page, start: int) -> None:
    """Write days off, planning days, campaigns and meetings, each as a comment."""
    say = page.tongue.say
    autumn = date.fromisocalendar(start, 41, 1)
    page.put("", "# " + say("Public days need not be written: those we know."))
    page.key("off", before="# ")
    page.key("name", say("Autumn holiday"), "#   - ")
    page.key("since", _day(autumn), "#     ")
    page.key("until", _day(autumn + timedelta(days=4)), "#     ")
    page.key("planning", f"[{_day(date.fromisocalendar(start, 47, 5))}]", "# ")
    page.ask(
        phrase("Holidays and planning days are not known."),
        phrase("Write them there, and take # away."),
        5,
    )
    page.key("campaigns", before="# ")
    page.key("name", say("Language campaign"), "#   - ")
    page.key("weeks", "[2, 9, 14, 20]", "#     ")
    page.key("meetings", before="# ")
    page.key("name", say("Parent meeting in autumn"), "#   - ")
    page.key("day", _day(date.fromisocalendar(start, 38, 2)), "#     ")
    page.key("clock", "18.00", "#     ")
    page.ask(
        phrase("Campaigns and parent meetings are not known."),
        phrase("Write them there, and take # away."),
        7,
    )


def _day(day: date) -> str:
    return f"{day.day}.{day.month}.{day.year}"
