"""Who has met whom: of an evening, of a year, of the whole club."""
