"""From files to the database: read → verify → load. Nothing else writes what articles state."""
