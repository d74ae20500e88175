"""What is asked of the tables, one file for each noun of `bot.ports`; no transaction begins or ends here."""
