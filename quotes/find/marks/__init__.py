"""What stands in quotation marks: found on the raw text, closed, trimmed."""
