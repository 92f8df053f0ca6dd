"""What belongs to one language, each written once: a frozen value a language."""
