"""Workbooks sent in the chat: received, read in the background, shown, and made something of when their sender says so.

How another part plugs a kind of workbook in, in four places:
1. a reader in `bot.reports.uploads.READERS`: bytes in, JSON values out, run in a child with limits; a table with named
   columns is read by `exports.reading.read(data, columns)` and understood with `bot.changes.upload_table.Table`;
2. a screen that is an `UploadedScreen` (`bot.flows.uploads.uploaded`): what the workbook says, and a button that makes
   it so by a change of its own, which calls `upload_of(desk, id, moment, kind)` and `applied(…)` of `receive_upload`;
3. its line in `KINDS` (`bot.flows.uploads.kinds`), and the screen's in `bot.flows.screens`;
4. where the workbook is sent: `received(given, ask, kind)` of `bot.flows.uploads.incoming`.
"""
