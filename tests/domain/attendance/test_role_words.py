"""Roles in a session are known by their words in ten languages."""

import pytest

from kdc_desktop.domain.attendance.role_words import role_said
from kdc_desktop.domain.attendance.states import AttendanceRole

SAID = {
    AttendanceRole.PARTICIPANT: "Participant; Osallistuja; Deltagare; Deltaker; Deltager; "
    "Teilnehmerin; Deelnemer; Participante; Asistente; Osaleja; attendee",
    AttendanceRole.FACILITATOR: "Facilitator; Fasilitaattori; Facilitatör; Ordstyrer; Moderatorin; "
    "Gespreksleider; Animatrice; Facilitador; Läbiviija",
    AttendanceRole.OBSERVER: "Observer; Tarkkailija; tarkkailija; Observatör; Observatør; "
    "Beobachterin; Waarnemer; Observatrice; Observador; Vaatleja",
    AttendanceRole.STAFF: "Staff; Henkilökunta; Järjestäjä; Personal; Helfer; Personeel; Bénévole; "
    "Organizador; Korraldaja; Volunteer",
}


@pytest.mark.parametrize("role", AttendanceRole)
def test_a_role_is_known_by_its_words(role: AttendanceRole):
    words = SAID[role].split("; ")
    assert {word: role_said(word) for word in words} == dict.fromkeys(words, role)
    assert role_said(role) is role


@pytest.mark.parametrize("text", ["", "CEO", "Head of Service Design", "Product owner", "x"])
def test_a_job_is_no_role_in_a_session(text: str):
    assert role_said(text) is None
