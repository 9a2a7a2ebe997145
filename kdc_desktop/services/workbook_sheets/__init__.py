"""The sheets of the workbook: each a function that makes one table out of a `Source`."""
