"""Unicode, spans, scripts, calendars."""
