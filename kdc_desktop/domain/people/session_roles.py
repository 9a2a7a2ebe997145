"""What people are called in a session, in ten languages."""

from collections.abc import Mapping
from functools import cache

from kdc_desktop.domain.kit.text import fold

PARTICIPANT, FACILITATOR, OBSERVER, STAFF = "participant", "facilitator", "observer", "staff"
_SAID: Mapping[str, str] = {
    PARTICIPANT: """
        participant, participants, attendee, attendees, delegate, voting participant,
        osallistuja, osallistujat, osanottaja, edustaja, äänivaltainen osallistuja,
        deltagare, delegat, deltaker, deltager, deltagende, teilnehmer, teilnehmerin, teilnehmende,
        teilnehmer in, delegierte, delegierter, deelnemer, deelneemster, afgevaardigde,
        participante, délégué, déléguée, asistente, delegado, delegada, osaleja
    """,
    FACILITATOR: """
        facilitator, facilitators, co-facilitator, moderator, chair, chairperson, session chair,
        fasilitaattori, fasilitoija, moderaattori, vetäjä, puheenjohtaja, tilaisuuden vetäjä,
        juontaja, facilitatör, processledare, samtalsledare, mötesledare, ordförande, fasilitator,
        prosessleder, møteleder, ordstyrer, moderatorin, facilitatorin, prozessbegleiter,
        prozessbegleitung, moderation, facilitation, gespreksleider, procesbegeleider, begeleider,
        facilitateur, facilitatrice, animateur, animatrice, modérateur, modératrice,
        facilitador, facilitadora, moderador, moderadora, läbiviija, juhendaja, moderaator,
        fasilitaator
    """,
    OBSERVER: """
        observer, observers, non-voting, non voting observer, non-voting participant,
        tarkkailija, tarkkailijat, sivustaseuraaja, havainnoija, seuraaja,
        observatör, observatörer, åhörare, observatør, tilhører, tilhører uten stemmerett,
        beobachter, beobachterin, beobachtende, beobachter in, zuhörer, zuhörerin,
        waarnemer, toehoorder, observateur, observatrice, auditeur, auditrice,
        observador, observadora, oyente, vaatleja, kuulaja
    """,
    STAFF: """
        staff, crew, volunteer, volunteers, organiser, organizer, organisers, organizers, host team,
        event staff, helper, henkilökunta, henkilöstö, järjestäjä, järjestäjät, talkoolainen,
        avustaja, vapaaehtoinen, personal, arrangör, funktionär, volontär, arrangør, stab,
        frivillig, helfer, helferin, organisator, organisatorin, organisationsteam, mitarbeitende,
        personeel, medewerking, vrijwilliger, organisatie, équipe, organisateur, organisatrice,
        bénévole, équipe d'organisation, organizador, organizadora, voluntario, voluntaria,
        personal de apoyo, korraldaja, meeskond, vabatahtlik, abiline
    """,
}


@cache
def _roles() -> Mapping[str, str]:
    return {fold(word): role for role, text in _SAID.items() for word in text.split(",")}


def session_role(text: str) -> str:
    """The role in a session that a cell names and nothing else, as one of the four words of this
    file; "" where it names none."""
    return _roles().get(fold(text.strip("; ")), "")
