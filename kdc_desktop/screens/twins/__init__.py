"""What the facilitator sees: two versions of one club, which have parted."""
