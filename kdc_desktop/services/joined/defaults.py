"""Everything of a club that may begin otherwise than usual."""

from kdc_desktop.services.polls.defaults import DOTS, SECRECY
from kdc_desktop.services.sessions.defaults import BEGINS, TEMPLATE

EVERY_DEFAULT = (TEMPLATE, BEGINS, SECRECY, DOTS)
