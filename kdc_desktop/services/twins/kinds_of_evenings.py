"""What is compared of evenings: sessions, people, ideas, votes and interests."""

from kdc_desktop.i18n import lazy
from kdc_desktop.model import (
    Attendance,
    Cluster,
    Consent,
    Department,
    Idea,
    Interest,
    KeptApart,
    Option,
    Organisation,
    OrganisationInterest,
    Person,
    PersonMerge,
    Poll,
    Programme,
    Session,
    Stage,
    Winner,
)
from kdc_desktop.model.sessions import OwnTemplate, OwnTemplateStage
from kdc_desktop.services.twins.kinds import TwinKind
from kdc_desktop.services.twins.rows import TwinNoun

_NOTES, _SECTOR = lazy("Notes"), lazy("Sector")
_GROUPS = lazy("Groups at most")
_OF_ORGANISATION = {
    "sector": _SECTOR,
    "sector_guessed": lazy("Sector guessed"),
    "notes": _NOTES,
    "most_groups": _GROUPS,
    "size": lazy("Size"),
}
_ORGANISATION, _ROLE = lazy("Organisation"), lazy("Role")
_CONSENT = {"given": lazy("Given"), "source": lazy("Known from")}
_OF_WISH = {
    "choice": lazy("Choice"),
    "role": _ROLE,
    "offers": lazy("Offers"),
    "needs": lazy("Needs"),
}
_STATE, _TRASHED = lazy("State"), lazy("In the trash since")
_OF_STAGE = {"prompt": lazy("Prompt"), "notes": _NOTES, "planned_minutes": lazy("Minutes")}
OF_EVENINGS = (
    TwinKind(
        TwinNoun.SESSIONS,
        Programme,
        ("name",),
        {
            "goal": lazy("Goal"),
            "target": lazy("Target"),
            "unit": lazy("Unit"),
            "people": lazy("People"),
        },
    ),
    TwinKind(
        TwinNoun.SESSIONS,
        Session,
        ("title",),
        {
            "starts_at": lazy("Begins"),
            "place": lazy("Place"),
            "goal": lazy("Goal"),
            "status": lazy("Status"),
            "trashed_at": _TRASHED,
        },
    ),
    TwinKind(
        TwinNoun.SESSIONS,
        Stage,
        ("title", "session_id"),
        {**_OF_STAGE, "started_at": lazy("Began"), "ended_at": lazy("Ended")},
    ),
    TwinKind(TwinNoun.SESSIONS, OwnTemplate, ("name",), {}),
    TwinKind(TwinNoun.SESSIONS, OwnTemplateStage, ("title", "own_template_id"), _OF_STAGE),
    TwinKind(
        TwinNoun.PEOPLE,
        Person,
        ("name",),
        {
            "email": lazy("E-mail"),
            "organisation_id": _ORGANISATION,
            "department_id": lazy("Department"),
            "notes": _NOTES,
            "phone": lazy("Phone"),
            "job_title": lazy("Job title"),
            "interests": lazy("Interests"),
        },
    ),
    TwinKind(TwinNoun.PEOPLE, Consent, ("person_id", "kind", "at"), _CONSENT),
    TwinKind(TwinNoun.PEOPLE, PersonMerge, ("person_id", "into_id"), {}),
    TwinKind(
        TwinNoun.PEOPLE,
        KeptApart,
        ("person_id", "other_id"),
        {"why": lazy("Why")},
        private=lazy("two people who are kept apart"),
    ),
    TwinKind(TwinNoun.ORGANISATIONS, Organisation, ("name",), _OF_ORGANISATION),
    TwinKind(
        TwinNoun.ORGANISATIONS, Department, ("name", "organisation_id"), {"most_groups": _GROUPS}
    ),
    TwinKind(
        TwinNoun.ATTENDANCE,
        Attendance,
        ("person_id", "session_id"),
        {"role": _ROLE, "state": _STATE, "arrived_at": lazy("Arrived")},
    ),
    TwinKind(
        TwinNoun.IDEAS,
        Idea,
        ("text",),
        {
            "author_id": lazy("Author"),
            "author_text": lazy("Author as imported"),
            "cluster_id": lazy("Cluster"),
            "parent_id": lazy("Merged into"),
            "trashed_at": _TRASHED,
            "details": lazy("Details"),
            "tags": lazy("Tags"),
            "minutes": lazy("Minutes given back a day"),
            "link": lazy("Link"),
        },
    ),
    TwinKind(TwinNoun.CLUSTERS, Cluster, ("name", "session_id"), {}),
    TwinKind(
        TwinNoun.POLLS,
        Poll,
        ("question",),
        {
            "state": _STATE,
            "opened_at": lazy("Opened"),
            "closed_at": lazy("Closed"),
            "revealed_at": lazy("Revealed"),
            "trashed_at": _TRASHED,
        },
    ),
    TwinKind(TwinNoun.POLLS, Option, ("title", "poll_id"), {}),
    TwinKind(TwinNoun.WINNERS, Winner, ("title", "session_id"), {}),
    TwinKind(
        TwinNoun.INTERESTS,
        Interest,
        ("person_id", "winner_id"),
        _OF_WISH,
    ),
    TwinKind(
        TwinNoun.INTERESTS,
        OrganisationInterest,
        ("organisation_id", "department_id", "winner_id"),
        _OF_WISH,
    ),
)
"""What evenings consist of, before there are consortia."""
