"""What was copied elsewhere is read as a file with the same in it."""

from contextlib import closing

from kdc_desktop.interchange.people_in import read_people
from kdc_desktop.screens.people.copied_lines import CopiedLines

LETTER = (
    'Participants\n"Salo, Petri" <petri@x.example>; anna@koti.example, Liisa Maki <l@x.example>\n'
)


def test_a_copied_list_of_addresses_loses_nobody_and_a_bare_address_lacks_a_name(tmp_path) -> None:
    (tmp_path / "list.txt").write_text(LETTER, encoding="utf-8")
    with closing(CopiedLines()) as copied:
        for path in (copied.sheet(LETTER), tmp_path / "list.txt"):
            people = read_people(path).people
            assert [(one.name, one.email) for one in people] == [
                ("Petri Salo", "petri@x.example"),
                ("", "anna@koti.example"),
                ("Liisa Maki", "l@x.example"),
            ]
