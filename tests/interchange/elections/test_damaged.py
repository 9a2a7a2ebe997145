"""A damaged file is an election or a sentence, whatever has happened to it."""

import random
from pathlib import Path

import pytest

from kdc_desktop.domain.polls.cast import cast_of
from kdc_desktop.domain.polls.methods import method_of
from kdc_desktop.errors import UserError
from kdc_desktop.interchange.elections.fitting import fitted, fitting
from tests.examples import examples
from tests.interchange.elections.files import DEBIAN, GYLES, WIELICZKA, read

TABLE = (
    "# method,criteria\n# scale,0,5\n# option,1,Bench,10.5\n# option,2,Lamp,20\n"
    "# criterion,1,Impact,2\npaper,option,part,value,sector,times\n1,1,1,5,C,2\n2,2,1,3,P,1\n"
)
ROWS = 'sector;3;5;"8"\nC;1;2;\nP;;1;1\n;;;\n'
FILES = {"d.toi": DEBIAN, "g.cat": GYLES, "w.pb": WIELICZKA, "t.csv": TABLE, "r.csv": ROWS}
PIECES = ["{", "}", ",", ";", ":", "#", '"', "\n", "\r", "\0", "-", "9" * 30, "1e9", "é", "\ufeff"]


def damaged(text: str, chance: random.Random) -> bytes:
    """The text after a few accidents: cut, doubled, lines swapped, letters put in or broken."""
    for _time in range(chance.randint(1, 4)):
        at, lines = chance.randrange(len(text) + 1), text.split("\n")
        one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
        match chance.randrange(6):
            case 0:
                text = text[:at]
            case 1:
                text = text[:at] + chance.choice(PIECES) + text[at:]
            case 2:
                text = text[:at] + text[at + chance.randint(1, 9) :]
            case 3:
                lines[one], lines[other] = lines[other], lines[one]
                text = "\n".join(lines)
            case 4:
                text = "\n".join([*lines[: one + 1], *lines[one:]])
            case _:
                text = text.replace(str(chance.randrange(10)), str(chance.randrange(100)))
    data = bytearray(text.encode())
    if data and not chance.randrange(4):
        data[chance.randrange(len(data))] = chance.randrange(256)
    return bytes(data)


@pytest.mark.parametrize("name", FILES)
def test_whatever_has_happened_to_a_file_is_a_sentence_or_counts(name: str, tmp_path: Path) -> None:
    chance = random.Random(name)
    read_well, refused = 0, []
    for _time in range(examples(150)):
        try:
            found = read(tmp_path, name, damaged(FILES[name], chance), "score")
            for key in fitting(found):
                method = method_of(key)
                terms, papers = fitted(found, method)
                counted = method.count(cast_of(papers), terms, method.rule())
                assert counted.papers == papers.cast
            read_well += 1
        except UserError as error:
            refused.append(str(error))
    assert [one for one in refused if not one.endswith((".", "…"))] == []
    assert read_well
    assert refused
