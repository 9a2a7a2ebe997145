"""Which sector words stand for, in ten languages: a choice of a form, or an organisation's name."""

from collections.abc import Mapping
from functools import cache

from kdc_desktop.domain.kit.text import fold
from kdc_desktop.domain.people.sectors import SECTORS

# English, Finnish, Swedish, Norwegian and Danish, German, Dutch, French, Spanish, Estonian; folded.
# A word is met by its beginning, with "=" as a whole, with "~" by its end.
_WORDS: Mapping[str, str] = {
    "T": """
        association charit foundation voluntar ngo ngos nonprofit =union =unions =society =guild
        yhdisty jarjest =ry =rf saatio ~yhdistys ~yhdistyksen ~seura =seura =seuraa ~jarjesto
        ~saatio
        ~liitto
        forening ideell stiftelse ~forening ~foreningen ~stiftelse =forbund frivillig
        ideel ~forbundet fritidsforening
        verein stiftung verband gemeinnutz =ev ehrenamt ~verein ~verband ~stiftung
        vereniging stichting =vzw goede ~vereniging ~stichting
        associati =ong =asbl fondation benevol
        asociaci fundacion =ongs voluntari
        uhing =mtu mittetulundus sihtasutus vabauhendus ~uhing ~selts =selts
    """,
    "A": """
        universi academ research scien college school student polytechnic =institute =institutes
        faculty professor
        yliopist korkeakoul ammattikorkea tutkimu tutkija oppilaito koulu opiskel ~yliopisto
        ~korkeakoulu akatem
        hogskol forskning forskar forskare skola akadem larosate ~universitet ~hogskola
        hogskole hojskole forsker skole studerende ~universitetet ~hojskole
        hochschul forschung fachhochschul schule wissenschaft studierende studium ~universitat
        ~hochschule forscher
        hogeschool onderzoek wetenschap onderwijs ~universiteit
        recherche chercheu ecole etudiant enseign lycee
        investigacion investigador escuela estudiante academi
        ulikool teadus teadlane korgkool ulikooli ~ulikool uliopilane
    """,
    "P": """
        =city =cities =town =towns =public =publics municip government council =state authorit
        agency
        ministr county =gov administration
        kaupunki kaupungi kunta kunna =kuntaa kuntia julki virasto ministeri viranomai valtio
        hyvinvointialue ~kaupunki ~kunta ~virasto
        =stad =staden kommun offentlig myndighet landsting =region =regionen stadsdel ~kommun
        kommune fylkeskommune ~kommune =stat =staten direktorat
        =stadt =kommune stadtverwaltung gemeinde behord verwaltung offentlich =amt landratsamt ~amt
        gemeente overheid provincie openbaar =rijk
        =ville mairie commune collectivit administrat prefecture =etat publique metropole
        ayuntamiento municipi gobierno =ciudad administraci publica publico diputacion
        =linn =linna linnavalitsus =vald vallavalitsus omavalitsus riik riigi ~amet avalik
        ministeerium
    """,
    "C": """
        compan startup startups =start business enterprise corporat industr =sme =smes =firm =firms
        =ltd =inc =llc =plc entrepreneur =private =commercial
        yrity yrittaj elinkeino =oy =oyj =tmi =ky teollisuu
        =ab foretag bolag naringsliv ~aktiebolag ~bolag ~foretag
        bedrift =asa =aps naeringsliv virksomhed virksomhet erhverv naering
        unternehm =gmbh =ag =kg wirtschaft =firma =firmen betrieb
        bedrijf bedrijv =bv =nv ondernem ~bedrijf
        entrepris societe =sarl =sas commerc
        empresa =sl negocio compania
        ettevot =ou firma ariuhing
    """,
    "R": """
        resident citizen inhabitant neighbour neighbor =individual =individuals =local =locals
        asukas asukka kansalai kaupunkilai kuntalai yksityishenk =naapuri =naapurit
        invanare boende medborgar =granne privatperson
        innbygger indbygger beboer borger =nabo
        bewohner einwohner anwohner =nachbar nachbarn
        bewoner inwoner =buurtbewoner
        habitant riverain citoyen =particulier =particuliers
        vecin residente ciudadan habitante particular
        elanik elanikku kodanik elaniku =eraisik
    """,
}

_PHRASES: Mapping[str, str] = {
    "R": """
        private person; private persons; private individual; private citizen; as a private person;
        myself; as myself; only myself; nobody; no organisation; none just me; itseani; itsenani;
        en mitaan; mig sjalv; som privatperson; mich selbst; mezelf; moi meme; a mi mismo;
        iseennast;
        burger; burgerin; burgerinnen; burgers; burger innen; yksityinen; yksityinen henkilo; seg
        selv; mig selv
    """,
    "T": """
        third sector; voluntary sector; civil society; non profit; not for profit; non governmental;
        non governmental organisation; non governmental organization; non profit organisation;
        non profit organization; community group; kolmas sektori; kolmatta sektoria; tredje sektorn;
        tredje sektor; tredje sektoren; dritter sektor; derde sector; tiers secteur; tercer sector;
        kolmas sektor; civilsamhallet; zivilgesellschaft; maatschappelijk middenveld; societe
        civile;
        sociedad civil; kodanikuuhiskond; sans but lucratif; sin animo de lucro; seura;
        vapaaehtoiset
    """,
    "C": """
        private sector; private company; yksityinen sektori; privata sektorn; privat sektor;
        privatwirtschaft; privater sektor; private sector; secteur prive; sector privado; erasektor;
        start up; small business
    """,
    "P": """
        public sector; public; julkinen sektori; offentliga sektorn; offentlig sektor;
        offentlicher sektor; offentliche hand; publieke sector; secteur public; sector publico;
        avalik sektor; the city
    """,
    "A": "higher education; education; koulutus; utbildning; bildung; onderwijs; haridus",
}
_FILLERS_SAID = """
neighbourhood neighborhood district quartier zone barrio wijk buurt stadtteil bydel piirkond
collectivite
or and of the a an in from as i am for this area sector body bodies organisation organization
organisations organizations group other up delegate delegates representative person member
tai ja sektori sektoria tahoa alueen organisaatio organisaatiota itseani muu muuta edustan
eli och eller i fran som sektorn omradet organisationen omradets en ett av jag
og fra sektoren et organisasjon jeg
oder und der die das des im aus als von sektor ein eine ich
of en van de het een uit organisatie ik
ou et le la les l d du que tant organisme secteur un une je
o y del el los las como un una yo entidad organizacion u
voi kui piirkonna organisatsioon mina
"""
_FILLERS = frozenset(_FILLERS_SAID.split())


def guess_sector(text: str) -> str | None:
    """The letter of the sector that words such as “yritys”, “NGO” or “City of Helsinki” stand for.

    None if unsure. What the program itself calls a sector, in English or in the language in use,
    is sure.
    """
    said = sector_said(text)
    if said is not None:
        return said
    words = fold(text).split()
    return next((letter for letter in _WORDS if any(_is(letter, word) for word in words)), None)


def sector_said(text: str) -> str | None:
    """The letter of a sector where the text says it and nothing else, as the choice of a form does;
    so no name of an organisation is one."""
    folded = fold(text)
    called = _called(tuple(sector.name for sector in SECTORS))
    if folded in called:
        return called[folded]
    words = [word for word in folded.split() if word not in _FILLERS]
    letters = [{letter for letter in _WORDS if _is(letter, word)} for word in words]
    sure = set.intersection(*letters) if letters else set()
    return next((letter for letter in _WORDS if letter in sure), None)


def _is(letter: str, word: str) -> bool:
    begins, whole, ends = _shapes(letter)
    return word in whole or word.startswith(begins) or word.endswith(ends)


@cache
def _shapes(letter: str) -> tuple[tuple[str, ...], frozenset[str], tuple[str, ...]]:
    words = _WORDS[letter].split()
    return (
        tuple(word for word in words if word[0] not in "=~"),
        frozenset(word[1:] for word in words if word[0] == "="),
        tuple(word[1:] for word in words if word[0] == "~"),
    )


@cache
def _called(names: tuple[str, ...]) -> Mapping[str, str]:
    phrases = {
        fold(phrase): letter for letter, text in _PHRASES.items() for phrase in text.split(";")
    }
    return phrases | {
        fold(word): sector.letter
        for sector, name in zip(SECTORS, names, strict=True)
        for word in (sector.letter, sector.title.message, name)
    }
