"""From the text of an article to proposals: no Django, no clock, no database, no learnt model."""
