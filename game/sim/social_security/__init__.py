"""The schemes in a life: prices of a plan, claims, contributions, cover and rights."""
