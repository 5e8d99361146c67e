"""Users' own files read into plain values with their problems named."""
