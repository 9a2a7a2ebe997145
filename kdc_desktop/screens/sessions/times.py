"""Times of a session, which are those of its room, where the laptop's clock shows others."""

from kdc_desktop.i18n import _, moment_text, pgettext, zone_text
from kdc_desktop.instants import laptop_zone, name_of
from kdc_desktop.services.sessions.rows import SessionRow


def begins_text(session: SessionRow) -> str:
    """When it begins; with its zone where that is not as late as here."""
    moment = moment_text(session.starts_at)
    if not _is_elsewhere(session):
        return moment
    zone = zone_text(name_of(session.zone))
    return pgettext("moment in a zone", "{moment} ({zone})", moment=moment, zone=zone)


def elsewhere_text(session: SessionRow) -> str:
    """A sentence that its times are not those of the laptop's clock; empty where they are."""
    if not _is_elsewhere(session):
        return ""
    return _("Its times are those of {zone}.", zone=zone_text(name_of(session.zone)))


def _is_elsewhere(session: SessionRow) -> bool:
    return session.planned_start.in_zone(laptop_zone()) != session.starts_at
