"""One module a screen. Screens do not know one another: each returns results."""
