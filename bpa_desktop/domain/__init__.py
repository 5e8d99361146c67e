"""What the program knows: records, calendars, rules; no files, no clock."""
