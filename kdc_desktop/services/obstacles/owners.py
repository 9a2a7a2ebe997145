"""Who takes care of an obstacle, and how they are called."""

from kdc_desktop.services.consortia.members import stakeholder_name


def owner_called(person: str | None, organisation: str | None, department: str | None) -> str:
    """The name of who takes care of something, of the three that may be; empty for nobody."""
    if organisation:
        return stakeholder_name(organisation, department)
    return person or ""
