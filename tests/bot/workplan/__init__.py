"""Plans of work: the chat, what can happen to them, reminders, the workbook."""
