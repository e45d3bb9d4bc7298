"""The law: dated parameters and pure formulas over arrays; no files, no clock, no chance."""
