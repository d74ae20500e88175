"""/file: the registers of a studio: what stands there, what is missing, what happened to an entry, Excel in and out."""
