"""What a consortium has before it is let go."""

from datetime import date

from kdc_desktop.domain.visions.letting_go import CheckRow, Contacts, checklist
from kdc_desktop.domain.visions.readiness import Readiness
from kdc_desktop.i18n import lazy


def told(rows: tuple[CheckRow, ...]) -> list[tuple[bool, str]]:
    return [(row.done, str(row.text)) for row in rows]


def test_nothing_is_there_at_first_and_each_line_says_what_to_do() -> None:
    assert told(checklist(0, Readiness(), [], [], contacts=Contacts())) == [
        (False, "There is no vision yet. Write one."),
        (False, "Nobody leads. Give a member the role of the lead."),
        (False, "Nobody has promised anything by a day. Note who gives what by when."),
        (False, "Let the members give each other their contacts, then tick this."),
    ]


def test_what_is_there_is_told() -> None:
    due = [date(2027, 3, 1), date(2027, 2, 1)]
    assert told(checklist(3, Readiness(), ["Harbour"], due, contacts=Contacts(due[0], "Aino"))) == [
        (True, "All stand behind version 3."),
        (True, "Harbour leads."),
        (True, "2 commitments have a day, the first is 01.02.2027."),
        (True, "The members have each other's contacts since 01.03.2027, as Aino said."),
    ]


def test_a_vision_that_is_not_agreed_says_how_far_it_is() -> None:
    lacking = Readiness((lazy("Nobody is in yet."),), of_version=1)
    vision, lead, *_ = told(checklist(2, lacking, ["A", "B"], [], contacts=Contacts()))
    assert vision == (False, "Version 2 is not agreed. Nobody is in yet.")
    assert lead == (True, "A and B lead.")


def test_an_open_role_is_named_and_no_version_is_less_agreed_for_it() -> None:
    missing = Readiness((lazy("Still looked for: {role}.", role="pump supplier"),))
    vision, role, *_ = told(checklist(2, missing, ["A"], [], contacts=Contacts()))
    assert vision == (True, "All stand behind version 2.")
    assert role == (False, "Still looked for: pump supplier.")


def test_many_reasons_are_named_as_far_as_they_are_read() -> None:
    low = tuple(lazy("{name} stands at 2.", name=name) for name in "ABCDE")
    lacking = Readiness(low, of_version=5)
    vision, *_ = told(checklist(1, lacking, ["A"], [], contacts=Contacts()))
    assert vision[1].endswith(
        "not agreed. A stands at 2. B stands at 2. C stands at 2. And 2 more."
    )
