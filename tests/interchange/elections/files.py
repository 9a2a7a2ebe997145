"""Election files for tests, from the examples of those who keep them."""

from pathlib import Path

from kdc_desktop.interchange.elections.election import Election
from kdc_desktop.interchange.elections.reading import read_election

DEBIAN = """\
# FILE NAME: 00002-00000001.toi
# TITLE: Debian 2002 Leader
# DATA TYPE: toi
# NUMBER ALTERNATIVES: 4
# NUMBER VOTERS: 32
# NUMBER UNIQUE ORDERS: 4
# ALTERNATIVE NAME 1: Branden Robinson
# ALTERNATIVE NAME 2: Raphael Hertzog
# ALTERNATIVE NAME 3: Bdale Garbee
# ALTERNATIVE NAME 4: None Of The Above
12: 3,1,2,4
9: 3,{1,2},4
8: 2
3: {1, 4}, 3
"""

GYLES = """\
# TITLE: GylesNonains
# DATA TYPE: cat
# NUMBER ALTERNATIVES: 3
# NUMBER VOTERS: 33
# NUMBER CATEGORIES: 2
# CATEGORY NAME 1: Yes
# CATEGORY NAME 2: No
# ALTERNATIVE NAME 1: Megret
# ALTERNATIVE NAME 2: Lepage
# ALTERNATIVE NAME 3: Gluckstein
13: 2,{1,3}
10: {},{1,2,3}
10: {1,2},{3}
"""

WIELICZKA = """\
META
key; value
description; Municipal PB in Wieliczka
country; Poland
num_projects; 5
num_votes; 10
budget; 2500
rule; greedy
vote_type; approval
min_length; 1
max_length; 3
PROJECTS
project_id; cost; category
1; 600; culture, education
2; 800; sport
4; 1400; culture
5; 1000; health, sport
7; 1200; education
VOTES
voter_id; age; sex; vote
1; 34; f; 1,2,4
2; 51; m; 1,2
3; 23; m; 2,4,5
4; 19; f; 5,7
5; 62; f; 1,4,7
6; 54; m; 1,7
7; 49; m; 5
8; 27; f; 4
9; 39; f; 2,4,5
10; 44; m; 4,5
"""


def read(folder: Path, name: str, text: str | bytes, asked: str = "") -> Election:
    """The election in a file of this name with this in it."""
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_election(path, asked)


def said(election: Election) -> list[tuple[int, dict[tuple[str | int, int], int], str | None]]:
    """The papers: how often each was cast, what it says by id and part, and its sector."""
    papers = election.papers
    found: list[dict[tuple[str | int, int], int]] = [{} for _one in papers.times]
    columns = (papers.paper, papers.option, papers.part, papers.value)
    for at, option, part, value in zip(*(column.tolist() for column in columns), strict=True):
        found[at][election.ids[option], part] = value
    sectors = [papers.sectors[at] for at in papers.sector.tolist()]
    return list(zip(papers.times.tolist(), found, sectors, strict=True))
