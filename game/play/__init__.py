"""A playthrough: the session with undo and replay, saves, settings, and what is shown."""
