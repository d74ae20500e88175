"""What tests share: judges of the Bot API, chat scripts, fakes, tables, referees of workbooks.

Nothing here is imported by the program. Fakes stand here, not mocks: each keeps the promises of what it
stands for.
"""
