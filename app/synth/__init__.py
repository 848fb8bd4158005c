"""A made-up world of any size, skewed like the real one, to measure and try out with. Nothing of it was ever read."""
