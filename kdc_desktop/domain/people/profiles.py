"""The exports of other tools that hold people, one entry each."""

from kdc_desktop.domain.kit.profiles import Profile
from kdc_desktop.domain.people.fields import PersonField
from kdc_desktop.domain.people.standing import Standing

PROFILES = (
    Profile(
        tool="Tito",
        source="a list of tickets exported by Tito",
        known_by=(("Ticket Full Name", "Ticket Email", "Order Reference"),),
        columns={
            PersonField.NAME: ("Ticket Full Name",),
            PersonField.FIRST_NAME: ("Ticket First Name",),
            PersonField.LAST_NAME: ("Ticket Last Name",),
            PersonField.EMAIL: ("Ticket Email",),
            PersonField.ORGANISATION: ("Ticket Company Name",),
            PersonField.PHONE: ("Ticket Phone Number",),
            PersonField.STATUS: ("Void Status",),
        },
        aside=("Number", "Ticket", "Event", "Price", "Tags", "Ticket*", "Order*", "Unique*"),
        says={"Void Status": {"true": Standing.NOT_COMING, "false": Standing.COMING}},
    ),
)
