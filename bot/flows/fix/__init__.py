"""/fix: what a signed sheet says is to be put right (整改), for the studio and for those who re-check it."""
