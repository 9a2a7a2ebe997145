"""Ballot papers from and for others: PrefLib, Pabulib, and tables of our own, without a club."""
