"""English articles of the genre."""
