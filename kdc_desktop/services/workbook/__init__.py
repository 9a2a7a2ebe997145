"""What is done and asked: the outcome as one Excel workbook."""
