"""Reading: text → lines → passages → quantities and periods, each with its exact place. Pure: no database, no web."""
