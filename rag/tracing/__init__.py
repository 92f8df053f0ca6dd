"""What a question spends its time on, told to whoever watches."""
