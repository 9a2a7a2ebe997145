"""What the tables of people and of organisations say of a row."""

from kdc_desktop.domain.people.sectors import name_of
from kdc_desktop.i18n import _, date_text, lazy, listed, number_text
from kdc_desktop.screens.kit.rows import Column
from kdc_desktop.screens.people.sector_icons import sector_icon
from kdc_desktop.services.people.rows import OrganisationRow, PersonRow

PEOPLE_COLUMNS = (
    Column[PersonRow](
        "name",
        lazy("Name"),
        lambda row: row.name,
        icon=lambda row: sector_icon(row.sector),
        tooltip=lambda row: name_of(row.sector),
    ),
    Column[PersonRow](
        "organisation", lazy("Organisation"), lambda row: row.organisation or _("Resident")
    ),
    Column[PersonRow]("sector", lazy("Sector"), lambda row: name_of(row.sector)),
    Column[PersonRow](
        "sessions",
        lazy("Sessions"),
        lambda row: number_text(row.sessions),
        sort=lambda row: row.sessions,
    ),
    Column[PersonRow](
        "last_seen",
        lazy("Last seen"),
        lambda row: date_text(row.last_seen) if row.last_seen else "",
        sort=lambda row: row.last_seen,
    ),
    Column[PersonRow]("email", lazy("E-mail"), lambda row: row.email),
    Column[PersonRow]("department", lazy("Department"), lambda row: row.department),
    Column[PersonRow]("phone", lazy("Phone"), lambda row: row.phone),
    Column[PersonRow]("job_title", lazy("Job title"), lambda row: row.job_title),
    Column[PersonRow]("interests", lazy("Interests"), lambda row: row.interests),
)
MAY_BE_EMPTY = frozenset({"phone", "job_title", "interests"})
ORGANISATION_COLUMNS = (
    Column[OrganisationRow](
        "name", lazy("Organisation"), lambda row: row.name, icon=lambda row: sector_icon(row.sector)
    ),
    Column[OrganisationRow]("sector", lazy("Sector"), lambda row: name_of(row.sector)),
    Column[OrganisationRow](
        "people",
        lazy("People"),
        lambda row: number_text(row.people),
        sort=lambda row: row.people,
    ),
    Column[OrganisationRow](
        "departments", lazy("Departments"), lambda row: listed(row.departments)
    ),
    Column[OrganisationRow]("notes", lazy("Notes"), lambda row: row.notes.replace("\n", " ")),
)
PEOPLE_WIDTHS = (170, 190, 125, 80, 105, 190)
ORGANISATION_WIDTHS = (260, 140, 80, 180)
WORDED_PEOPLE, WORDED_ORGANISATIONS = (2,), (1,)
"""Which columns hold words of ours: the sector."""
