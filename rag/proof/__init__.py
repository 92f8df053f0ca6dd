"""Whether a sentence in somebody's words is what the paragraphs that it cites say.

Shared by everything that is written and cited: answers in a language model's words, drafts that people hand in.
"""
