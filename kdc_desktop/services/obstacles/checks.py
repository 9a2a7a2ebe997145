"""What no verb leaves behind in obstacles, when a file is checked."""

from collections.abc import Iterator

from kdc_desktop.i18n import fillable
from kdc_desktop.services.kit.forbidden import Forbidden, forbidden_in
from kdc_desktop.storage.checking import Glance

_RULES = (
    Forbidden(
        ("obstacle",),
        "SELECT id FROM obstacle WHERE rtrim(solved_at, 'Z') < rtrim(raised_at, 'Z')",
        fillable(
            "Obstacle {row} was solved before it was raised. Say that it is back, then once more "
            "that it is solved."
        ),
    ),
    Forbidden(
        ("obstacle",),
        "SELECT id FROM obstacle WHERE owner_id IS NOT NULL AND organisation_id IS NOT NULL",
        fillable(
            "A person and an organisation both take care of obstacle {row}. Say who of them does."
        ),
    ),
    Forbidden(
        ("obstacle", "department"),
        "SELECT obstacle.id FROM obstacle "
        "JOIN department ON department.id = obstacle.department_id "
        "WHERE obstacle.organisation_id <> department.organisation_id",
        fillable(
            "A department of another organisation takes care of obstacle {row}. Say who takes "
            "care of it."
        ),
    ),
    Forbidden(
        ("obstacle_step", "department"),
        "SELECT step.id FROM obstacle_step AS step "
        "JOIN department ON department.id = step.department_id "
        "WHERE step.organisation_id <> department.organisation_id",
        fillable(
            "Step {row} of an obstacle (obstacle_step) names a department of another "
            "organisation. Say who takes care of the obstacle."
        ),
    ),
)


def obstacles_fit_together(connection: Glance) -> Iterator[str]:
    """A sentence for each obstacle of which two things are said that cannot both be."""
    yield from forbidden_in(connection, _RULES)
