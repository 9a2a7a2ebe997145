"""What ticketing and registration tools export."""

from kdc_desktop.domain.people.fields import PersonField, PersonProfile
from kdc_desktop.domain.people.standing import Standing

_GONE = {"yes": Standing.NOT_COMING, "true": Standing.NOT_COMING, "no": Standing.COMING}
_GONE |= {"false": Standing.COMING, "": Standing.COMING}
_EVENTBRITE = PersonProfile(
    tool="Eventbrite",
    source="attendee reports of 2012, 2024 and 2025 and the orders report of 2026 in public"
    " repositories; statuses: Eventbrite's glossary of order and attendee statuses",
    known_by=(
        ("Order #", "Attendee #", "Ticket Type", "Email"),
        ("Order #", "Ticket Type", "Attendee Status", "Email"),
        ("Order no.", "Ticket Type", "Attendee Status", "Email"),
        ("Order No.", "Ticket Type", "Order Type", "Email"),
        ("Order ID", "Attendee first name", "Attendee last name", "Attendee email"),
        ("Order ID", "Ticket type", "Attendee Status"),
    ),
    columns={
        PersonField.FIRST_NAME: ("First Name", "Attendee first name", "Attendee First Name"),
        PersonField.LAST_NAME: ("Last Name", "Surname", "Attendee last name", "Attendee Surname"),
        PersonField.EMAIL: ("Email", "Email Address", "Attendee email"),
        PersonField.PHONE: (
            "Phone number",
            "Cell Phone",
            "Mobile Phone",
            "Work Phone",
            "Home Phone",
        ),
        PersonField.ORGANISATION: ("Company", "Company / Organization", "Company / Organisation"),
        PersonField.DEPARTMENT: ("Department",),
        PersonField.JOB_TITLE: ("Job Title",),
        PersonField.STATUS: ("Attendee Status",),
    },
    aside=(
        *("Order*", "Order", "Buyer*", "Purchaser*", "Event*", "Ticket*", "Attendee*", "Seating*"),
        *("Quantity", "Price Tier", "Price*", "Group", "Currency", "Total Paid", "Fees Paid"),
        *(
            "Eventbrite*",
            "Tax Paid",
            "Payment*",
            "Barcode*",
            "Barcode",
            "Check-In*",
            "Date Attending",
        ),
        *(
            "Device Name",
            "Discount",
            "Promo Code",
            "Affiliate",
            "Delivery Method",
            "Organizer Name",
        ),
        *(
            "Home*",
            "Work*",
            "Billing*",
            "Shipping*",
            "Prefix",
            "Suffix",
            "Gender",
            "Age",
            "Birth Date",
        ),
        *("Website", "Blog", "Notes", "Venue*", "Team", "Guestlist*", "IP Location", "Ticket"),
    ),
    says={
        "Attendee Status": {
            "Attending": Standing.COMING,
            "Checked In": Standing.COMING,
            "Not Attending": Standing.NOT_COMING,
            "Deleted": Standing.NOT_COMING,
            "Refunded": Standing.NOT_COMING,
            "Canceled": Standing.NOT_COMING,
            "Transferred": Standing.NOT_COMING,
            "Unpaid": Standing.UNSURE,
        }
    },
)
_EVENTBRITE_ORDERS = PersonProfile(
    tool="Eventbrite",
    source="orders report of 2026 in public repositories; it names buyers only",
    known_by=(("Order ID", "Buyer first name", "Buyer last name", "Buyer email", "Net sales"),),
    columns={
        PersonField.FIRST_NAME: ("Buyer first name",),
        PersonField.LAST_NAME: ("Buyer last name",),
        PersonField.EMAIL: ("Buyer email",),
        PersonField.PHONE: ("Phone number",),
        PersonField.STATUS: ("Order status",),
    },
    aside=("Order*", "Event*", "Ticket*", "Net sales", "Gross sales", "Currency", "Payment*"),
)
_TITO = PersonProfile(
    tool="Tito",
    source="lists of tickets in public repositories",
    known_by=(
        ("Ticket Full Name", "Ticket Email"),
        ("Ticket First Name", "Ticket Last Name", "Ticket Email", "Ticket Reference"),
    ),
    columns={
        PersonField.NAME: ("Ticket Full Name",),
        PersonField.FIRST_NAME: ("Ticket First Name",),
        PersonField.LAST_NAME: ("Ticket Last Name",),
        PersonField.EMAIL: ("Ticket Email",),
        PersonField.ORGANISATION: ("Ticket Company Name",),
        PersonField.JOB_TITLE: ("Ticket Job Title",),
        PersonField.PHONE: ("Ticket Phone Number",),
        PersonField.STATUS: ("Void Status",),
    },
    aside=(
        *("Number", "Ticket", "Event", "Price", "Tags", "Ticket*", "Order*", "Unique*"),
        *("Payment Reference", "Discount*", "Price*", "VAT*"),
    ),
    says={"Void Status": {**_GONE, "void": Standing.NOT_COMING, "voided": Standing.NOT_COMING}},
)
_PRETIX_ASIDE = (
    *("Order*", "Event slug", "Position ID", "Email", "Phone number", "Product", "Variation"),
    *("Price", "Tax*", "Attendee name*", "Address*", "Address", "ZIP code*", "ZIP code", "City"),
    *("City*", "Country*", "Country", "State", "State*", "Voucher*", "Voucher", "Seat*", "Secret"),
    *("Pseudonymization ID", "Company*", "Invoice address*", "Sales channel", "VAT ID", "Paid"),
    *("E-mail address verified", "Payment providers", "Checked*", "Automatically checked in"),
    *("Requires special attention", "Comment", "Date", "Start date", "End date", "Ticket secret"),
    *("Follow-up date", "Invoice*", "Bestellnummer", "Produkt", "Variante", "Preis", "E-Mail"),
    *("Adresse", "Postleitzahl", "Ort", "Land", "Gutschein", "Gutscheincode", "Bestelldatum"),
    *("Bezahlt", "Firma*", "Telefonnummer", "Eingecheckt", "Ausgecheckt", "Sitz*", "Kommentar"),
    *("Position", "Kurzname der Veranstaltung", "Bestelluhrzeit", "Bestellsprache", "Steuersatz"),
    *("Steuerregel", "Steuer", "Termin", "Bundesstaat", "Pseudonyme ID", "Sitzplatz-ID"),
    *("Sitzplatz", "Sitzbezeichnung", "Sitzbereich", "Sitzreihe", "Bestellkommentar"),
    *("Rechnungsadresse*", "Rechnungsnummern", "Verkaufskanal", "Zahlungsmethoden"),
    *("USt-ID-Nr.", "E-Mail-Adresse verifiziert", "Datum zur Wiedervorlage", "Beginn", "Ende"),
    "Benötigt besondere Behandlung",
)
_PRETIX_NAMES = {
    PersonField.NAME: ("Attendee name", "Name des Teilnehmers", "Name Teilnehmer*in"),
    PersonField.FIRST_NAME: (
        *("Attendee name: Given name", "Attendee name: First name"),
        *("Name Teilnehmer*in: Vorname", "Name des Teilnehmers: Vorname"),
    ),
    PersonField.LAST_NAME: (
        *("Attendee name: Family name", "Attendee name: Last name"),
        *("Name Teilnehmer*in: Nachname", "Name des Teilnehmers: Nachname"),
    ),
}
_PRETIX = PersonProfile(
    tool="pretix",
    source="src/pretix/base/exporters/orderlist.py of pretix, and for German its"
    " src/pretix/locale/de/LC_MESSAGES/django.po of 2020 (“Name des Teilnehmers”) and since (“Name"
    " Teilnehmer*in”); its “Email” is the buyer's",
    known_by=(
        ("Order code", "Attendee name", "Product"),
        ("Order code", "Attendee email", "Product"),
        ("Order code", "Position ID", "Attendee name"),
        ("Bestellnummer", "Name des Teilnehmers", "Produkt"),
        ("Bestellnummer", "Name Teilnehmer*in", "Produkt"),
        ("Bestellnummer", "E-Mail Teilnehmer*in", "Produkt"),
    ),
    columns={
        **_PRETIX_NAMES,
        PersonField.EMAIL: ("Attendee email", "Teilnehmer-E-Mail", "E-Mail Teilnehmer*in"),
        PersonField.ORGANISATION: ("Company", "Firma", "Unternehmen"),
        PersonField.STATUS: ("Status", "Canceled", "Cancelled", "Storniert"),
    },
    aside=_PRETIX_ASIDE,
    says={
        "Canceled": _GONE,
        "Cancelled": _GONE,
        "Storniert": {"ja": Standing.NOT_COMING, "nein": Standing.COMING},
        "Status": {
            "paid": Standing.COMING,
            "completed": Standing.COMING,
            "confirmed": Standing.COMING,
            "canceled": Standing.NOT_COMING,
            "expired": Standing.NOT_COMING,
            "canceled paid fee": Standing.NOT_COMING,
            "pending": Standing.UNSURE,
            "approval pending": Standing.UNSURE,
            "pending overdue": Standing.UNSURE,
            "bezahlt": Standing.COMING,
            "storniert": Standing.NOT_COMING,
            "abgelaufen": Standing.NOT_COMING,
            "ausstehend": Standing.UNSURE,
        },
    },
)
_PRETIX_CHECK_IN = PersonProfile(
    tool="pretix",
    source="src/pretix/plugins/checkinlists/exporters.py of pretix; its “E-mail” is the guest's",
    known_by=(
        ("Order code", "Attendee name", "Checked in"),
        ("Bestellnummer", "Name des Teilnehmers", "Eingecheckt"),
        ("Bestellnummer", "Name Teilnehmer*in", "Eingecheckt"),
    ),
    columns={
        **_PRETIX_NAMES,
        PersonField.EMAIL: ("E-mail", "E-Mail"),
        PersonField.ORGANISATION: ("Company", "Firma", "Unternehmen"),
    },
    aside=_PRETIX_ASIDE,
)
TICKETS = (_EVENTBRITE, _EVENTBRITE_ORDERS, _TITO, _PRETIX_CHECK_IN, _PRETIX)
