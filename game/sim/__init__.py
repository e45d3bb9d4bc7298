"""The life-cycle engine: lives move through years. Pure: no files, no clock, no screen."""
