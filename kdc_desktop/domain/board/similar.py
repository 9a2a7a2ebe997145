"""Find ideas that may say the same, so that the facilitator can merge them."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from kdc_desktop.domain.kit.common_words import ENGLISH
from kdc_desktop.domain.kit.text import fold

THRESHOLD = 75.0
MOST_PAIRS = 1000
_SHORT = 4
_LEAST_CHARACTERS = 3
_STEM = 6
_SHARED_PART = 0.5
_PARTNERS = 100
_PAIRS_AT_ONCE = 4_000


def similar_pairs(
    texts: Mapping[int, str],
    threshold: float = THRESHOLD,
    most: int = MOST_PAIRS,
    cancelled: Callable[[], bool] = lambda: False,
) -> list[tuple[int, int, float]]:
    """Pairs (id, id, score) that score `threshold` of 100 or more, the most alike first.

    At most `most` pairs. Texts are compared by their words in any order, without the commonest
    English ones; a text of under 4 such words is compared as a whole, because its few words would
    be found in many a longer one. Only texts that share half the words of the shorter one (by
    their first 6 letters) are compared at all, and each with its 100 nearest. Once it is
    `cancelled`, it ends within a moment with what it has.
    """
    from rapidfuzz import fuzz, process

    keyed = [(key, words) for key, text in texts.items() if (words := _words(text))]
    plain = [words for _, words in keyed]
    short = [words.count(" ") + 1 < _SHORT for words in plain]
    found: list[tuple[int, int, float]] = []
    for left, right in _candidates(plain, cancelled):
        scores = process.cpdist(
            [plain[a] for a in left],
            [plain[b] for b in right],
            scorer=fuzz.token_set_ratio,
            score_cutoff=threshold,
            workers=-1,
        )
        for n in scores.nonzero()[0].tolist():
            a, b, score = left[n], right[n], float(scores[n])
            if short[a] or short[b]:
                score = fuzz.token_sort_ratio(plain[a], plain[b], score_cutoff=threshold)
            if score >= threshold:
                found.append((keyed[a][0], keyed[b][0], score))
        found.sort(key=lambda pair: (-pair[2], pair[0], pair[1]))
        del found[most:]
    return found


def _words(text: str) -> str:
    every = fold(text).split()
    telling = [word for word in every if word not in ENGLISH]
    words = " ".join(telling or every)  # untranslated: only compared
    return words if len(words) >= _LEAST_CHARACTERS else ""


def _candidates(
    plain: Sequence[str], cancelled: Callable[[], bool]
) -> Iterator[tuple[list[int], list[int]]]:
    """Pairs worth comparing, as two lists of places; each pair comes once, in batches."""
    import numpy as np

    stems = [list({word[:_STEM] for word in words.split()}) for words in plain]
    where: dict[str, list[int]] = defaultdict(list)
    for place, own in enumerate(stems):
        for stem in own:
            where[stem].append(place)
    postings = {stem: np.array(places) for stem, places in where.items()}
    sizes = np.array([len(own) for own in stems])
    left: list[int] = []
    right: list[int] = []
    for place, own in enumerate(stems):
        shared = np.bincount(np.concatenate([postings[s] for s in own]), minlength=len(plain))
        part = shared[place + 1 :] / np.minimum(sizes[place + 1 :], sizes[place])
        near = np.nonzero(part >= _SHARED_PART)[0]
        if len(near) > _PARTNERS:
            near = near[np.argsort(-part[near], kind="stable")[:_PARTNERS]]
        left += [place] * len(near)
        right += (near + place + 1).tolist()
        if cancelled():
            return
        if len(left) >= _PAIRS_AT_ONCE:
            yield left, right
            left, right = [], []
    if left:
        yield left, right
