"""How what a consortium gives back is known, in words."""

from collections.abc import Mapping

from kdc_desktop.domain.gains.states import GainWay
from kdc_desktop.i18n import Text, plazy

WAY_WORDS: Mapping[GainWay, Text] = {
    GainWay.GUESSED: plazy("how minutes given back are known", "guessed"),
    GainWay.MEASURED: plazy("how minutes given back are known", "measured"),
}
