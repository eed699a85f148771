"""Frozen values: what the program is about. Import from the modules."""
