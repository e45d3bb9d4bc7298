"""Passes over a pack already read, looking at what no single key can show."""
