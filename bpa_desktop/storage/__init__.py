"""One encrypted file: open, migrate, save, find, journal."""
