"""What holds a consortium back from outside: a permit, a decision, money."""
