"""Who sits with whom: tables for a break, for a round of talk, for quick meetings."""
