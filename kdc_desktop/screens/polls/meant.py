"""Of those whom a search has found, whoever is meant."""

from kdc_desktop.domain.attendance.codes import badge_key, badge_keys
from kdc_desktop.domain.people.finding import PeopleIndex
from kdc_desktop.screens.kit.rows import RowTable
from kdc_desktop.services.polls.rows import VoterRow


def meant(table: RowTable, typed: str) -> VoterRow | None:
    """The wearer of the badge that is typed, or who fits the name best; None without anybody."""
    rows = table.filter.rows_at(range(table.filter.rowCount()))
    codes = badge_keys(typed)
    worn = [row for row in rows if badge_key(row.badge) in codes]
    named = [row for row in rows if row.name.casefold() == typed.strip().casefold()]
    return next(iter(worn or named or PeopleIndex(rows).search(typed, 1)), None)
