"""Sign-in by Streamlit's own OpenID Connect support; off unless `.streamlit/secrets.toml` has a section `[auth]`."""

import streamlit as st

from ui.app.app_pages.page_state import remark, sign_in_is_on, signed_in


def require_sign_in() -> None:
    """Stop the page with a button to sign in where sign-in is set up and nobody is signed in that can be told apart."""
    if not sign_in_is_on() or (st.user.is_logged_in and signed_in()):
        return
    st.title("pincite")
    if st.user.is_logged_in:
        st.error(
            "Your provider does not say who you are (there is no issuer or no subject in its ID token). Ask whoever "
            "runs this server to look at the section auth of its secrets."
        )
        st.button("Sign out", on_click=st.logout)
        st.stop()
    st.write("Sign in to ask questions and read the documents.")
    st.button("Sign in", type="primary", on_click=st.login)
    st.stop()


def sign_out_widget() -> None:
    """Draw who is signed in and a button to sign out; nothing where sign-in is off."""
    if person := signed_in():
        with st.container(horizontal=True, vertical_alignment="center", key="signed_in"):
            remark(f"Signed in as {person.name}")
            st.button("Sign out", type="tertiary", on_click=st.logout)
