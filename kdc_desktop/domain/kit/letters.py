"""Letters for what stands in an order, as a room calls it."""


def letter_of(place: int) -> str:
    """The letter of a place, from 0: A, B, … Z, AA."""
    return chr(65 + place) if place < 26 else letter_of(place // 26 - 1) + letter_of(place % 26)
