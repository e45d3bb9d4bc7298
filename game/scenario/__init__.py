"""What a trainer writes: the scenario language, its checks, and its compilation for the engine."""
