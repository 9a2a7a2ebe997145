"""Headers that say by themselves what a column holds, in ten languages.

A line for each language where it helps: English, Finnish, Swedish, Norwegian and Danish, German,
Dutch, French, Spanish, Estonian. Phrases are parted by commas and compared folded.
"""

from collections.abc import Mapping
from functools import cache

from kdc_desktop.domain.kit.text import fold
from kdc_desktop.domain.people.fields import PersonField
from kdc_desktop.domain.people.saying_words import WHOLE

_SAID: Mapping[PersonField, str] = {
    PersonField.FIRST_NAME: """
        first name, firstname, given, given name, given names, forename, first, christian name,
        attendee first name, participant first name, guest first name, preferred first name,
        etunimi, etunimet, kutsumanimi, etunimesi, osallistujan etunimi,
        förnamn, tilltalsnamn, fornavn, vorname, vornamen, rufname, voornaam, roepnaam,
        prénom, prénoms, eesnimi, primer nombre, nombre de pila
    """,
    PersonField.LAST_NAME: """
        last name, lastname, surname, family, family name, last, attendee last name,
        attendee surname,
        participant last name, guest last name,
        sukunimi, sukunimesi, osallistujan sukunimi, efternamn, etternavn, efternavn, nachname,
        familienname, zuname, achternaam, familienaam, nom de famille, apellido, apellidos,
        primer apellido, segundo apellido, perekonnanimi, perenimi
    """,
    PersonField.NAME: """
        name, full name, fullname, names, participant, participant name, name of participant,
        participants, attendee, attendee name, attendees, guest, guest name, person, people, member,
        member name, delegate, delegate name, contact name, display name, first and last name,
        first name and last name, first name last name, last name first name, surname first name,
        name and surname, name surname,
        participant's full name, attendee full name, who are you,
        nimi, koko nimi, nimesi, nimenne, etu- ja sukunimi, etunimi ja sukunimi, sukunimi ja
        etunimi,
        etunimi sukunimi, sukunimi etunimi, osallistuja, osallistujat, osallistujan nimi, henkilö,
        jäsen, jäsenen nimi, kuka olet,
        namn, fullständigt namn, för- och efternamn, förnamn och efternamn, deltagare,
        deltagarens namn, namnet, vad heter du,
        navn, fullt navn, fulde navn, hele navn, for- og etternavn, for- og efternavn,
        fornavn og etternavn, fornavn og efternavn, deltaker, deltager, deltakerens navn,
        deltagerens navn, hva heter du, hvad hedder du,
        vor- und nachname, vorname und nachname, vorname nachname, name vorname, nachname vorname,
        efternamn förnamn, etternavn fornavn, efternavn fornavn, achternaam voornaam, apellidos
        nombre, apellidos y nombre, perekonnanimi eesnimi, vor- und zuname,
        vollständiger name, teilnehmer, teilnehmerin, teilnehmer in, teilnehmende,
        name des teilnehmers, wie heißt du, wie heißen sie,
        naam, volledige naam, voor- en achternaam, voornaam en achternaam, deelnemer,
        naam deelnemer, naam van de deelnemer, hoe heet je, hoe heet u,
        nom, nom complet, nom et prénom, nom prénom, prénom et nom, prénom nom, participante,
        nom du participant, comment vous appelez vous,
        nombre, nombre completo, nombre y apellido, nombre y apellidos, asistente,
        nombre del participante, cómo te llamas, cómo se llama,
        täisnimi, ees- ja perekonnanimi, eesnimi ja perekonnanimi, osaleja, osaleja nimi
    """,
    PersonField.EMAIL: """
        email, e-mail, mail, emails, email address, e-mail address, mail address, emailaddress,
        work email, work e-mail, business email, primary email, contact email, attendee email,
        attendee e-mail, participant email, guest email, user email, member email, email 1,
        sähköposti, sähköpostiosoite, sähköpostisi, sähköpostiosoitteesi, s-posti, sposti,
        osallistujan sähköposti, meili,
        e-post, epost, e-postadress, epostadress, mejl, mejladress, mailadress,
        e-postadresse, epostadresse, mailadresse, e-mailadresse, e-mail-adresse, emailadresse,
        e-mailadres, emailadres, mailadres, adresse e-mail, adresse mail, adresse électronique,
        adresse de courriel, adresse courriel, courriel, courrier électronique, mél,
        correo, correo electrónico, dirección de correo, dirección de correo electrónico,
        dirección de email, e-posti aadress, e-postiaadress, meiliaadress, meil
    """,
    PersonField.PHONE: """
        phone, phone number, phone no, telephone, telephone number, tel, tel no, mobile,
        mobile number, mobile phone, mobile phone number, cell, cell phone, cell phone number, gsm,
        work phone, business phone, contact number,
        puhelin, puhelinnumero, puhelinnumerosi, puh, puh nro, matkapuhelin, matkapuhelinnumero,
        kännykkä, gsm numero,
        telefon, telefonnummer, telefonnr, mobil, mobilnummer, mobilnr, mobiltelefon, mobilnummer,
        handy, handynummer, rufnummer, telefoon, telefoonnummer, mobiel, mobiel nummer, gsm nummer,
        téléphone, numéro de téléphone, téléphone portable, téléphone mobile, portable, n de
        téléphone,
        teléfono, número de teléfono, teléfono móvil, móvil, telefoninumber, mobiil
    """,
    PersonField.ORGANISATION: """
        organisation, organization, organisation name, organization name, name of organisation,
        name of organization, name of the organisation, name of the organization, company,
        company name, name of company, name of the company, employer, affiliation, institution,
        workplace, place of work, company organisation, company organization, company or
        organisation,
        company or organization, organisation or company, organization or company, org,
        organisation company, represented organisation, attendee company,
        organisaatio, organisaatiosi, organisaation nimi, organisaatio tai yhteisö,
        organisaatio tai yritys, yritys tai organisaatio, yritys, yrityksesi, yrityksen nimi,
        yritys organisaatio, organisaatio yritys, yritys yhteisö, yhteisö, yhteisön nimi,
        työnantaja,
        työnantajasi, työpaikka, taustaorganisaatio, edustamasi organisaatio, edustamani
        organisaatio,
        edustettava organisaatio,
        organisationens namn, företag, företagsnamn, företagets namn, företag organisation,
        organisation företag, företag eller organisation, arbetsgivare, arbetsplats, bolag,
        organisasjon, organisasjonens navn, bedrift, virksomhet, virksomhed, virksomhedens navn,
        firma, firmanavn, arbeidsgiver, arbejdsgiver, arbeidsplass, arbejdsplads,
        unternehmen, unternehmen organisation, firma organisation, firmenname, name der
        organisation,
        name des unternehmens, name der firma, arbeitgeber, einrichtung,
        organisatie, naam organisatie, naam van de organisatie, organisatienaam, bedrijf,
        bedrijfsnaam, naam bedrijf, bedrijf organisatie, werkgever,
        organisme, entreprise, nom de l'organisation, nom de l'organisme, nom de l'entreprise,
        entreprise ou organisation, entreprise organisation, société, nom de la société, employeur,
        établissement, structure,
        organización, nombre de la organización, empresa, nombre de la empresa, entidad,
        institución,
        empresa u organización, empresa organización,
        organisatsioon, organisatsiooni nimi, asutus, asutuse nimi, ettevõte, ettevõtte nimi,
        ettevõte asutus, asutus ettevõte, tööandja, töökoht
    """,
    PersonField.DEPARTMENT: """
        department, dept, department name, osasto, osaston nimi, avdelning, avdeling, afdeling,
        abteilung, departamento, osakond
    """,
    PersonField.SECTOR: """
        sector, stakeholder group, stakeholder type, stakeholder category, stakeholder,
        organisation type, organization type, type of organisation, type of organization,
        sektori, sidosryhmä, sidosryhmäsi, organisaatiotyyppi, organisaation tyyppi, taustataho,
        sektor, intressentgrupp, organisationstyp, typ av organisation, organisasjonstype,
        type organisasjon, interessentgruppe, organisationstype, organisationsart,
        art der organisation, stakeholdergruppe, secteur, type d'organisation, type d'organisme,
        type de structure, tipo de organización, tipo de entidad, organisatietype,
        type organisatie, soort organisatie, sidusrühm, organisatsiooni tüüp
    """,
    PersonField.JOB_TITLE: """
        job title, jobtitle, job, job position, job role, position, your position, occupation,
        profession, designation, work title, function, professional title,
        tehtävänimike, työnimike, nimike, titteli, ammatti, ammattinimike, tehtävä, tehtäväsi,
        asema,
        befattning, yrke, yrkestitel, titel, stilling, stillingstittel, stillingsbetegnelse,
        jobtitel, tittel, funktion, beruf, berufsbezeichnung, stellenbezeichnung, jobbezeichnung,
        functie, functietitel, beroep, fonction, poste, intitulé du poste, intitulé de poste,
        cargo, puesto, ocupación, profesión, amet, ametikoht, ametinimetus, title, titre, título
    """,
    PersonField.ROLE: """
        role, session role, role in session, role in the session, participant role, event role,
        rooli, roolisi, rooli tilaisuudessa, osallistujan rooli, roll, roll i mötet, rolle, rol,
        rôle, papel
    """,
    PersonField.BADGE: """
        badge, badge code, badge number, badge id, badge no, name badge, name badge code,
        nimilappu, nimilapun koodi, nimilapun numero, rintanappi, rintamerkki, namnbricka,
        namnbricksnummer, namnskylt, navneskilt, navneskiltnummer, namensschild, ausweisnummer,
        badgenummer, badgecode, numéro de badge, code du badge, code badge, credencial,
        número de credencial, nimesilt, nimesildi number
    """,
    PersonField.INTERESTS: """
        interests, interest, fields of interest, areas of interest, topics of interest,
        interested in, themes of interest, kiinnostukset, kiinnostuksen kohteet, kiinnostavat
        teemat,
        kiinnostavat aiheet, intressen, intresseområden, interesser, interesseområder,
        interessen, interessensgebiete, interesses, interessegebieden, centres d'intérêt,
        centre d'intérêt, intereses, áreas de interés, huvid, huvivaldkonnad
    """,
    PersonField.NOTES: """
        notes, note, muistiinpanot, muistiinpano, anteckningar, notater, notizen, notities,
        notas, märkmed
    """,
    PersonField.STATUS: """
        status, attendee status, registration status, rsvp, rsvp status, response status, attending,
        are you coming, are you attending, will you come, will you attend, will you be attending,
        coming, approval status, invitation status, booking status, guest status,
        participation status, participant status, attendance status, attendance, your rsvp,
        rsvp response, statut du participant, statut de participation, teilnehmerstatus,
        status des teilnehmers, estado del asistente, estado del participante, deelnemersstatus,
        status deelnemer, deltakerstatus, deltagerstatus, osaleja staatus, osallistujan tila,
        osallistujan status, do you attend, can you come, can you make it,
        tila, tilanne, osallistuminen, osallistumistieto, osallistumistila, reaktio, reaction,
        osallistumisen tila, osallistutko, osallistun, osallistuu,
        tuletko, tuletko paikalle, pääsetkö paikalle, ilmoittautumisen tila, ilmoittautumistila,
        anmälningsstatus, deltar, deltar du, kommer du, deltagande, deltagarstatus, närvaro,
        påmeldingsstatus, deltakelse, tilmeldingsstatus, deltagelse, deltager du, kommer,
        anmeldestatus, anmeldungsstatus, teilnahme, teilnahmestatus, nehmen sie teil, kommst du,
        nimmst du teil, kommen sie, zusage,
        aanmeldstatus, aanmeldingsstatus, deelname, kom je, komt u, aanwezig,
        statut, statut d'inscription, état, participation, participez vous, venez vous,
        serez vous présent, estado, estado de inscripción, asistencia, asistirá, asistirás, vienes,
        staatus, olek, osalemine, kas osaled, osaleb, tuled
    """,
}

_CANCELLED = """
    cancelled at, canceled at, cancelled on, cancelled date, cancellation date, date cancelled,
    declined at, peruutettu, peruutuspäivä, peruttu pvm, peruutusaika, avbokad datum,
    avbokningsdatum, avmeldt dato, afmeldt dato, stornodatum, stornierungsdatum, abgesagt am,
    storniert am, annuleringsdatum, date d'annulation, fecha de cancelación,
    cancelled, canceled, is cancelled, is canceled, void, declined, withdrawn, peruttu, perunut,
    avbokad, avbokat, avmeldt, afmeldt, storniert, abgesagt, geannuleerd, afgemeld, annulé,
    annulée, cancelado, anulado, tühistatud
"""
_PARTS = """
    unit, business unit, division, team, section, service, services, direction, yksikkö, tiimi,
    toimiala, jaos, enhet, förvaltning, sektion, seksjon, enhed, bereich, fachbereich, referat,
    dienst, eenheid, pôle, unidad, área, equipo, üksus, talitus
"""
_GROUPS = """
    category, type, group, participant type, attendee type, segment, background, affiliation,
    representing, represents, you are, vous êtes, sie sind, du är, olen, je bent, i represent, i
    come as, i am, you represent, who do you represent,
    ryhmä, kategoria, taho, tausta, edustan, edustaa, edustat, ketä edustat, mitä tahoa edustat,
    kategori, grupp, jag representerar, jag kommer som, representerar, vem representerar du,
    gruppe, kategorie, ich vertrete, ich komme als, vertretung, jeg representerer,
    jeg repræsenterer, jeg kommer som, groep, categorie, ik vertegenwoordig, ik kom als,
    groupe, catégorie, je représente, je viens en tant que, grupo, categoría, represento a,
    represento, vengo como, esindan, rühm, kategooria, osalen kui
"""


_LAST_FIRST = """
    last name first name, surname first name, sukunimi etunimi, sukunimi ja etunimi,
    nachname vorname, name vorname, efternamn förnamn, etternavn fornavn, efternavn fornavn,
    achternaam voornaam, nom prénom, apellidos nombre, apellidos y nombre, perekonnanimi eesnimi
"""
_OF_PEOPLE = """
    person, people, participant, participants, attendee, attendees, guest, guests, member, members,
    henkilö, osallistuja, osallistujan, jäsen, jäsenen, deltagare, deltagarens, deltaker, deltager,
    teilnehmer, teilnehmende, mitglied, deelnemer, lid, membre, participante, asistente, osaleja
"""
_OF_ORGANISATIONS = """
    organisation, organization, company, organisaatio, organisaation, yritys, yrityksen,
    organisationens, företag, organisasjon, unternehmen, organisatie, organisme, organización
"""


def phrases(text: str) -> frozenset[str]:
    """The phrases of a text that are parted by commas, folded."""
    return frozenset(fold(phrase) for phrase in text.split(",")) - {""}


@cache
def whole_headers() -> Mapping[str, PersonField]:
    """What a header says that is one of these phrases and nothing else; the first field counts."""
    found: dict[str, PersonField] = {}
    for field, text in (*_SAID.items(), *WHOLE.items()):
        for phrase in phrases(text):
            found.setdefault(phrase, field)
    return found


@cache
def last_first_headers() -> frozenset[str]:
    """Headers of whole names that begin with the name of the family."""
    return phrases(_LAST_FIRST)


def said_of_people(header: str) -> str:
    """A folded header without the word of the group that it stands in: “Person First name”."""
    group, _, rest = header.partition(" ")
    said = whole_headers().get(rest)
    if header in whole_headers() or said is None:
        return header
    department = said is PersonField.DEPARTMENT and group in phrases(_OF_ORGANISATIONS)
    return rest if department or group in phrases(_OF_PEOPLE) else header


@cache
def cancelled_headers() -> frozenset[str]:
    """Headers of columns that say yes of those who are not coming."""
    return phrases(_CANCELLED)


@cache
def part_headers() -> frozenset[str]:
    """Headers of departments where there is an organisation beside them."""
    return phrases(_PARTS)


@cache
def group_headers() -> frozenset[str]:
    """Headers of sectors where the cells are sectors."""
    return phrases(_GROUPS)
