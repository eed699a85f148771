"""Benchmarks: each module here is one, run by `python3 dev.py bench`. None asserts a time."""
