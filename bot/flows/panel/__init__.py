"""Several assessors of one visit: a joint sheet that everybody sees live, or ballots that become one sheet."""
