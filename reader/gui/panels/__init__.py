"""Beside the article: the list of marks, and the inspector with its pages and editors."""
