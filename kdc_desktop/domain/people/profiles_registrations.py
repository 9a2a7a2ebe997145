"""What tools that register people for an event export."""

from kdc_desktop.domain.people.fields import PersonField, PersonProfile
from kdc_desktop.domain.people.standing import Standing

_LUMA = PersonProfile(
    tool="Luma",
    source="lists of guests in public repositories; help.luma.com/p/download-guest-csv",
    known_by=(
        ("api_id", "name", "email", "approval_status"),
        ("name", "first_name", "last_name", "email", "approval_status"),
        ("guest_id", "name", "email", "approval_status"),
    ),
    columns={
        PersonField.NAME: ("name",),
        PersonField.FIRST_NAME: ("first_name",),
        PersonField.LAST_NAME: ("last_name",),
        PersonField.EMAIL: ("email",),
        PersonField.PHONE: ("phone_number",),
        PersonField.STATUS: ("approval_status",),
    },
    aside=(
        *("api_id", "guest_id", "created_at", "checked_in_at", "custom_source", "qr_code_url"),
        *("amount", "amount*", "currency", "coupon_code", "eth_address", "solana_address"),
        *("survey*", "ticket*", "utm*", "registered_at", "has_joined_event", "event*"),
    ),
    says={
        "approval_status": {
            "approved": Standing.COMING,
            "declined": Standing.NOT_COMING,
            "pending_approval": Standing.UNSURE,
            "waitlist": Standing.UNSURE,
            "invited": Standing.UNSURE,
            "session": Standing.UNSURE,
        }
    },
)
_LYYTI = PersonProfile(
    tool="Lyyti",
    source="not verified: help.lyyti.com says how participants and their reactions are called, and"
    " no report was found in public; it has the columns that its maker chose, so the signs are"
    " those which it is thought to have by default",
    known_by=(
        ("Etunimi", "Sukunimi", "Osallistujatyyppi"),
        ("Etunimi", "Sukunimi", "Reaktio"),
        ("First name", "Last name", "Participant type", "Reaction"),
        ("First name", "Last name", "Reaction", "Reaction time"),
        ("First name", "Last name", "Participant ID", "Reaction"),
        ("First name", "Last name", "Participant type", "Status"),
    ),
    columns={
        PersonField.FIRST_NAME: ("Etunimi", "First name"),
        PersonField.LAST_NAME: ("Sukunimi", "Last name"),
        PersonField.EMAIL: ("Sähköposti", "Sähköpostiosoite", "Email", "E-mail", "Email address"),
        PersonField.PHONE: ("Puhelin", "Puhelinnumero", "Matkapuhelin", "Phone", "Mobile phone"),
        PersonField.ORGANISATION: ("Yritys", "Organisaatio", "Yritys / Organisaatio", "Company"),
        PersonField.JOB_TITLE: ("Titteli", "Tehtävänimike", "Title", "Job title"),
        PersonField.STATUS: ("Reaktio", "Tila", "Status", "Reaction", "Osallistuminen"),
    },
    aside=(
        *(
            "Osallistujatyyppi",
            "Osallistujan ID",
            "Participant type",
            "Participant ID",
            "Reaktioaika",
        ),
        *("Reaction time", "Ilmoittautumisaika", "Registration time", "Lisätty", "Added", "Kieli"),
        *("Language", "Laskutus*", "Billing*", "Tapahtuma", "Event", "Osoite", "Postinumero"),
    ),
)
_MEETUP = PersonProfile(
    tool="Meetup",
    source="lists of attendees and of members in public repositories",
    known_by=(
        ("Name", "User ID", "RSVP", "RSVPed on"),
        ("Name", "User ID", "Joined Group on", "URL of Member Profile"),
    ),
    columns={
        PersonField.NAME: ("Name",),
        PersonField.STATUS: ("RSVP",),
    },
    aside=(
        *("User ID", "Member ID", "Title", "Event Host", "Guests", "RSVPed*", "Joined Group on"),
        *("URL of Member Profile", "Attendance", "Location", "Last visited group on", "No shows"),
        *("Last Attended", "Total RSVPs", "Meetups attended", "Intro", "Photo", "Notes"),
        *("Assistant Organizer", "Mailing List"),
    ),
    says={"RSVP": {"Waitlist": Standing.UNSURE, "Waiting": Standing.UNSURE}},
)
_INDICO = PersonProfile(
    tool="Indico",
    source="generate_spreadsheet_from_registrations and RegistrationState of Indico, in English"
    " whatever the language of its pages",
    known_by=(
        ("ID", "Name", "Registration date", "Registration state"),
        ("ID", "Name", "Email Address", "Registration state"),
        ("ID", "Name", "Email Address", "Affiliation", "Registration date"),
        ("First Name", "Last Name", "Email Address", "Affiliation", "Registration state"),
    ),
    columns={
        PersonField.NAME: ("Name",),
        PersonField.FIRST_NAME: ("First Name",),
        PersonField.LAST_NAME: ("Last Name",),
        PersonField.EMAIL: ("Email Address", "Email"),
        PersonField.ORGANISATION: ("Affiliation",),
        PersonField.JOB_TITLE: ("Position",),
        PersonField.PHONE: ("Phone Number", "Phone"),
        PersonField.STATUS: ("Registration state", "State", "Status"),
    },
    aside=(
        *("ID", "Title", "Registration date", "Checked in", "Check-in date", "Price", "Paid"),
        *("Modification date", "Created by"),
        *("Country", "Address", "Payment date", "Tags", "Tags present", "Transaction ID"),
    ),
    says={
        "Registration state": {
            "Completed": Standing.COMING,
            "Pending": Standing.UNSURE,
            "Awaiting payment": Standing.COMING,
            "Withdrawn": Standing.NOT_COMING,
            "Rejected": Standing.NOT_COMING,
        }
    },
)
REGISTRATIONS = (_LUMA, _LYYTI, _MEETUP, _INDICO)
