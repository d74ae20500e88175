"""The only place that knows every part: it builds one running program from settings, and the small ones beside it.

program (a running bot) ← parts (adapters between two parts) · sheets (jobs that render)
· draft_jobs (documents that are read) · upload_jobs (workbooks handed in) · upkeep (what is cleared away)
· control (the socket for commands) ← errands (what commands write) · lifetime (signals, stopping in time)
· service, trial (the bot against Telegram, and on the stand-in) ← memory (garbage) · desk_check (doctor).
"""
