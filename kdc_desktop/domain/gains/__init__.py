"""What a consortium gives back to people a day, guessed and measured."""
