"""The window: widgets, dialogs and Qt adapters around the use cases. No rules, no file access."""
