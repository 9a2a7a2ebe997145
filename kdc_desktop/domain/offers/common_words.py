"""Words of English, Finnish and Swedish that say nothing of what is offered, without diacritics."""

from kdc_desktop.domain.kit.common_words import ENGLISH

_ENGLISH = """
about access across all also am any anybody anyone anything around as available become been being
best better bit both bring build but can come companies company contact contacts could deal do
does done each early else enough even every everybody everyone everything experience experienced
expert expertise experts few find first free full further get give given go good got great had
happy has he help helping helps her here him his how idea ideas if interest interested into its
just keep kind know knowhow knowledge large last later least less let looking lot lots made make
making many may maybe me might mine most much must near needed needs new next no not nothing now
off offer offered offering offers old one ones only open organisation organisations organization
organizations other others our ours out over own part partner partners partnership people person
please possible project projects provide providing put ready really right same seek seeking share
sharing she skill skills small so solution solutions somebody someone something soon such support
take than them then these they thing things those through time times too tools try two under up us
use used using very via wanted wants was well were what when where which while who whom whose why
willing within without work working works worth year years you your yours
"""
_FINNISH = """
ai aika aikaa aina ainakin antaa apu apua asia asiaa asiat auttaa ehka ei eika eli ennen eri esim
etsii etsimme etsin etta haluaa haluaisi haluamme haluan han hanke hankkeen hankkeet he heidan
hyva hyvaa hyvin ihan ihminen ihmiset ihmisia itse ja jo joka jokin joko jolla jonka jos joskus
jossa jota jotain jotka jotta juuri kaikkea kaikki kanssa kautta kaytossa kaytto ketka kiinnostaa
kiinnostunut kokemus kokemusta koko kuin kuinka kuka kumppaneita kumppani kumppania kumppanit kun
kuten kylla lisaa loytaa lue maara me meidan meilla melko mika miksi millainen mina minka minulla
missa mita mitka moni monta muita mukaan mukana mutta muu muut myos myota ne niiden niita nyt
olemme olen oli olisi olla oma oman omia on osa osaa osaaminen osaamista osaan ovat paljon paras
pitaa pois projekteja projekti projektin projektissa saa saada se seka sen siella siihen siis
siita silla sille sina sita ta tahan tai tama taman tarjoaa tarjoamme tarjoan tarjota tarve
tarvetta tarvitaan tarvitsee tarvitsemme tarvitsen tassa tata te tehda teidan tekee tiedot tieto
tietoa tukea tuki tulee tuossa tyo tyota uuden uusi uusia uutta vaan vai vain vapaa vasta vastaan
viela voi voida voimme voin voisi voivat yhdessa yhteistyo yhteistyota yhteyksia yhteys yksi yli
yrityksen yritykset yrityksia yritys
"""
_SWEDISH = """
aldre alla allt andra ar att av aven bara behov behover bidra bli blir bra da de dem den denna
deras dess det detta dig din dina ditt du efter eget ej eller en er era erbjuda erbjuder
erfarenhet erfarenheter etc ett far finna finns fler flera for foretag foretagen foretaget fran
fri fria ga ge genom ger gor gora ha hade han har hej hela hjalp hjalpa hon hos hur i icke ide
ideer in inom inte intresse intresserad intresserade jag kan kanske kom kompetens kontakt
kontakter kunna kunskap kunskaper lite losning losningar man manga med men mer mig min mina mitt
mot mycket nagon nagot nagra nar nat ni nu ny nya nytt och ocksa om organisation organisationer
oss over pa partner partners person personer projekt projekten projektet sa sadan saker sam
samarbete samarbeten samt sin sina sitt ska skall skulle soka soker som stod stora ta tid till
tillgang tills under upp ut utan utav vad val var vara varit vart vem vi vid vilja vilka vilken
vill
"""

SAY_LITTLE = ENGLISH.union(_ENGLISH.split(), _FINNISH.split(), _SWEDISH.split())
"""What many say whatever they mean, folded as words are to be compared."""
