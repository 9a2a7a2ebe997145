"""Whether somebody on a list is coming, in the words of ten languages and of other tools."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache

from kdc_desktop.domain.kit.text import fold


class Standing(StrEnum):
    """Whether somebody on a list is coming, as far as the list says."""

    COMING = "coming"
    NOT_COMING = "not_coming"
    UNSURE = "unsure"


# English, Finnish, Swedish, Norwegian and Danish, German, Dutch, French, Spanish, Estonian.
_SAID: Mapping[Standing, str] = {
    Standing.NOT_COMING: """
        no, not attending, not coming, not going, will not attend, won't attend, can't attend,
        can't go, cannot go, cannot come,
        cannot attend, can't come, can't make it, unable to attend, i can't come, i am not coming,
        cancelled, canceled, cancelled by attendee, cancelled by organizer, cancellation, cancel,
        declined, decline, declined invitation, denied, rejected, not approved, disapproved, void,
        voided, refunded, refunded canceled, refund, fully refunded, withdrawn, withdrew, deleted,
        removed, unregistered, deregistered, regret, regrets, no rsvp, expired, transferred away,
        unsubscribed, blocked, spam, dropped out, resigned, invalid,
        ei, en osallistu, ei osallistu, en tule, ei tule, en pääse, ei pääse, perunut, peruttu,
        peruutettu, peruuttanut, peruin, perui osallistumisen, peruutus, hylätty, estynyt,
        poistettu,
        mitätöity, palautettu, hyvitetty, ei tulossa,
        nej, deltar inte, deltar ej, kommer inte, kommer ej, avbokad, avbokat, avbokade, avanmäld,
        avböjd, avböjt, tackat nej, avslagen, förhindrad, återbetald, borttagen, makulerad, struken,
        inställd, nei, deltar ikke, deltager ikke, kommer ikke, avmeldt, afmeldt, avlyst, aflyst,
        avslått, afslået, avbestilt, annullert, annulleret, kansellert, refundert, refunderet,
        takket nei, takket nej, slettet, forhindret, forfall,
        nein, nimmt nicht teil, nicht teilnehmend, ich nehme nicht teil, kommt nicht, ich komme
        nicht, abgesagt,
        absage,
        storniert, stornierung, abgemeldet, abgelehnt, zurückgezogen, erstattet, verhindert,
        ungültig,
        gelöscht,
        nee, komt niet, ik kom niet, neemt niet deel, afgemeld, geannuleerd, afgewezen, geweigerd,
        teruggetrokken, terugbetaald, verhinderd, verwijderd, ongeldig,
        non, ne participe pas, ne vient pas, je ne viens pas, je ne participe pas, absent, absente,
        annulé, annulée, décliné, déclinée, refusé, refusée, désisté, désistée, remboursé,
        remboursée,
        désinscrit, désinscrite, empêché, empêchée, supprimé, invalide,
        no asiste, no asistirá, no asistiré, no vendrá, no viene, no participa, cancelado,
        cancelada,
        anulado, anulada, rechazado, rechazada, declinado, reembolsado, reembolsada, baja,
        dado de baja, retirado, retirada, eliminado,
        ei osale, ei tule, ei saa tulla, tühistatud, tühistas, loobunud, loobus, keeldunud, keeldus,
        tagastatud, kustutatud
    """,
    Standing.UNSURE: """
        maybe, perhaps, tentative, unsure, not sure, don't know yet, undecided, interested,
        waitlist,
        waitlisted, wait list, waiting list, on waitlist, on waiting list, waiting, standby,
        pending,
        pending approval, awaiting approval, awaiting reply, awaiting response, requested, invited,
        not responded, no response, no reaction, ei reaktiota, no reply, unanswered, not yet
        answered, needs action, on hold,
        in review, incomplete, abandoned, started, no show, no-show, did not attend, absent without
        notice, didn't attend, registered and approved did not attend, partially refunded, unpaid,
        ehkä, mahdollisesti, en tiedä vielä, epävarma, jonossa, jonotuslistalla, varasijalla,
        varasija, odottaa, odottaa hyväksyntää, odottaa vahvistusta, kutsuttu, ei vastannut,
        ei vastausta, vastaamatta, ei saapunut, kesken,
        kanske, vet inte, vet ej, osäker, väntelista, på väntelista, reserv, reservplats, väntar,
        inbjuden, ej svarat, inte svarat, uteblev,
        kanskje, måske, vet ikke, ved ikke, usikker, venteliste, på venteliste, venter, avventer,
        afventer, invitert, inviteret, ikke svart, ikke svaret, møtte ikke, udeblev,
        vielleicht, unsicher, weiß nicht, warteliste, auf der warteliste, auf warteliste, wartend,
        ausstehend, offen, eingeladen, keine antwort, nicht erschienen, unter vorbehalt,
        misschien, weet niet, onzeker, wachtlijst, op wachtlijst, op de wachtlijst, in afwachting,
        uitgenodigd, geen antwoord, niet verschenen,
        peut être, incertain, ne sait pas, liste d'attente, en liste d'attente, sur liste d'attente,
        en attente, à confirmer, invité, invitée, pas de réponse, sans réponse,
        quizás, quizá, tal vez, no sé, en lista de espera, lista de espera, en espera, pendiente,
        por confirmar, invitado, invitada, sin respuesta, no se presentó,
        võib olla, ei tea, ootel, ootenimekirjas, kutsutud, vastamata, ei ilmunud
    """,
    Standing.COMING: """
        yes, attending, coming, going, will attend, accepted, accept, approved, confirmed,
        registered,
        attended, checked in, present, valid, active, i'm coming, i am coming, i will come, joined,
        kyllä, osallistun, osallistuu, tulen, tulee, tulossa, vahvistettu, ilmoittautunut,
        hyväksytty,
        osallistui, paikalla, saapunut,
        ja, deltar, kommer, jag kommer, bekräftad, anmäld, godkänd, närvarande, incheckad,
        deltager, påmeldt, tilmeldt, bekreftet, bekræftet, godkjent, godkendt, til stede,
        nimmt teil, teilnehmend, ich nehme teil, kommt, ich komme, zugesagt, zusage, bestätigt,
        angemeldet,
        genehmigt, anwesend, dabei,
        komt, ik kom, neemt deel, bevestigd, aangemeld, goedgekeurd, aanwezig, ingeschreven,
        oui, participe, participant, participante, vient, je viens, je participe, confirmé,
        confirmée, inscrit, inscrite,
        présent, présente, accepté, acceptée, approuvé, validé, validée,
        sí, si, asiste, asistirá, asistiré, viene, participa, confirmado, confirmada, inscrito,
        inscrita, aceptado, aceptada, aprobado, aprobada, registrado, registrada,
        jah, osaleb, osalen, tuleb, kinnitatud, registreeritud, registreerunud, kohal
    """,
}


@cache
def _standings() -> Mapping[str, Standing]:
    return {
        fold(phrase): standing for standing, text in _SAID.items() for phrase in text.split(",")
    }


def standing_said(words: str) -> Standing | None:
    """What the words of a status column say; None where they say nothing of who comes.

    Where the whole says nothing, what stands before a comma, a dash or a bracket is asked, so that
    “No, I am away” is heard.
    """
    known = _standings().get(fold(words))
    if known is None:
        known = _standings().get(fold(_first_part(words)))
    return known


def _first_part(words: str) -> str:
    for mark in (",", ";", "(", " - ", " – ", ".", ":", "!"):
        words = words.partition(mark)[0]
    return words
