"""Pure functions on `str`: offsets, words, folding and direction. Import from the modules."""
