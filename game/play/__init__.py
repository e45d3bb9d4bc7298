"""A playthrough: the session with undo and replay, saves, settings, and what the screens are shown."""
