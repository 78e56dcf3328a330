"""A file in, a report out."""
