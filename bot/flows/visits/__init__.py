"""Before a visit: it is planned, the studio and the assessors are told, the studio hands in what is asked for."""
