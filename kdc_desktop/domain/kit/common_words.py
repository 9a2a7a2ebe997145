"""The commonest words, which tell nothing of what a text is about."""

ENGLISH = frozenset(
    (
        *("a", "an", "and", "are", "at", "be", "by", "for", "from", "have", "hope", "i", "in"),
        *("is", "it", "like", "more", "my", "need", "of", "on", "or", "our", "see", "should"),
        *("some", "that", "the", "there", "this", "to", "want", "we", "will", "with", "would"),
    )
)
