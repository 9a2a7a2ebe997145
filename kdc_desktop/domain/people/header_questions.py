"""Questions of forms that ask for what a column holds, in ten languages.

A question is known by words that must all be there, each whole, and by none of those that turn it
into another. What the cells look like has the last word.
"""

import re
from collections.abc import Collection, Mapping
from functools import cache

from kdc_desktop.domain.kit.profiles import header_key
from kdc_desktop.domain.kit.text import fold
from kdc_desktop.domain.people.fields import PersonField
from kdc_desktop.domain.people.header_words import phrases
from kdc_desktop.domain.people.saying_words import FROM_YOU, OFFER, SEEK

_BEFORE = """
your the a an my our please enter give write tell us what is
sinun oma anna kirjoita syota mika on
din ditt dina er ert ange skriv vad ar ditt
angi oppgi hva er hvad
dein deine deinen ihr ihre ihren bitte geben sie was ist der die das
uw je jouw vul in wat de het
votre ton vos quel quelle est le la les l d
su tu sus tus cual es el los las escriba
teie sinu palun sisesta mis on
"""
_BEHIND = """
required optional mandatory compulsory pakollinen valinnainen pakollinen tieto obligatorisk
frivillig
pflichtfeld optional pflichtangabe verplicht optioneel obligatoire facultatif obligatorio opcional
kohustuslik valikuline
"""
_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|\{[^{}]*\}")
_NUMBER = re.compile(r"q?\d{1,3}[a-z]?")

_NAME = """
name names nimi nimesi nimenne namn namnet navn navnet naam nom nombre heisst heissen heet heter
hedder
llamas llama appelez appelles
"""
_EMAIL = """
email emails sahkoposti sahkopostiosoite sahkopostisi sahkopostiosoitteesi epost epostadress
epostadresse mejl mejladress mailadresse mailadress emailadresse mailadres emailadres courriel
correo meil epostiaadress mail
"""
_PHONE = """
phone telephone mobile cell puhelin puhelinnumero puhelinnumerosi puhelinnumeronne telefon
telefonnummer mobilnummer mobil handynummer telefoon telefoonnummer mobiel telefono telephone
telefoninumber gsm
"""
_ORGANISATION = """
organisation organization company employer institution workplace organisaatio organisaatiota
organisaatiosi organisaation yritys yrityksesi yritysta yrityksen yhteisoa tyonantajasi tyopaikkasi
foretag foretaget arbetsgivare organisasjon bedrift virksomhed virksomhet arbeidsgiver arbejdsgiver
unternehmen arbeitgeber firma einrichtung organisatie bedrijf werkgever organisme entreprise
employeur societe structure organizacion empresa entidad organisatsiooni asutust ettevotet
organisatsioon asutus ettevote tooandja
"""
_YOURS = """
you your represent represents representing work name edustat edustan edustamasi edustatte nimi
nimesi tyoskentelet representerar arbetar din ditt du namn representerer arbejder jobber dit navn
repraesenterer vertreten vertrittst arbeiten arbeitest ihr ihre dein deine sie du name
vertegenwoordig vertegenwoordigt werk werkt je uw jouw u naam representez represente votre vous
travaillez ton tu nom representa representas trabaja trabajas su nombre esindad esindate teie sinu
tootad nimi
"""
_GROUP = """
group groups sector sectors represent represents representing belong come stakeholder
ryhma ryhmaan sektori sektoria tahoa edustat edustatte kuulut grupp gruppen tillhor representerar
gruppe horer tilhorer representerer repraesenterer vertreten vertrittst gehoren gehorst groep
behoor behoort vertegenwoordig vertegenwoordigt groupe secteur appartenez representez grupo
pertenece perteneces representa representas ruhma kuulud esindad esindate
"""
_OF_OTHERS = """
event user username file pet product plus emergency invoice billing buyer order purchaser payer
host manager idea country region city street postal code project session invite invited
invites recommend should missing website size many vat supervisor assistant colleague colleagues
friend referred referrer next team ticket next idea ideas hear heard why how allergies food diet
tapahtuman lasku laskutus laskutusosoite kaupunki katu projektin idea ideasi kutsua
pitaisi miten miksi accompanying companion spouse partner child children avec seuralaisen
seuralainen
puolison lapsen medfoljande sallskap ledsager ledsagers begleitperson begleitung accompagnant
acompanante meegaande kaaslane kaaslase by owner author creator created modified reference
tekija laatija luonut esimiehen evenemang faktura stad gata varfor hur rechnung stadt strasse warum
facture ville rue pourquoi factura ciudad calle factuur stad straat waarom arve linn
price tier product rate fare hinta hintaryhma tuote pris preis prijs prix precio hind
"""
_IDEA = """
idea ideas ideasi idee idees ideen ideat ideoita ideasi proposal proposals suggestion suggestions
ehdotus ehdotuksesi ehdotukset forslag vorschlag vorschlage voorstel voorstellen proposition
propositions propuesta propuestas ettepanek ettepanekud card
"""
_INTERESTED = """
interest interests interested kiinnostaa kiinnostavat kiinnostunut intresserar intresserad
interesserer interessieren interessiert interesseren interesseert interessent interesse
interessez interessent interesa interesan huvitab huvitavad
"""
_THEMES = """
theme themes topic topics subjects areas teemat teemoista aiheet aiheista teema teman amnen omraden
temaer emner themen bereiche themas onderwerpen sujets domaines temas areas teemad valdkonnad
"""
PHOTO = """
fotografera filma filme photo photos photograph photographs photographed photography picture
pictures image images filmed
valokuva valokuvata valokuvaus kuvata kuvia kuviani valokuvia foto foton fotograferas fotograferad
fotograferat fotografert fotograferet filmad filmas gefilmt fotografiado fotografiada bild bilder
fotografering fotografiert fotos fotografere fotograferes billeder gefotografeerd photographie
photographies photographiee fotografia fotografias imagen pildistada pildid fotosid
"""
AGREE = """
agree consent consents permission saako saanko saadaanko voiko voimmeko far mogen pouvons puis
podemos tohib tohime permit accept allow may ok okay suostun suostumus hyvaksyn annan
luvan saa samtycker samtycke godkanner tillater samtykker samtykke godkjenner godkender tillader
einverstanden einwilligung stimme zu darf durfen akkoord toestemming ga mag accepte autorise
consentement accord autorizo acepto consiento consentimiento noustun nousolek luban annan
"""
CONTACT = """
contact contacted newsletter mailing invitations keep yhteytta yhteydenotto yhteydenottoon
uutiskirje uutiskirjeen kontakta kontaktas nyhetsbrev kontaktes kontakte nyhetsbrev nyhedsbrev
kontaktieren kontaktiert kontakt newsletters nieuwsbrief contacteren contacter contacte recontacte
contactado contactar boletin uudiskiri uhendust
"""


_CONSENTS: Mapping[PersonField, str] = {
    PersonField.CONTACT_CONSENT: """
        may be contacted, can be contacted, ok to contact, contact consent, saa ottaa yhteyttä,
        yhteydenotto sallittu, yhteydenottolupa, markkinointilupa, suoramarkkinointilupa,
        uutiskirjelupa, consent to contact, får kontaktas, kan kontaktes, darf kontaktiert werden
    """,
    PersonField.PHOTO_CONSENT: """
        may be photographed, can be photographed, photo consent, photos ok, saa kuvata,
        saa valokuvata, kuvauslupa, valokuvauslupa, kuvaamislupa, fotolupa,
        får fotograferas, kan fotograferes, darf fotografiert werden
    """,
}


@cache
def consent_headers() -> Mapping[str, PersonField]:
    """Headers that say of a consent by themselves, whatever the cells say."""
    return {one: field for field, text in _CONSENTS.items() for one in phrases(text)}


@cache
def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


@cache
def _behind() -> frozenset[str]:
    return _words(_BEHIND) | phrases(_BEHIND)


def bare(header: str) -> str:
    """A header folded, without what does not matter: its number, articles, asides and stars."""
    words = header_key(_ASIDE.sub(" ", header)).split() or header_key(header).split()
    whole = list(words)
    while words and _NUMBER.fullmatch(words[0]):
        words = words[1:]
    while len(words) > 1 and words[0] in _words(_BEFORE):
        words = words[1:]
    while len(words) > 1 and words[-1] in _behind():
        words = words[:-1]
    return " ".join(words or whole)


def _all_there(said: Collection[str], *sets: str) -> bool:
    return all(not _words(one).isdisjoint(said) for one in sets)


def is_of_others(header: str) -> bool:
    """Whether a header speaks of somebody or something else: of the buyer, the event, a pet."""
    return not _words(_OF_OTHERS).isdisjoint(bare(header).split())


def is_idea(header: str) -> bool:
    """Whether a header speaks of an idea."""
    return not _words(_IDEA).isdisjoint(fold(header).split())


def _side_asked_for(header: str, said: Collection[str]) -> PersonField | None:
    """Whether it asks what somebody has to give, or looks for; not both at once."""
    if is_of_others(header):
        return None
    offers = _all_there(said, OFFER, FROM_YOU)
    needs = _all_there(said, SEEK, FROM_YOU) or " you looking for " in f" {fold(header)} "
    if offers == needs:
        return None
    return PersonField.OFFERS if offers else PersonField.NEEDS


def asked_for(header: str) -> PersonField | None:
    """What a question asks for, as far as its words tell; None where they do not."""
    said = set(fold(header).replace("e mail", "email").replace("e post", "epost").split())
    if _all_there(said, PHOTO, AGREE):
        return PersonField.PHOTO_CONSENT
    if _all_there(said, CONTACT, AGREE):
        return PersonField.CONTACT_CONSENT
    if _all_there(said, _INTERESTED, _THEMES):
        return PersonField.INTERESTS
    if side := _side_asked_for(header, said):
        return side
    said = set(bare(header).replace("e mail", "email").replace("e post", "epost").split())
    asked = set(fold(header).split()) | said
    if not said or is_of_others(header):
        return None
    for field, words in ((PersonField.EMAIL, _EMAIL), (PersonField.PHONE, _PHONE)):
        if _all_there(said, words):
            return field
    if _all_there(said, _ORGANISATION):
        return PersonField.ORGANISATION if _all_there(asked, _YOURS) else None
    if _all_there(said, _NAME):
        return PersonField.NAME
    return PersonField.SECTOR if _all_there(asked, _GROUP) else None
