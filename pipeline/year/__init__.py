"""The school year: its days, weeks and months, what falls on a day off, and what is due when."""

from pipeline.year.days import (
    days_off,
    is_full,
    is_school_day,
    monday,
    nearest_full_week,
    nearest_school_day,
    public_days,
    school_days,
    started,
    week_number,
    week_of,
    weeks,
    weeks_in,
    why_off,
)
from pipeline.year.looking import good_until, looked_over
from pipeline.year.months import Month, focus_on, month_of, month_of_week, months, shown, shown_in

__all__ = [
    "Month",
    "days_off",
    "focus_on",
    "good_until",
    "is_full",
    "is_school_day",
    "looked_over",
    "monday",
    "month_of",
    "month_of_week",
    "months",
    "nearest_full_week",
    "nearest_school_day",
    "public_days",
    "school_days",
    "shown",
    "shown_in",
    "started",
    "week_number",
    "week_of",
    "weeks",
    "weeks_in",
    "why_off",
]
