"""Describing a span of a text so that it can be found again."""
