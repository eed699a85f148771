"""Isnad: a desktop reader and annotator for saved news articles."""

__version__ = "0.1.0"
