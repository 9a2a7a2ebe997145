"""The header rows of other tools, and what each of their columns holds; made-up people below them.

A line is a header, with the field behind "=" where it holds one. Each profile has a row here.
"""

from collections.abc import Sequence
from typing import NamedTuple

from kdc_desktop.domain.people.fields import PersonField


class Export(NamedTuple):
    """What a tool writes: `columns` are headers with what each holds, "" for nothing."""

    tool: str
    columns: tuple[tuple[str, str], ...]

    @property
    def headers(self) -> list[str]:
        return [header for header, _field in self.columns]

    @property
    def wanted(self) -> dict[str, PersonField]:
        return {header: PersonField(field) for header, field in self.columns if field}


def export(tool: str, line: str) -> Export:
    parts = (one.strip().partition("=") for one in " ".join(line.split()).split("|"))
    return Export(tool, tuple((header, field) for header, _, field in parts))


EXPORTS = (
    export(
        "Eventbrite",
        """Order #|Order Date|First Name=first_name|Last Name=last_name|Email=email|Quantity|
        Price Tier|Ticket Type|Attendee #|Group|Order Type|Currency|Total Paid|Fees Paid|
        Eventbrite Fees|Eventbrite Payment Processing|Attendee Status=status|Home Address 1|
        Home City|Home Zip|Home Country|Buyer Email|Job Title=job_title|Company=organisation""",
    ),
    export(
        "Eventbrite",
        """Order no.|Order Date|First Name=first_name|Surname=last_name|Email=email|Quantity|
        Ticket Type|Attendee no.|Order Type|Total Paid|Attendee Status=status|Event Name|
        Buyer First Name|Buyer Surname|Buyer Email""",
    ),
    export(
        "Eventbrite",
        """Order ID|Order date|Attendee first name=first_name|Attendee last name=last_name|
        Attendee email=email|Phone number=phone|Purchaser city|Purchaser state|Purchaser country|
        Event name|Event ID|Event start date|Event timezone|Event location|Ticket quantity|
        Ticket tier|Ticket type|Currency|Ticket price|Buyer first name|Buyer last name|Buyer email|
        Seating location 1|Barcode number""",
    ),
    export(
        "Eventbrite",
        """Order ID|Order date|Buyer first name=first_name|Buyer last name=last_name|
        Buyer email=email|Phone number=phone|Ticket quantity|Net sales|Event name|Event location""",
    ),
    export(
        "Tito",
        """Number|Ticket Created Date|Ticket Last Updated Date|Ticket|Ticket Full Name=name|
        Ticket First Name=first_name|Ticket Last Name=last_name|Ticket Email=email|
        Ticket Company Name=organisation|Ticket Phone Number=phone|Event|Void Status=status|Price|
        Ticket Reference|Tags|Unique Ticket URL|Unique Order URL|Order Reference|Order Name|
        Order Email|Order Company Name|Order Phone Number|Order Discount Code|Order IP""",
    ),
    export(
        "pretix",
        """Event slug|Order code|Position ID|Status=status|Email|Phone number|Order date|Order time|
        Product|Variation|Price|Tax rate|Attendee name=name|Attendee name: Given name=first_name|
        Attendee name: Family name=last_name|Attendee email=email|Company=organisation|Address|
        ZIP code|City|Country|State|Voucher|Pseudonymization ID|Seat ID|Seat name|Order comment|
        Company (2)|Invoice address name|Address (2)|Sales channel|Payment providers""",
    ),
    export(
        "pretix",
        """Order code|Attendee name=name|Product|Price|Checked in|Checked out|
        Automatically checked in|Secret|E-mail=email|Company=organisation|Voucher code|Order date|
        Requires special attention|Comment|Seat ID|Seat name""",
    ),
    export(
        "pretix",
        """Kurzname der Veranstaltung|Bestellnummer|Position|Status=status|E-Mail|Telefonnummer|
        Bestelldatum|Bestelluhrzeit|Produkt|Variante|Preis|Steuersatz|Name Teilnehmer*in=name|
        E-Mail Teilnehmer*in=email|Firma=organisation|Gutschein|Pseudonyme ID|Bestellkommentar""",
    ),
    export(
        "pretix",
        """Bestellnummer|Name des Teilnehmers=name|Teilnehmer-E-Mail=email|Firma=organisation|
        Produkt|Preis|E-Mail|Status=status|Gutscheincode""",
    ),
    export(
        "Luma",
        """api_id|name=name|first_name=first_name|last_name=last_name|email=email|
        phone_number=phone|created_at|approval_status=status|checked_in_at|custom_source|
        qr_code_url|amount|amount_tax|amount_discount|currency|coupon_code|eth_address|
        solana_address|survey_response_rating|survey_response_feedback|ticket_type_id|ticket_name""",
    ),
    export(
        "Lyyti",
        """Osallistujatyyppi|Etunimi=first_name|Sukunimi=last_name|Sähköposti=email|Puhelin=phone|
        Yritys=organisation|Reaktio=status|Reaktioaika|Laskutusosoite""",
    ),
    export(
        "Lyyti",
        """Participant type|First name=first_name|Last name=last_name|Email=email|
        Company=organisation|Title=job_title|Reaction=status|Reaction time|Billing address""",
    ),
    export(
        "Meetup",
        """Name=name|User ID|Title|Event Host|RSVP=status|Guests|RSVPed on|Joined Group on|
        URL of Member Profile""",
    ),
    export(
        "Meetup",
        """Name=name|User ID|Title|Member ID|Location|Joined Group on|Last visited group on|
        Last Attended|Total RSVPs|RSVPed Yes|RSVPed No|No shows|Intro|Photo|Mailing List|
        URL of Member Profile""",
    ),
    export(
        "Indico",
        """ID|Name=name|Email Address=email|Affiliation=organisation|Position=job_title|
        Phone Number=phone|Country|Registration date|Registration state=status|Checked in""",
    ),
    export(
        "Microsoft Forms",
        "ID|Start time|Completion time|Email=email|Name=name|Last modified time",
    ),
    export("Microsoft Forms", "Tunnus|Aloitusaika|Valmistumisaika|Sähköposti=email|Nimi=name"),
    export("Microsoft Forms", "ID|Starttid|Slutförandetid|E-post=email|Namn=name"),
    export("Microsoft Forms", "ID|Startzeit|Fertigstellungszeit|E-Mail=email|Name=name"),
    export("Microsoft Forms", "ID|Starttidspunkt|Færdiggørelsestidspunkt|Mail=email|Navn=name"),
    export(
        "Microsoft Forms",
        """ID|Starttidspunkt|Fullføringstidspunkt|E-postadresse=email|Navn=name|
        Tidspunkt for siste endring""",
    ),
    export("Google Forms", "Timestamp|Email Address=email"),
    export("Google Forms", "Aikaleima|Sähköpostiosoite=email"),
    export("Google Forms", "Tidstämpel|E-postadress=email"),
    export("Google Forms", "Zeitstempel|E-Mail-Adresse=email"),
    export("Webropol", "Vastaajan ID|Vastausaika|Vastauskieli"),
    export(
        "LimeSurvey",
        """Response ID|Date submitted|Last page|Start language|Seed|First name=first_name|
        Last name=last_name|Email address=email""",
    ),
    export(
        "LimeSurvey",
        """tid|firstname=first_name|lastname=last_name|email=email|emailstatus|token|language|
        validfrom|validuntil|invited|reminded|remindercount|completed|usesleft""",
    ),
    export(
        "Decidim",
        """id|email=email|name=name|nickname|locale|organization/id|organization/name|
        newsletter_notifications_at|admin|personal_url|about|invitation_created_at|invited_by/id""",
    ),
    export(
        "Zoom",
        """Attended=status|User Name (Original Name)=name|First Name=first_name|
        Last Name=last_name|Email=email|Phone=phone|Registration Time|Approval Status=status|
        Join Time|Leave Time|Time in Session (minutes)|Is Guest|Country/Region Name""",
    ),
    export(
        "Zoom",
        """First Name=first_name|Last Name=last_name|Email=email|Organization=organisation|
        Job Title=job_title|Registration Time|Approval Status=status|Role in Purchase Process""",
    ),
    export(
        "Zoom",
        """Name (Original Name)=name|User Email=email|Join Time|Leave Time|Duration (Minutes)|
        Guest|In Waiting Room""",
    ),
    export(
        "Zoom",
        "Name (original name)=name|Email=email|Total duration (minutes)|Guest",
    ),
    export(
        "Microsoft Teams",
        """Name=name|First Join|Last Leave|In-Meeting Duration|Email=email|
        Participant ID (UPN)=email|Role""",
    ),
    export("Microsoft Teams", "Full Name=name|User Action|Timestamp"),
    export(
        "HubSpot",
        """Record ID|First Name=first_name|Last Name=last_name|Email=email|Phone Number=phone|
        Lead Status|Create Date|Associated Company=organisation|Country/Region|Contact owner|
        Job Title=job_title""",
    ),
    export(
        "Salesforce",
        """Salutation|First Name=first_name|Last Name=last_name|Title=job_title|
        Account Name=organisation|Mailing Street|Mailing City|Phone=phone|Email=email|
        Lead Source|Account Owner""",
    ),
    export(
        "Salesforce",
        """Campaign Name|Member Type|Member Status=status|First Name=first_name|
        Last Name=last_name|Title=job_title|Company=organisation|Email=email|
        Member First Associated Date""",
    ),
    export(
        "Outlook",
        """Title|First Name=first_name|Middle Name=first_name|Last Name=last_name|Suffix|
        Company=organisation|Department=department|Job Title=job_title|Business Street|
        Business City|Business Phone=phone|Mobile Phone=phone|E-mail Address=email|E-mail Type|
        E-mail Display Name|Manager's Name|Notes=notes|Spouse""",
    ),
    export(
        "Outlook",
        """First Name=first_name|Middle Name=first_name|Last Name=last_name|Title|Suffix|Nickname|
        Given Yomi|Surname Yomi|E-mail Address=email|E-mail 2 Address=email|Business Phone=phone|
        Mobile Phone=phone|Company Main Phone=phone|Job Title=job_title|Department=department|
        Company=organisation|Manager's Name|Assistant's Name|Company Yomi|Business City""",
    ),
    export(
        "Google Contacts",
        """Name=name|Given Name=first_name|Additional Name=first_name|Family Name=last_name|
        Yomi Name|Nickname|Occupation|Notes=notes|Group Membership|E-mail 1 - Type|
        E-mail 1 - Value=email|Phone 1 - Type|Phone 1 - Value=phone|Organization 1 - Type|
        Organization 1 - Name=organisation|Organization 1 - Title=job_title|
        Organization 1 - Department=department""",
    ),
    export(
        "Google Contacts",
        """First Name=first_name|Middle Name=first_name|Last Name=last_name|Nickname|File As|
        Organization Name=organisation|Organization Title=job_title|
        Organization Department=department|Birthday|Notes=notes|Labels|E-mail 1 - Label|
        E-mail 1 - Value=email|Phone 1 - Label|Phone 1 - Value=phone""",
    ),
    export(
        "vCard",
        """FN=name|Given name=first_name|Family name=last_name|Email=email|Phone=phone|
        Organisation=organisation|Department=department|Title=job_title|Categories|Note=notes""",
    ),
    export(
        "KDC Desktop",
        """Id=id|Name=name|E-mail=email|Organisation id|Organisation=organisation|Department id|
        Department=department|Sector=sector|Sessions attended|In the file since|Notes=notes|
        Phone=phone|Job title=job_title|Interests=interests|May be contacted=contact_consent|
        May be photographed=photo_consent|Consents""",
    ),
)

_CELLS = {
    "name": ("Aino Laine", "Mikko Virtanen", "Åsa Öberg", "José García Márquez"),
    "first_name": ("Aino", "Mikko", "Åsa", "José"),
    "last_name": ("Laine", "Virtanen", "Öberg", "García Márquez"),
    "email": ("aino@a.example", "mikko@b.example", "asa@c.example", "jose@d.example"),
    "phone": ("+358 40 555 0101", "0405550102", "", "+34 600 555 010"),
    "organisation": ("Harbour Mobility Oy", "City of Helsinki", "Coast University", ""),
    "department": ("Service design", "Urban Environment", "Built Environment", ""),
    "job_title": ("Head of Service Design", "Project manager", "Professor", "Chair"),
    "sector": ("Companies", "City and public", "Academia", "Third sector"),
    "status": ("Attending", "Attending", "Cancelled", "Attending"),
    "notes": ("comes late", "", "", "vegan"),
    "interests": ("Energy", "Parks, Energy", "", ""),
    "contact_consent": ("Yes", "No", "", "Yes"),
    "photo_consent": ("Yes", "No", "", "Yes"),
    "id": ("11", "12", "13", "14"),
}
PEOPLE = 4


def cell(header: str, field: str, person: int) -> str:
    """What a made-up person has in a column; where it holds nothing of ours, what would mislead."""
    if header.startswith(("Middle", "Additional")):
        return ""
    if field:
        return _CELLS[field][person]
    said = header.casefold()
    if "mail" in said:
        return "sirpa@buyer.example"
    if "name" in said or "owner" in said:
        return "Sirpa Sihteeri"
    if "company" in said:
        return "City of Buyers"
    return ("A-1", "B-2", "C-3", "D-4")[person]


def rows_of(columns: Sequence[tuple[str, str]]) -> list[list[str]]:
    """The made-up people under these headers."""
    return [[cell(*column, person) for column in columns] for person in range(PEOPLE)]
