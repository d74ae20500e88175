"""The conversation: which screens there are, what they show, what an input to them means.

Pure but for each screen's `load`. No Telegram, no SQL, no openpyxl.
"""
