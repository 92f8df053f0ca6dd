"""How well drafts are checked: drafts made with errors that are known, checked, and the findings held against them."""
