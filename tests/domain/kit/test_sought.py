"""Whatever way a name is written, it is found by what somebody types who heard it."""

import re

import pytest

from kdc_desktop.domain.kit.sought import Sought, in_every_spelling, together


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("obrien", "Seán O'Brien"),
        ("o brien", "Sean O’Brien"),
        ("O'BRIEN", "Sean OʼBrien"),
        ("o'brien", "Sean Obrien"),
        ("o`brien", "Sean O´Brien"),
        ("annamaija", "Anna-Maija Laine"),
        ("anna-maija", "Annamaija Laine"),
        ("anna maija", "Anna‐Maija Laine"),
        ("annamaija", "Anna Maija Laine"),
        ("maija", "Anna-Maija Laine"),
        ("jarvinen", "Olli Järvinen"),
        ("jaervinen", "Olli Järvinen"),
        ("Järvinen", "Olli Jarvinen"),
        ("mueller", "Thomas Müller"),
        ("muller", "Thomas Müller"),
        ("Müller", "Thomas Mueller"),
        ("müller", "Thomas Muller"),
        ("mueller", "Thomas Muller"),
        ("strasse", "Auf der Straße"),
        ("lukasz", "Łukasz Nowak"),
        ("haakon", "Håkon Ås"),
        ("joergensen", "Ib Jørgensen"),
        ("nguyen van an", "Nguyễn Văn An"),
        ("dokovic", "Novak Đoković"),
        ("isil", "Işıl Kaya"),
        ("vanderberg", "Jan van der Berg"),
        ("van der berg", "Jan van der Berg"),
        ("der berg jan", "Jan van der Berg"),
        ("mcdonald", "Ian Mc Donald"),
        ("mc donald", "Ian McDonald"),
        ("aino  laine", "Aino Laine"),
        ("laine aino", "Aino Laine"),
        ("laine, aino", "Aino Laine"),
        ("aino laine", "Aino\u00a0 Laine"),
        ("Laine", "La\u00adine"),
        ("startup", "Start-up House"),
        ("3000", "3,000 jobs by the harbour, by next spring, for all of them"),
        ("co op", "Coop"),
    ],
)
def test_it_is_found(typed, written):
    sought, there = Sought(typed), in_every_spelling(written)
    assert sought.is_in(there)
    assert re.search(sought.pattern, there)
    assert sought.likely([(there, 1)])


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("nol", "Aino Laine"),
        ("joe", "John Smith"),
        ("brian", "Sean O'Brien"),
        ("aino meier", "Aino Laine"),
        ("8f3k2", "Aino Laine"),
    ],
)
def test_what_is_not_there_is_not_found(typed, written):
    sought, there = Sought(typed), in_every_spelling(written)
    assert not sought.is_in(there)
    assert not re.search(sought.pattern, there)
    assert not sought.begins_in(there)


def test_signs_alone_are_nothing_to_look_for():
    assert not Sought(" -, ' ")
    assert Sought("").pattern == ""


def test_several_texts_are_looked_through_as_one():
    there = together(*map(in_every_spelling, ("Seán O'Brien", "Müller Bau")))
    assert Sought("obrien mueller").is_in(there)
    assert Sought("bau obrien").begins_in(there)
