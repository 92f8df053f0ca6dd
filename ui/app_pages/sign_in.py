"""Sign-in by Streamlit's own OpenID Connect support; off unless `.streamlit/secrets.toml` has a section `[auth]`."""

import streamlit as st


def require_sign_in() -> None:
    """Stop the page with a button to sign in where sign-in is set up and nobody is signed in."""
    if not is_set_up() or st.user.is_logged_in:
        return
    st.title("pincite")
    st.write("Sign in to ask questions and read the documents.")
    st.button("Sign in", type="primary", on_click=st.login)
    st.stop()


def is_set_up() -> bool:
    """Whether the secrets of this server say how people sign in."""
    try:
        return "auth" in st.secrets
    except FileNotFoundError:
        return False
