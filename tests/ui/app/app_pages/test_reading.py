"""The pages that show documents: one to read, two to compare, and the list of them."""

from streamlit.testing.v1 import AppTest

from tests.support.app_frame import ask, errors, html, page


def test_mark_up_in_a_document_shows_as_text_on_every_page(app: AppTest) -> None:
    app.query_params["doc"] = "nasty"
    shown = html(ask(app, "What does paragraph 1 say?"))
    app.query_params.clear()
    shown += html(page(app, "read", doc="nasty")) + html(page(app, "documents"))
    assert "&lt;script&gt;alert(1)&lt;/script&gt; costs $x$, see [a](javascript:alert(1))." in shown
    assert "<script" not in shown
    assert "<i>Head" not in shown
    assert "Nasty &lt;b&gt;paper&lt;/b&gt;" in shown


def test_an_address_of_a_document_that_is_gone_says_so_and_lets_another_be_chosen(app: AppTest) -> None:
    page(app, "read", doc="gone")
    assert errors(app)[0].startswith("No document 'gone' in the index; it holds: ")
    assert app.selectbox[0].value is None
    app.selectbox[0].select_index(0).run()
    assert not app.error
    assert "pc-document" in html(app)


def test_a_document_is_read_at_the_paragraph_of_the_address(app: AppTest) -> None:
    page(app, "read", doc="report-2018", para="2 (a)", mark="19-37")
    assert '<section class="pc-para pc-here" id="para-2"' in html(app)
    assert "<mark>Share information;</mark>" in html(app)


def test_words_are_found_in_a_document(app: AppTest) -> None:
    page(app, "read", doc="report-2018")
    app.text_input(key="find").set_value("banks").run()
    assert "<mark>Banks</mark> cooperate." in html(app)
    assert "States should" not in html(app)
    assert "Found once in 1 paragraph." in html(app)
    app.text_input(key="find").set_value("nowhere").run()
    assert "Not found in this document" in html(app)


def test_a_document_or_paragraph_that_is_not_there_is_told(app: AppTest) -> None:
    page(app, "read", doc="report-2019")
    assert errors(app)[0].startswith("No document 'report-2019' in the index; did you mean 'report-2018'?")
    app.query_params["doc"] = "report-2018"
    app.query_params["para"] = "99"
    app.run()
    assert app.warning[0].value == "There is no paragraph 99 in this document."


def test_two_documents_are_compared_and_one_with_itself_is_not(app: AppTest) -> None:
    page(app, "compare", left="report-2018", right="guide")
    assert "pc-compare" in html(app)
    app.selectbox(key="compare_right").select("report-2018").run()
    assert errors(app) == ["Choose two different documents to compare."]
    assert app.query_params["right"] == "report-2018"


def test_documents_are_listed_with_the_facts_of_the_index(app: AppTest) -> None:
    page(app, "documents")
    assert "The paragraph numbers run on without a gap." in html(app)
    assert "Fingerprint" in html(app)
