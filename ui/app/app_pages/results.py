"""Results: the evaluation reports, what changed from one to the next, and the questions that went wrong."""

from pathlib import Path

import streamlit as st

from eval.reports.charts import CAPTIONS
from eval.reports.compare import Comparison, compare, read_side
from eval.reports.report import OWN_REPORTS
from ui.app.app_pages.page_state import (
    behaviour,
    errors_in_words,
    feedback_path,
    index,
    may_see_feedback,
    may_see_results,
    remark,
    show,
    tab,
)
from ui.app.markup.render import label
from ui.app.markup.results import (
    changes_html,
    confidence_html,
    failed_html,
    made_in_words,
    scores_html,
    states_in_words,
    verdicts_html,
)
from ui.app.services.feedback import read_feedback
from ui.app.services.results import Kept, failed, kept_reports, question_records
from ui.paths import reports_folder

_ALL, _GOOD = "all", "good"
_VERDICTS = (_ALL, _GOOD, "not good")
_VERDICTS_A_PAGE = 20


def run() -> None:
    """Draw the page."""
    tab("Results")
    st.title("Results", anchor=False)
    if not may_see_results():
        st.info("Only administrators see how pincite was evaluated. Ask whoever runs it for you.")
        return
    kept = kept_reports(reports_folder(), OWN_REPORTS)
    if kept:
        _report(kept)
    else:
        st.info(f"There are no evaluation reports in {label(str(reports_folder()))} yet; make one: pincite eval run")
    if may_see_feedback():
        _readers()
    behaviour(token="results")


def _report(kept: tuple[Kept, ...]) -> None:
    names = {each.folder: f"{made_in_words(each.report)} ({each.folder.name})" for each in kept}
    chosen = st.selectbox("Report", kept, format_func=lambda each: names[each.folder], key="report")
    splits = list(chosen.report.splits)
    # The split that nothing was tuned on tells most.
    split = st.segmented_control("Questions", splits, default=splits[-1], key="split", required=True) or splits[-1]
    st.header("Scores by kind of question", anchor=False)
    show(scores_html(chosen.report.splits[split]))
    _states(chosen, split)
    _confidence(chosen, split)
    _changes(chosen, kept, names, split)
    _failed(chosen, split)
    _charts(chosen.folder)


def _states(chosen: Kept, split: str) -> None:
    if chosen.has_questions:
        with errors_in_words():
            records = [each for each in question_records(chosen.folder) if each["split"] == split]
            remark(f"What was shown for {states_in_words(records)}.")


def _confidence(chosen: Kept, split: str) -> None:
    if not chosen.has_questions:
        return
    with errors_in_words():
        drawn = confidence_html([each for each in question_records(chosen.folder) if each["split"] == split])
        if drawn:
            st.header("Confidence", anchor=False)
            remark("Answers and related passages in groups, the least sure first. Confidence is right on the line.")
            show(drawn)


def _readers() -> None:
    """What readers said of answers, the last first."""
    st.header("What readers said", anchor=False)
    with errors_in_words():
        verdicts = read_feedback(feedback_path())[::-1]
        if not verdicts:
            remark("Nothing yet. Below each answer there are thumbs for it.")
            return
        good = sum(each.is_good for each in verdicts)
        remark(f"{good:,} good, {len(verdicts) - good:,} not. Candidates for gold questions: pincite eval feedback")
        wanted = st.pills("Verdicts", _VERDICTS, default=_ALL, key="verdicts_shown", required=True)
        chosen = [each for each in verdicts if wanted in (_ALL, None) or each.is_good == (wanted == _GOOD)]
        pages = max(1, -(-len(chosen) // _VERDICTS_A_PAGE))
        number = st.pagination(pages, key="verdicts_page") if pages > 1 else 1
        show(verdicts_html(chosen[(number - 1) * _VERDICTS_A_PAGE : number * _VERDICTS_A_PAGE]))


def _changes(chosen: Kept, kept: tuple[Kept, ...], names: dict[Path, str], split: str) -> None:
    others = [each for each in kept if each.folder != chosen.folder and each.has_questions]
    if not others or not chosen.has_questions:
        return
    st.header("What changed", anchor=False)
    before = next((i for i, each in enumerate(others) if each.made <= chosen.made), 0)
    other = st.selectbox("Since", others, before, format_func=lambda each: names[each.folder], key="since")
    with errors_in_words():
        show(changes_html(_compared(str(other.folder), str(chosen.folder), other.made, chosen.made), split))


@st.cache_resource(show_spinner="Comparing …", max_entries=20)
def _compared(before: str, after: str, made_before: str, made_after: str) -> Comparison:
    """The comparison of two reports, made once for everybody."""
    return compare(read_side(Path(before)), read_side(Path(after)))


def _failed(chosen: Kept, split: str) -> None:
    st.header("Questions that went wrong", anchor=False)
    if not chosen.has_questions:
        remark("Only the scores of this report were kept. A new one has its questions and answers: pincite eval run")
        return
    with errors_in_words():
        wrong = [each for each in failed(question_records(chosen.folder)) if each["split"] == split]
        outcomes = sorted({str(each["outcome"]) for each in wrong})
        if not wrong:
            remark("None.")
            return
        outcome = st.pills("What went wrong", [_ALL, *outcomes], default=_ALL, key="outcome", required=True)
        shown = [each for each in wrong if outcome in (_ALL, None, each["outcome"])]
        remark(f"{len(shown)} of {len(wrong)}. Each opens to what was wanted beside what was shown.")
        show(failed_html(shown, index()))


def _charts(folder: Path) -> None:
    drawn = [(folder / name, caption) for name, caption in CAPTIONS.items() if (folder / name).is_file()]
    if drawn:
        st.header("Charts", anchor=False)
    for path, caption in drawn:
        st.image(str(path), caption, width="stretch", alt=caption)


run()
