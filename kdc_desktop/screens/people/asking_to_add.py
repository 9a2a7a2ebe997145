"""What is asked before somebody is added whose name the club does not know."""

from kdc_desktop.domain.people.one_line import name_and_organisation
from kdc_desktop.i18n import _


def ask_to_add(line: str) -> str:
    """Whether a person is to be added: a resident, or somebody of the organisation they told."""
    name, organisation = name_and_organisation(line)
    if organisation:
        return _(
            "The club does not know “{name}” of “{organisation}”. Press Enter again to add them.",
            name=name,
            organisation=organisation,
        )
    return _(
        "The club knows nobody called “{name}”. Press Enter again to add them as a resident, or"
        " write a comma and the organisation behind the name first.",
        name=name,
    )


def ask_to_add_member(line: str) -> str:
    """The same where an organisation or somebody of one is meant."""
    name, organisation = name_and_organisation(line)
    if organisation:
        return ask_to_add(line)
    return _(
        "The club knows nobody called “{name}”. Press Enter again to add an organisation of this"
        " name; a resident is added under People.",
        name=name,
    )
