"""Recognise the people in a list that somebody typed by hand."""
