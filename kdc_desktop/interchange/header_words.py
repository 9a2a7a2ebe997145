"""The words that columns are called by, in ten languages: whether a cell speaks like a header.

What a column means is asked elsewhere; here it only matters that nobody is called so.
"""

import re
from functools import lru_cache

from kdc_desktop.interchange.cell_kinds import words_of

_TELLING = words_of(
    """
    name names firstname lastname surname forename fullname nickname email emails mail address
    phone mobile telephone tel status timestamp id ids number date time created updated
    completed started join leave duration attended registered registration registrants approval
    order reference barcode title job position department notes note comment comments remarks
    consent photo photos dietary allergies allergy gender age language zip postcode postal
    street question answer response score url link labels due archived description idea ideas
    proposal proposals suggestion suggestions theme topic cluster author votes tags viewers
    users login salutation prefix suffix birthday website webinar minutes badge sector role
    interests stance respondent collector ip supports body text texts scope published headline
    who participants attendees guests people delegates invitees members persons

    nimi nimet etunimi etunimet sukunimi kokonimi sähköposti sähköpostiosoite puhelin
    puhelinnumero matkapuhelin organisaatio työnantaja osasto yksikkö titteli ammattinimike
    rooli tehtävä tehtävänimike asema sektori tila huomiot huomautukset huomautus lisätiedot
    lisätieto kommentti kommentit aikaleima päivämäärä pvm osallistujat osallistuja
    osallistuminen ilmoittautuneet ilmoittautuminen ilmoittautumiset vieraat kutsutut jäsenet
    henkilöt ruokavalio erityisruokavalio allergiat suostumus lupa osoite paikkakunta
    postinumero kieli ikä aika kesto paikka sukupuoli teema aihe ideat ehdotus ehdotukset kuvaus
    otsikko tekijä tunnus vastaus kysymys

    namn förnamn efternamn epost epostadress mejl telefon telefonnummer mobil mobilnummer
    arbetsgivare avdelning enhet titel roll befattning sektor anmärkning anmärkningar
    anteckningar kommentar kommentarer tidsstämpel datum deltagare gäster medlemmar personer
    allergier specialkost samtycke adress postnummer språk ålder kön tema ämne idé idéer förslag
    beskrivning rubrik författare svar fråga anmälda

    navn fornavn etternavn efternavn epostadresse mailadresse arbeidsgiver arbejdsgiver avdeling
    afdeling tittel rolle stilling merknad merknader bemærkninger notater noter dato tidspunkt
    deltaker deltakere deltager gjester medlemmer påmeldte tilmeldte samtykke adresse sprog
    alder kjønn tidsstempel forslag beskrivelse overskrift forfatter

    vorname vornamen nachname familienname emailadresse telefonnummer handy handynummer
    mobilnummer arbeitgeber abteilung anrede rolle funktion stelle bemerkung bemerkungen notiz
    notizen anmerkung anmerkungen zeitstempel teilnehmer teilnehmende teilnehmerin
    teilnehmerinnen gäste mitglieder personen angemeldete einwilligung zustimmung straße strasse
    plz sprache geschlecht thema idee ideen vorschlag vorschläge beschreibung antwort frage
    kommentare

    naam namen voornaam achternaam tussenvoegsel emailadres telefoon telefoonnummer mobiel
    werkgever afdeling functie rol opmerking opmerkingen notities tijdstempel deelnemer
    deelnemers gasten leden aanwezigen toestemming adres straat woonplaats taal leeftijd
    geslacht onderwerp ideeën voorstel omschrijving aanmelding

    nom noms prénom prénoms courriel courriels téléphone portable employeur fonction poste titre
    rôle statut remarque remarques commentaire commentaires horodateur participants
    participantes invités inscrits membres consentement rue langue âge sexe thème sujet idée
    idées réponse civilité secteur

    nombre nombres apellido apellidos correo correos teléfono móvil cargo puesto función
    observaciones notas comentario comentarios fecha hora asistentes invitados inscritos
    miembros consentimiento dirección calle idioma edad propuesta propuestas descripción
    respuesta

    eesnimi perekonnanimi perenimi täisnimi meil aadress telefoninumber mobiil osakond ametikoht
    amet roll olek staatus märkus märkused kommentaar kommentaarid ajatempel kuupäev osaleja
    osalejad külalised liikmed nõusolek postiindeks keel vanus sugu ideed ettepanek ettepanekud
    kirjeldus registreerunud
    """
)
"""Words that stand above columns and in nobody's cell."""

_ALSO_VALUES = words_of(
    """
    company organisation organization group city university association team event country state
    type category participant attendee guest member person delegate speaker host user customer
    employer institution affiliation ticket list card board session region stakeholder meeting
    yritys ryhmä kaupunki maa kategoria tapahtuma tyyppi vieras jäsen henkilö företag grupp stad
    ort land kategori gäst medlem bedrift virksomhed firma organisasjon gruppe by sted gæst
    gjest kommune unternehmen verein stadt ort kategorie gast mitglied einrichtung bedrijf
    organisatie groep plaats stad categorie gemeente société entreprise organisme groupe ville
    pays catégorie invité membre service département empresa compañía organización grupo ciudad
    país categoría invitado miembro estado departamento participante ettevõte asutus
    organisatsioon rühm linn riik kategooria külaline liige
    """
)
"""Words that stand above columns, and in cells too: “Company” is a sector."""

_BESIDE = words_of(
    """
    of the your you a an and or for to in at from by my our is are first last full given family
    middle original home work other main primary secondary business display actual total unique
    count new contact details info information preferred value label code real what which how
    many koko oma sinun tai ja etu suku din ditt för och eller fullständigt helt hela fullt
    fulde dit av af og eller ihre ihr dein und oder vollständiger vollständige der die das des
    uw je jouw en of volledige volledig de het van complet complète votre ou et du de la le les
    des postal postale code électronique adresse numéro completo su y o del el electrónico
    número código teie sinu või
    """
)
_ASIDE = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_E_MAIL = re.compile(r"\be[- ](?=mail|post)")
_POSTI = re.compile(r"\bepost[ -]?i(?= |$)")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_APART = re.compile(r"[\s_/.:?*#,;\"“”'’&+-]+")
_MACHINE = re.compile(r"[a-z]+\d*(?:_[a-z0-9]+)+(?:/[a-z_]+)*")
_LONGEST = 300


@lru_cache(maxsize=8_192)
def speaks(text: str) -> float:
    """How much a cell speaks like the name of a column: 0 not at all, 2 whole and clearly."""
    if not text or len(text) > _LONGEST:
        return 0
    if _MACHINE.fullmatch(text):
        return 2
    found = _words(text)
    telling = sum(word in _TELLING for word in found)
    if found and all(w in _TELLING or w in _ALSO_VALUES or w in _BESIDE for w in found):
        return 2 if telling else 0.5
    if text.endswith(("?", ":", " *")):
        return 1
    return 0.75 if telling else 0


def _words(text: str) -> list[str]:
    if " " not in text:
        text = _CAMEL.sub(" ", text)
    text = _E_MAIL.sub("e", _ASIDE.sub(" ", text).casefold())
    text = _POSTI.sub("epost", text)
    return [word for word in _APART.split(text) if word and not word.isdigit()]
