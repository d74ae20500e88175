"""/fund: the year of a studio's fund at a glance, what was booked, vouchers, checks."""
