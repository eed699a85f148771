"""What opens over the window, and is imported when it does."""
