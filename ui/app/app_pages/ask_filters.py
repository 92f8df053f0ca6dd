"""The filters of the Ask page: documents, bodies, years. What is chosen stands in the page's address."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from index.document import Document
from rag.citing.citation import listed_name
from ui.app.addresses import AskAddress, Filters
from ui.app.app_pages.page_state import fill, params, set_params
from ui.app.filtering import Choices, choices, known_filters, summary


def filters_widget(documents: Sequence[Document], address: AskAddress) -> None:
    """Draw the filters, folded, under a button that says what is chosen."""
    among = choices(documents)
    filters = known_filters(address.filters, documents)
    fill("filter_documents", list(filters.documents))
    fill("filter_bodies", list(filters.bodies))
    shown = summary(filters, documents)
    with st.expander(shown, type="compact", icon=":material/filter_list:", key="filters_open"):
        names = {each.id: listed_name(each) for each in documents}
        st.multiselect(
            "Documents",
            among.documents,
            format_func=lambda each: names.get(each, each),
            key="filter_documents",
            placeholder="All documents",
            on_change=_changed,
            wrap=True,
        )
        st.multiselect(
            "Bodies", among.bodies, key="filter_bodies", placeholder="All bodies", on_change=_changed, wrap=True
        )
        _years(among, filters)
        if filters:
            st.button("Clear the filters", type="tertiary", on_click=_clear)


def _years(among: Choices, filters: Filters) -> None:
    if among.years is None or among.years[0] == among.years[1]:
        return
    first, last = among.years
    chosen = (max(filters.first_year or first, first), min(filters.last_year or last, last))
    fill("filter_years", chosen if chosen[0] <= chosen[1] else (first, last))
    st.slider("Years", first, last, key="filter_years", on_change=_changed, args=(among.years,))


def _changed(whole: tuple[int, int] | None = None) -> None:
    """Put what the fields say into the address; the whole span of years filters nothing."""
    address = AskAddress.parse(params())
    # A field that was not drawn in a run that another click cut short has no value: the address keeps its own then.
    held = st.session_state
    filters = replace(
        address.filters,
        documents=tuple(held.get("filter_documents", address.filters.documents)),
        bodies=tuple(held.get("filter_bodies", address.filters.bodies)),
    )
    if whole is not None and "filter_years" in held:
        first, last = held["filter_years"]
        filters = replace(
            filters, first_year=first if first > whole[0] else None, last_year=last if last < whole[1] else None
        )
    set_params(replace(address, filters=filters).pairs())


def _clear() -> None:
    set_params(replace(AskAddress.parse(params()), filters=Filters()).pairs())
