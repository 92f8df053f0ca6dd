"""Questions as people hand them in: text, tables, workbooks and Word documents read into rows."""
