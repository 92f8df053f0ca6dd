"""The browser app: pages, navigation, sign-in where it is set up. Start it with `pincite ui`."""

from pathlib import Path

import streamlit as st

from index.errors import IndexFolderError, PinciteError
from ui.app.addresses import ASK, BATCH, CHECK, COMPARE, DOCUMENTS, READ, RESULTS, SEARCH
from ui.app.app_pages.page_state import PAGE_FILES, in_words, may_see_results, styles, tab, tab_title
from ui.app.app_pages.sign_in import require_sign_in, sign_out_widget

_STATIC = Path(__file__).with_name("static")

st.set_page_config(page_title=tab_title(), page_icon=str(_STATIC / "icon.svg"))
st.logo(str(_STATIC / "wordmark.svg"), size="medium")
styles()
require_sign_in()

_TITLES = {
    ASK: "Ask",
    SEARCH: "Search",
    READ: "Read",
    COMPARE: "Compare",
    BATCH: "Write",
    CHECK: "Check a draft",
    RESULTS: "Results",
    DOCUMENTS: "Documents",
}
_WIDE = (COMPARE,)
_HIDDEN = () if may_see_results() else (RESULTS,)
page = st.navigation(
    [
        st.Page(
            file,
            title=_TITLES[name],
            default=name == ASK,
            url_path="" if name == ASK else name,
            visibility="hidden" if name in _HIDDEN else "visible",
        )
        for name, file in PAGE_FILES.items()
    ],
    position="top",
)
# Said once in a run: a page that is centred first and wide then jumps with every click.
st.set_page_config(layout="wide" if page.url_path in _WIDE else "centered")
try:
    page.run()
except IndexFolderError as error:
    tab(page.title)
    st.error(in_words(str(error)), icon=":material/error:")
    st.page_link(PAGE_FILES[DOCUMENTS], label="Or add documents here", icon=":material/add:")
except PinciteError as error:
    tab(page.title)
    st.error(in_words(str(error)), icon=":material/error:")
sign_out_widget()
