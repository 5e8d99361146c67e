"""The three municipal papers the program began with, and where everything they name lives."""
