"""From a life to a verdict: protection offered (the umbrella) and what the years were like."""
