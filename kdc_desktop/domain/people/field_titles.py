"""What the fields of a list of people are called."""

from collections.abc import Mapping

from kdc_desktop.domain.people.fields import PersonField
from kdc_desktop.i18n import Text, lazy, plazy

FIELD_TITLES: Mapping[PersonField, Text] = {
    PersonField.NAME: lazy("Name"),
    PersonField.FIRST_NAME: lazy("First name"),
    PersonField.LAST_NAME: lazy("Last name"),
    PersonField.EMAIL: lazy("E-mail"),
    PersonField.PHONE: lazy("Phone"),
    PersonField.ORGANISATION: lazy("Organisation"),
    PersonField.DEPARTMENT: lazy("Department"),
    PersonField.SECTOR: lazy("Sector"),
    PersonField.JOB_TITLE: lazy("Job title"),
    PersonField.ROLE: lazy("Role"),
    PersonField.BADGE: lazy("Badge code"),
    PersonField.INTERESTS: lazy("Interested in"),
    PersonField.OFFERS: plazy("what somebody has to give", "Offers"),
    PersonField.NEEDS: plazy("what somebody looks for", "Needs"),
    PersonField.CONTACT_CONSENT: lazy("May be contacted"),
    PersonField.PHOTO_CONSENT: lazy("May be photographed"),
    PersonField.STATUS: lazy("Coming or not"),
    PersonField.NOTES: lazy("Notes"),
    PersonField.ID: lazy("Person id"),
}
