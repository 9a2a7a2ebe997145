"""The preview promises only what then happens, whatever the list; no row is dropped unsaid."""

import csv
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kdc_desktop.domain.people.fields import PersonField
from kdc_desktop.domain.people.import_choices import ImportChoices
from kdc_desktop.services.people.importing import import_people
from kdc_desktop.storage import open_database
from tests.rooms.empty_club import EVENING
from tests.rooms.known_people import everybody, previewed

HEADERS = ("Name", "E-mail", "Organisation", "Sector", "Phone", "Badge", "Status", "Junk")
COLUMNS = {
    0: PersonField.NAME,
    1: PersonField.EMAIL,
    2: PersonField.ORGANISATION,
    3: PersonField.SECTOR,
    4: PersonField.PHONE,
    5: PersonField.BADGE,
    6: PersonField.STATUS,
    7: PersonField.NOTES,
}
CELLS = (
    st.sampled_from(["Aino Laine", "Laine, Aino", "Aino M. Laine", "Eero Aho", "eero aho", ""]),
    st.sampled_from(["", "a@x.fi", "A@x.fi", "office@x.fi"]),
    st.sampled_from(["", "Kone Oy", "KONE oy", "City of X"]),
    st.sampled_from(["", "Company", "City", "Harbour folk"]),
    st.sampled_from(["", "040 555", "050 555"]),
    st.sampled_from(["", "", "A1", "x" * 501]),
    st.sampled_from(["", "", "", "Confirmed", "Cancelled", "Waitlisted", "Perunut"]),
    st.sampled_from(["", "vegetarian", "x" * 20_001]),
)
ROWS = st.lists(st.tuples(*CELLS).filter(any), min_size=1, max_size=8)


def write(path: Path, rows: list[tuple[str, ...]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([HEADERS, *rows])
    return path


@settings(max_examples=3, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(first=ROWS, second=ROWS)
def test_what_a_preview_counts_is_what_an_import_does_once(tmp_path_factory, first, second):
    folder = tmp_path_factory.mktemp("club")
    database = open_database(folder / "club.kdc", lambda: EVENING)
    choices = ImportChoices(columns=COLUMNS)
    for number, rows in enumerate((first, second)):
        sheet = write(folder / f"list{number}.csv", rows)
        known = {one.id: one.name for one in everybody(database)}
        preview = previewed(database, sheet, choices)
        assert [row.number for row in preview.rows] == list(range(2, len(rows) + 2))
        assert all(row.sentence for row in preview.rows)
        assert import_people(database, preview) == preview.counts
        then = {one.id: one.name for one in everybody(database)}
        assert len(then) == len(known) + preview.counts.new
        assert {key: then[key] for key in known} == known, "nobody is called otherwise"
        again = previewed(database, sheet, choices).counts
        assert (again.new, again.changed) == (0, 0)
        assert again.asked <= preview.counts.asked
    database.close()
