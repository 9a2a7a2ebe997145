"""What tools for meetings on the net export."""

from kdc_desktop.domain.people.fields import PersonField, PersonProfile
from kdc_desktop.domain.people.standing import Standing

_STAYED_AWAY = {"yes": Standing.COMING, "no": Standing.UNSURE}
_APPROVAL = {
    "approved": Standing.COMING,
    "pending": Standing.UNSURE,
    "denied": Standing.NOT_COMING,
    "cancelled": Standing.NOT_COMING,
    "canceled": Standing.NOT_COMING,
    "cancelled by self": Standing.NOT_COMING,
    "cancelled by host": Standing.NOT_COMING,
}
_ZOOM_ASIDE = (
    *("Join Time", "Leave Time", "Time in Session (minutes)", "Is Guest", "Guest", "Country/*"),
    *("Country", "Country/Region", "Registration Time", "Duration (minutes)", "Address", "City"),
    *("Total Duration (minutes)", "Recording*", "In Waiting Room", "Zip/*", "State/*", "Industry"),
    *("Purchasing Time Frame", "Role in Purchase Process", "Number of Employees", "Source Name"),
    *("Questions & Comments", "Attention Score", "Registrant ID", "Ticket Name", "Guest?"),
)
_ZOOM_WEBINAR = PersonProfile(
    tool="Zoom",
    source="reports of webinar attendees of 2020 to 2026 in public repositories, where hosts,"
    " panelists and attendees are sections of one file",
    known_by=(("Attended", "User Name (Original Name)"), ("Attended", "User Name", "Email")),
    columns={
        PersonField.NAME: ("User Name (Original Name)", "User Name"),
        PersonField.FIRST_NAME: ("First Name",),
        PersonField.LAST_NAME: ("Last Name",),
        PersonField.EMAIL: ("Email",),
        PersonField.PHONE: ("Phone",),
        PersonField.ORGANISATION: ("Organization", "Organisation"),
        PersonField.JOB_TITLE: ("Job Title",),
        PersonField.STATUS: ("Attended", "Approval Status"),
    },
    aside=_ZOOM_ASIDE,
    says={"Attended": _STAYED_AWAY, "Approval Status": _APPROVAL},
    blank=("--",),
)
_ZOOM_REGISTRATION = PersonProfile(
    tool="Zoom",
    source="registration reports of meetings and webinars in public repositories",
    known_by=(
        ("First Name", "Last Name", "Email", "Registration Time", "Approval Status"),
        ("Email", "Registration Time", "Approval Status"),
    ),
    columns={
        PersonField.FIRST_NAME: ("First Name",),
        PersonField.LAST_NAME: ("Last Name",),
        PersonField.EMAIL: ("Email",),
        PersonField.PHONE: ("Phone",),
        PersonField.ORGANISATION: ("Organization", "Organisation"),
        PersonField.JOB_TITLE: ("Job Title",),
        PersonField.STATUS: ("Approval Status",),
    },
    aside=_ZOOM_ASIDE,
    says={"Approval Status": _APPROVAL},
    blank=("--",),
)
_ZOOM_PARTICIPANTS = PersonProfile(
    tool="Zoom",
    source="reports of meeting participants of 2020 to 2026 in public repositories",
    known_by=(
        ("Name (Original Name)", "User Email"),
        ("Name (original name)", "Email"),
        ("Name (Original Name)", "Duration (Minutes)"),
        ("Name (Original Name)", "Total Duration (Minutes)"),
    ),
    columns={
        PersonField.NAME: ("Name (Original Name)",),
        PersonField.EMAIL: ("User Email", "Email"),
    },
    aside=_ZOOM_ASIDE,
)
_TEAMS = PersonProfile(
    tool="Microsoft Teams",
    source="attendance reports of 2020, 2021 and 2026 in public repositories and the manual of"
    " Microsoft Teams",
    known_by=(
        ("Name", "First Join", "Last Leave", "In-Meeting Duration"),
        ("Full Name", "Join Time", "Leave Time", "Duration"),
        ("Full Name", "User Action", "Timestamp"),
        ("Name", "First Join Time", "Last Leave Time"),
        ("First Name", "Last Name", "Email", "Registration Time", "Registration Status"),
        ("Nimi", "Ensimmäinen liittyminen", "Viimeinen poistuminen"),
        ("Namn", "Första anslutning", "Senast lämnade"),
        ("Name", "Erster Beitritt", "Letztes Verlassen"),
    ),
    columns={
        PersonField.NAME: ("Name", "Full Name", "Nimi", "Namn"),
        PersonField.FIRST_NAME: ("First Name",),
        PersonField.LAST_NAME: ("Last Name",),
        PersonField.EMAIL: (
            *("Email", "Participant ID (UPN)", "Sähköposti", "Osallistujan tunnus (UPN)"),
            *("E-post", "Deltagar-ID (UPN)", "E-Mail", "Teilnehmer-ID (UPN)"),
        ),
        PersonField.STATUS: ("Registration Status",),
    },
    aside=(
        *("First Join", "Last Leave", "In-Meeting Duration", "Role", "Join Time", "Leave Time"),
        *("Duration", "User Action", "Timestamp", "First Join Time", "Last Leave Time"),
        *("Registration Time", "Registration ID", "Ensimmäinen liittyminen", "Rooli"),
        *("Viimeinen poistuminen", "Kokouksen kesto", "Kesto kokouksessa", "Första anslutning"),
        *("Senast lämnade", "Varaktighet i mötet", "Roll", "Erster Beitritt", "Letztes Verlassen"),
        *("Besprechungsdauer", "Dauer der Teilnahme", "Rolle", "Engagement"),
    ),
    says={
        "Registration Status": {
            "Registered": Standing.COMING,
            "Canceled": Standing.NOT_COMING,
            "Waitlisted": Standing.UNSURE,
            "Pending approval": Standing.UNSURE,
        }
    },
)
MEETINGS = (_ZOOM_WEBINAR, _ZOOM_REGISTRATION, _ZOOM_PARTICIPANTS, _TEAMS)
