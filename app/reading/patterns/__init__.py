"""What sentences state, rule by rule: each a pattern over the signs of a sentence, with examples that are its test."""
