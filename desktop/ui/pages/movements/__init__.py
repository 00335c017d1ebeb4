"""Movements: the list, the page on which one is planned, and one with its people and papers."""
