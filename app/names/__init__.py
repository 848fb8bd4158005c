"""Names in any script. Pure: no database, no web."""
