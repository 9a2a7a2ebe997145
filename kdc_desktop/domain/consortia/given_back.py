"""Whether what a consortium gives back to people counts, by how far it is."""

from kdc_desktop.domain.consortia.states import ConsortiumState, is_alive


def still_counts(state: ConsortiumState, *, measured: bool) -> bool:
    """Whether it is part of the sum.

    What was measured counts also where the consortium has ended, because that goes on without it,
    such as something that the city has bought; where that is no longer so, somebody measures none.
    What was stopped gives nothing back, and what was only guessed never came once it is over.
    """
    return is_alive(state) or (measured and state is ConsortiumState.ENDED)
