"""How a report is to look: its title, where its citations stand, a Word template of one's own."""

import streamlit as st

from rag.reports.report import CitationStyle
from ui.app.services.report_look import ReportLook
from ui.app.services.uploads import Upload

_STYLES: dict[str, CitationStyle | None] = {
    "Footnotes in Word, brackets elsewhere": None,
    "Footnotes": "footnotes",
    "Brackets in the text": "brackets",
}


def look_widget(key: str, title: str) -> ReportLook:
    """The look that somebody chose; `title` is what the report is called unless they say otherwise."""
    with st.expander("Title, citations and Word template", type="compact", icon=":material/tune:", key=f"look-{key}"):
        named = st.text_input("Title", value=title, key=f"title-{key}")
        style = st.selectbox("Citations", list(_STYLES), key=f"citations-{key}")
        file = st.file_uploader(
            "Your own Word template, for its styles, page, header and footer",
            type=["docx", "dotx"],
            key=f"template-{key}",
        )
    template = Upload(file.name, file.getvalue()) if file is not None else None
    return ReportLook(" ".join(named.split()) or title, _STYLES[style], template)
