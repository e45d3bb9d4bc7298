"""A pack put to the test: its own tests, and thousands of lives that say where it goes wrong."""
