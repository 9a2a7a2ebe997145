"""By which of their names people are spoken to: the given one, or all where that is not sure."""

import re
import unicodedata

from kdc_desktop.domain.kit.text import clean, fold

# Titles folded, names as they are written.
_TITLES_SAID = """
dr prof professor doctor mr mrs ms miss mx sir dame lady lord rev reverend hon herr frau fru
froken herra rouva neiti tohtori professori monsieur madame mme mlle senor senora don dona
signor signora ing mag dipl dkfm phd md jr sr msc mba bsc ba ma llm llb esq ii iii iv univ hc
dott dottssa avv arch pr pastor pastori kirkkoherra
"""
_PARTICLES_SAID = """
van von der den de del della di da dos das du la le el al af av zu zur ten ter bin ibn abu mac
mc st san santa
"""
_FAMILIES_SAID = """
Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Trịnh Mai Wang Li
Zhang Liu Chen Yang Zhao Huang Zhou Wu Xu Sun Zhu Hu Guo Gao Luo Zheng Liang Xie Song Tang Feng
Deng Cao Peng Zeng Xiao Tian Dong Pan Yuan Cai Jiang Yu Du Ye Cheng Wei Su Lu Ding Ren Shen Yao
Lin Ma He Chan Wong Cheung Leung Lau Lam Kwok Kim Lee Park Pak Choi Jung Jeong Kang Cho Yoon Jang
Lim Han Oh Seo Shin Kwon Hwang Ahn Tanaka Suzuki Sato Takahashi Watanabe Ito Yamamoto Nakamura
Kobayashi Kato Yoshida Nagy Kovács Tóth Szabó Horváth Varga Kiss Molnár Németh Farkas Balogh Papp
Takács Juhász
"""
_TITLES, _PARTICLES = frozenset(_TITLES_SAID.split()), frozenset(_PARTICLES_SAID.split())
# Parts of a given name of several words, for which one of them would be wrong.
_BEGINNINGS = frozenset(("abd", "abdul", "abdel", "abdal", "abu", "umm", "al", "el", "ibn", "bin"))
# Where the name of the family comes first, nobody can tell which word is whose.
_FAMILIES_FIRST = frozenset(map(fold, _FAMILIES_SAID.split()))
_ASIDE = re.compile(r"\([^()]*\)|[\"“”„«»][^\"“”„«»]*[\"“”„«»]")


def greeting_name(name: str) -> str:
    """The name to greet somebody by: "Thomas" of "Meier, Thomas", "Aino" of "LAINE Aino".

    Where it is not sure which of the names is the given one, it is the whole name.
    """
    whole = clean(name)
    if any(letter.isdigit() for letter in whole) or not _is_latin(whole):
        return whole
    last, comma, first = clean(_ASIDE.sub(" ", whole)).partition(",")
    if comma and not _is_title(first):
        given = _without_titles(first)
        sure = "," not in first and len(_main_words(last)) == 1
        return given[0] if sure and given and _is_given(given[0]) else whole
    return _of_words(last, whole)


def in_speaking_order(name: str) -> str:
    """The name as it is said: "Aino Laine" for "Laine, Aino"; any other stays as it is."""
    whole = clean(name)
    last, comma, first = whole.partition(",")
    first = first.strip()
    sure = comma and first and "," not in first and len(_main_words(last)) == 1
    if not sure or _is_title(first) or any(letter.isdigit() for letter in whole):
        return whole
    return clean(f"{first} {last}")


def _of_words(name: str, whole: str) -> str:
    """Of a name in the order in which it is said, or with the family's name first in capitals."""
    words = _without_titles(name)
    titled = len(words) < len(name.split())
    if len(words) < 2:
        return whole if titled or not words else words[0]
    loud = [word for word in words if _is_loud(word)]
    if loud and len(loud) < len(words):
        quiet = [word for word in words if not _is_loud(word)]
        known = {fold(word) for word in loud} & _FAMILIES_FIRST and len(quiet) > 1
        return whole if known or not _is_given(quiet[0]) else quiet[0]
    if fold(words[0]) in _FAMILIES_FIRST or not _is_given(words[0]):
        return whole
    return words[0]


def _is_given(word: str) -> bool:
    """Whether a word can be a given name that stands for itself: no letter, no "van"."""
    plain = fold(word)
    return (
        len(plain) > 1
        and not word.endswith(".")
        and not word[0].islower()
        and plain not in _BEGINNINGS
    )


def _is_loud(word: str) -> bool:
    letters = [letter for letter in word if letter.isalpha()]
    return len(letters) > 1 and not any(letter.islower() for letter in letters)


def _is_title(words: str) -> bool:
    """Whether that is no name but a title: "PhD", "Jr."."""
    return not _without_titles(words)


def _without_titles(name: str) -> list[str]:
    words = name.split()
    while words and _titles(words[0]):
        words = words[1:]
    while words and _titles(words[-1]):
        words = words[:-1]
    return words


def _titles(word: str) -> bool:
    parts = fold(word).split()
    dotted = word.endswith(".") and len(word) > 2 and word.count(".") == 1
    return bool(parts) and (dotted or all(part in _TITLES for part in parts))


def _main_words(name: str) -> list[str]:
    """The words of a name without its "van der"."""
    return [word for word in _without_titles(name) if fold(word) not in _PARTICLES]


def _is_latin(name: str) -> bool:
    return all(
        unicodedata.name(letter, "LATIN").startswith("LATIN") for letter in name if letter.isalpha()
    )
