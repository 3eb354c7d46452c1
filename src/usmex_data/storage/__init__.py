"""Files and folders written whole or not at all, and one process at a time that writes."""
