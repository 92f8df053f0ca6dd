"""The browser app: pages, navigation, sign-in where it is set up. Start it with `pincite ui`."""

from pathlib import Path

import streamlit as st

from index.errors import IndexFolderError, PinciteError
from ui.addresses import ASK, BATCH, COMPARE, DOCUMENTS, READ, RESULTS
from ui.app_pages.parts import PAGE_FILES, in_words, styles
from ui.app_pages.sign_in import require_sign_in, sign_out_widget

_HERE = Path(__file__).parent

st.set_page_config(page_title="pincite", page_icon=str(_HERE / "icon.svg"), layout="centered")
st.logo(str(_HERE / "wordmark.svg"), size="medium")
styles()
require_sign_in()

_TITLES = {ASK: "Ask", READ: "Read", COMPARE: "Compare", BATCH: "Batch", RESULTS: "Results", DOCUMENTS: "Documents"}
page = st.navigation(
    [
        st.Page(file, title=_TITLES[name], default=name == ASK, url_path="" if name == ASK else name)
        for name, file in PAGE_FILES.items()
    ],
    position="top",
)
try:
    page.run()
except IndexFolderError as error:
    st.error(in_words(str(error)), icon=":material/error:")
    st.page_link(PAGE_FILES[DOCUMENTS], label="Or add documents here", icon=":material/add:")
except PinciteError as error:
    st.error(in_words(str(error)), icon=":material/error:")
sign_out_widget()
