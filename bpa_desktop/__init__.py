"""BPA Desktop: keep a scheme of citizen-controlled personal assistance."""

__version__ = "0.1.0"
