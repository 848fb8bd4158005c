"""Evaluation: what reading proposes, measured against records that somebody has reviewed."""
