"""What a club did before it had a club file: how its past is told in a workbook."""
