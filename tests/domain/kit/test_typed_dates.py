"""A date typed as people type it is the day that they mean."""

from datetime import date, datetime

import pytest

from kdc_desktop.domain.kit.typed_dates import typed_date, typed_moment

TODAY = date(2026, 11, 26)
SHOWN = datetime(2026, 11, 26, 17, 30)


@pytest.mark.parametrize(
    ("text", "order", "day"),
    [
        ("1.12.", "dmy", date(2026, 12, 1)),
        ("1.12", "dmy", date(2026, 12, 1)),
        (" 1. 12. 2026 ", "dmy", date(2026, 12, 1)),
        ("1.12.27", "dmy", date(2027, 12, 1)),
        ("01/12/2026", "dmy", date(2026, 12, 1)),
        ("2026-12-01", "dmy", date(2026, 12, 1)),
        ("2026-12-01", "mdy", date(2026, 12, 1)),
        ("12/1", "mdy", date(2026, 12, 1)),
        ("12/1", "dmy", date(2027, 1, 12)),
        ("12/31", "dmy", date(2026, 12, 31)),
        ("31/12", "mdy", date(2026, 12, 31)),
        ("25.11.", "dmy", date(2027, 11, 25)),
        ("26.11.", "dmy", TODAY),
        ("29.2.", "dmy", date(2028, 2, 29)),
        ("1 Dec", "dmy", date(2026, 12, 1)),
        ("December 1, 2027", "mdy", date(2027, 12, 1)),
        ("1 dec 27", "dmy", date(2027, 12, 1)),
        ("today", "dmy", TODAY),
        ("Tomorrow", "dmy", date(2026, 11, 27)),
        ("", "dmy", None),
        ("32.12.", "dmy", None),
        ("30.2.2027", "dmy", None),
        ("1.13.2026", "dmy", date(2026, 1, 13)),
        ("soon", "dmy", None),
        ("1.12. at noon", "dmy", None),
        ("1", "dmy", None),
        ("1.2.3.4", "dmy", None),
        ("1+2", "dmy", None),
        ("99999999999.1.", "dmy", None),
    ],
)
def test_a_day_is_read_as_it_is_meant(text: str, order: str, day: date | None) -> None:
    assert typed_date(text, TODAY, order) == day


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("1.12.", datetime(2026, 12, 1, 17, 30)),
        ("1.12. 18:05", datetime(2026, 12, 1, 18, 5)),
        ("1.12. 18.05", datetime(2026, 12, 1, 18, 5)),
        ("1.12.2026, 18", datetime(2026, 12, 1, 18, 0)),
        ("1.12.2026 1805", datetime(2026, 12, 1, 18, 5)),
        ("2026-12-01T18:05:59", datetime(2026, 12, 1, 18, 5)),
        ("1 Dec 6 pm", datetime(2026, 12, 1, 18, 0)),
        ("1 Dec 12:15 a.m.", datetime(2026, 12, 1, 0, 15)),
        ("tomorrow 9:00", datetime(2026, 11, 27, 9, 0)),
        ("18:00", datetime(2026, 11, 26, 18, 0)),
        ("17.45", datetime(2026, 11, 26, 17, 45)),
        ("1.12. 25:00", None),
        ("1.12. 13 pm", None),
        ("whenever", None),
    ],
)
def test_a_moment_keeps_what_was_not_typed(text: str, moment: datetime | None) -> None:
    assert typed_moment(text, SHOWN, TODAY, "dmy") == moment
