"""Files that people sent and sheets that were made: kept by content, fetched in the background."""
