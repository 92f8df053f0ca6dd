"""Plain text and Markdown, and what converters make of printed pages."""
