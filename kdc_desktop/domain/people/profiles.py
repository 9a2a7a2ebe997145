"""The exports of other tools that hold people; CONTRIBUTING.md says how one is added."""

from kdc_desktop.domain.people.profiles_contacts import CONTACTS
from kdc_desktop.domain.people.profiles_forms import FORMS
from kdc_desktop.domain.people.profiles_meetings import MEETINGS
from kdc_desktop.domain.people.profiles_registrations import REGISTRATIONS
from kdc_desktop.domain.people.profiles_tickets import TICKETS

PROFILES = (*TICKETS, *REGISTRATIONS, *FORMS, *MEETINGS, *CONTACTS)
