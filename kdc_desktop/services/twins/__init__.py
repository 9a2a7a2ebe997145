"""What is done and asked: two versions of one club, which have parted."""
