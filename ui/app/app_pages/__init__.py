"""The pages of the browser app; Streamlit runs them, and only they and ui/app/app.py import it."""
