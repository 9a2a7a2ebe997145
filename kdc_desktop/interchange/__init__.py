"""Spreadsheets in and out as plain rows; the only home of pandas, calamine and openpyxl."""
