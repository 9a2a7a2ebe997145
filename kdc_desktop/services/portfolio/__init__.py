"""What is told of all consortia and projects of the club at once."""
