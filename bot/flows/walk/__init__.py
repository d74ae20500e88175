"""The assessor's walk: choose a visit, score item by item, check, comment, sign."""
