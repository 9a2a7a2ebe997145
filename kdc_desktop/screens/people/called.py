"""What people call what is done with the list of everybody."""

from kdc_desktop.i18n import lazy
from kdc_desktop.screens.kit.called import Called, Calls

CALLS = Calls(
    "people",
    lazy("People"),
    (
        Called(
            "new_person_or_organisation",
            lazy("New person or organisation"),
            lazy(
                "add a person, add people, new person, new member, add participant, contact, "
                "company, new organisation, add an organisation"
            ),
            at_once=True,
        ),
        Called(
            "find_people",
            lazy("Find people"),
            lazy("search people, search, look up a person, filter people"),
            at_once=True,
        ),
        Called("show_people", lazy("Show people"), lazy("list of people"), at_once=True),
        Called(
            "show_organisations",
            lazy("Show organisations"),
            lazy("organisations, companies, institutions, departments, employers, sectors"),
            at_once=True,
        ),
        Called("rename_row", lazy("Rename"), lazy("rename a person, change a name, spelling")),
        Called(
            "merge_rows",
            lazy("Merge…"),
            lazy(
                "merge two people, merge two organisations, duplicate, duplicates, known twice, "
                "the same person, double, join, combine, take over a company"
            ),
        ),
        Called(
            "keep_apart",
            lazy("Keep apart…"),
            lazy(
                "keep two people apart, separate, not together, not at one table, conflict, "
                "rivals, couple, let them be together"
            ),
        ),
        Called(
            "remove_rows",
            lazy("Remove from the club"),
            lazy("delete a person, delete people, remove a person, forget somebody"),
        ),
    ),
)
