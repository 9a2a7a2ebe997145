"""Whether somebody on a list is coming, in the words of ten languages and of other tools."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import cache
from unicodedata import category

from kdc_desktop.domain.kit.text import fold
from kdc_desktop.domain.people.yes_no import yes_or_no


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
        tagastatud, kustutatud,
        no thanks, not able to, ill, sick, perui, peruutti, sairas, sairastunut, sairaana, estynyt,
        en voi, ei voi, en kykene, ei mahdu, ei tuu, sjuk, kan inte, kan ej, har förhinder, syk,
        syg, kan ikke, krank, erkrankt, kann nicht, ich kann nicht, ich kann leider nicht, ziek,
        kan niet, ik kan niet, malade, je ne peux pas, je ne pourrai pas, je ne serai pas, ne peut
        pas, ne pourra pas, ne sera pas, enfermo, enferma, no puedo, no podré, no puede, no podrá,
        haige, haigestunud, ei saa, ei pääse, ei jõua
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
        võib olla, ei tea, ootel, ootenimekirjas, kutsutud, vastamata, ei ilmunud,
        not yet, no answer, no idea, ei vielä, en vielä, en tiedä, en ole varma, ännu inte, inte än,
        vet ännu inte, ikke ennå, endnu ikke, ikke endnu, noch nicht, ich weiß nicht, weiß noch
        nicht, nog niet, pas encore, je ne sais pas, aún no, todavía no, no lo sé, veel mitte
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
        jah, osaleb, osalen, tuleb, kinnitatud, registreeritud, registreerunud, kohal,
        in person, on site, onsite, online, remote, remotely, virtually, paikan päällä, etänä,
        etäyhteydellä, lähi, etä, på plats, på distans, digitalt, fysiskt, fysisk, vor ort, op
        locatie, sur place, à distance, en ligne, presencial, en línea, kohapeal, veebis
    """,
}


# Bought or sent, which says nothing of who comes.
_SILENT = """
    paid, completed, complete, free, free order, complimentary, maksettu, betald, betalt, bezahlt,
    betaald, payé, payée, pagado, pagada, makstud
"""
_REGRETS = """
    valitettavasti tyvarr desverre beklager desvaerre leider helaas desole desolee
    malheureusement lamentablemente lastima kahjuks sadly unfortunately sorry regrettably afraid
"""
_DENIALS = "not inte ej ikke nicht niet pas en ei mitte"
_BARE = "no ei nej nei nein nee non"
_MAYBES = "maybe perhaps ehka kanske kanskje maske vielleicht misschien peut quizas quiza voib"
_LONGEST = 6  # words of a phrase


@cache
def _standings() -> Mapping[str, Standing]:
    return {
        fold(phrase): standing for standing, text in _SAID.items() for phrase in text.split(",")
    }


@cache
def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def standing_said(words: str) -> Standing | None:
    """What the words of a status column say; None where they say nothing of who comes.

    Where the whole says nothing, its beginning is asked, without words of regret: so “No, I am
    away”, “Tyvärr inte” and “Cancelled 2.11.” are heard. A tick or an “x” says yes.
    """
    known = _standings().get(fold(words)) or _begun(_first_part(words)) or _begun(words)
    if known is Standing.COMING:
        return _taken_back(words) or known
    if known is not None:
        return known
    answer = yes_or_no(words)
    return {"yes": Standing.COMING, "no": Standing.NOT_COMING}.get(answer)


def says_nothing_of_it(words: str) -> bool:
    """Whether words are known to say nothing of who comes: “paid”, or a bare number."""
    bought = fold(words) in {fold(one) for one in _SILENT.split(",")}
    signs = any(sign.isalpha() or category(sign) == "So" for sign in words)
    return bought or not ("?" in words or signs)


def _begun(words: str) -> Standing | None:
    """What the longest phrase says that words begin with; what denies it behind that counts."""
    said = [word for word in fold(words).split() if word not in _words(_REGRETS)]
    if len(said) == 1 and said[0] in _words(_DENIALS):
        return Standing.NOT_COMING
    for length in range(min(_LONGEST, len(said)), 0, -1):
        known = _standings().get(" ".join(said[:length]))
        if known is Standing.COMING:
            return _behind(said[length:])
        if known is not None:
            return known
    return None


def _behind(rest: Sequence[str]) -> Standing:
    if not _words(_MAYBES).isdisjoint(rest):
        return Standing.UNSURE
    return Standing.COMING if _words(_DENIALS).isdisjoint(rest) else Standing.NOT_COMING


def _taken_back(words: str) -> Standing | None:
    """What is said behind a yes: “Registered, cannot come”, “Confirmed then cancelled”.

    What ends in it is not coming; where more follows, it is asked about. A bare “no” behind a yes
    may be of something else: “Yes, no allergies”.
    """
    said = fold(words).split()
    for place in range(1, len(said)):
        for length in range(min(_LONGEST, len(said) - place), 0, -1):
            phrase = " ".join(said[place : place + length])
            known = _standings().get(phrase)
            if known is Standing.NOT_COMING and phrase not in _words(_BARE):
                return known if place + length == len(said) else Standing.UNSURE
            if known is Standing.UNSURE and (length > 1 or phrase in _words(_MAYBES)):
                return known
            if known is not None:
                break
    return None


def _first_part(words: str) -> str:
    for mark in (",", ";", "(", " - ", " – ", ".", ":", "!"):
        words = words.partition(mark)[0]
    return words
