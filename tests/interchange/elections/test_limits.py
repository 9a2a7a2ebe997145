"""Papers from outside are held against the limits that their own file says, each paper whole."""

from pathlib import Path

import pytest

from kdc_desktop.domain.polls.methods import method_of, methods
from kdc_desktop.domain.polls.terms import PollSetting
from kdc_desktop.errors import UserError
from kdc_desktop.interchange.elections.fitting import fitted
from tests.interchange.elections.files import read

TWO = {  # a paper by which two marks are used, and one by which it is more
    "approval": ("a,b,c\n1,1,\n", "a,b,c\n1,1,1\n"),
    "budget": ("a,b,c\n1,,1\n", "a,b,c\n1,1,1\n"),
    "dots": ("a,b,c\n1,,1\n", "a,b,c\n1,1,1\n"),
    "quadratic": ("a,b,c\n1,,1\n", "a,b,c\n1,1,1\n"),
    "ranking": ("a,b,c\n2,1,\n", "a,b,c\n2,1,2\n"),
    "pairwise": ("a>b,b>c,c>a\n1,1,\n", "a>b,b>c,c>a\n1,1,1\n"),
}
PAPERS = {  # projects, points
    "approval": ("1,2", "", "budget", "max_length"),
    "ordinal": ("2,1", "", "ranking", "max_length"),
    "cumulative": ("1,2", "2,1", "dots", "max_sum_points"),
}


def test_every_method_with_such_a_limit_is_looked_at() -> None:
    limited = {one.key for one in methods() if PollSetting.MARKS_EACH in one.settings}
    assert set(TWO) == limited


@pytest.mark.parametrize("key", TWO)
def test_a_paper_that_goes_beyond_its_limit_is_a_sentence_with_its_line(
    tmp_path: Path, key: str
) -> None:
    head = f"# method,{key}\n# marks each,2\n# total,9\n"
    within, beyond = TWO[key]
    found = read(tmp_path, "v.csv", head + within)
    assert fitted(found, method_of(key))[1].cast == 1
    row = beyond.split("\n")[1]
    with pytest.raises(UserError, match=r"Line 6: .* take (1|some) back"):
        fitted(read(tmp_path, "v.csv", f"{head}{within}{row}\n{row}\n"), method_of(key))


@pytest.mark.parametrize("kind", PAPERS)
def test_so_is_a_vote_of_pabulib(tmp_path: Path, kind: str) -> None:
    vote, points, key, limit = PAPERS[kind]
    text = (
        f"META\nkey;value\nbudget;9\nvote_type;{kind}\n{limit};MOST\nPROJECTS\nproject_id;cost\n"
        f"1;5\n2;5\nVOTES\nvoter_id;vote;points\nx;{vote};{points}\n"
    )
    most = 3 if points else 2
    found = read(tmp_path, "v.pb", text.replace("MOST", str(most)))
    assert fitted(found, method_of(key))[1].cast == 1
    found = read(tmp_path, "v.pb", text.replace("MOST", str(most - 1)))
    with pytest.raises(UserError, match=r"Line 12: .* take 1 back"):
        fitted(found, method_of(key))
