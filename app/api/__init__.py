"""The HTTP paths, one file a noun: its query, its endpoints."""
