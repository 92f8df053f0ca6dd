// The words of an answer and where they stand. What the pointer or the keyboard is on is lit in the other pane; a click
// pins it, so that one can go there and read; j and k walk from one to the next, whose link Enter opens.

function quoteOf(target) {
  return target.closest?.(".st-key-answer_pane [data-quote]");
}

function light(quote) {
  const pinned = document.querySelector("[data-quote].pc-pinned");
  if (pinned && pinned !== quote) return;
  const lit = document.querySelector("[data-quote].pc-lit");
  if (!quote || quote === lit) return;
  dark();
  const card = document.getElementById(quote.dataset.quote);
  if (!card) return;
  quote.classList.add("pc-lit");
  const words = plain(quote);
  const marks = [...card.querySelectorAll("mark")].filter((mark) => words.includes(plain(mark)) || plain(mark).includes(plain(quote.querySelector(".pc-words"))));
  const frame = frameOf(card);
  for (const mark of frame ? [...marks, frame] : marks) mark.classList.add("pc-lit");
  bring(frame ?? marks[0] ?? card);
}

// Where a paragraph stands on the page of its PDF file, if that is shown in place of its text.
function frameOf(card) {
  const page = card.nextElementSibling;
  return page?.matches(".pc-page") ? page.querySelector(".pc-frame") : null;
}

// A page is taller than the pane, and what is framed on it may stand at its foot.
let framed = null;
function bringFirstFrame() {
  const first = document.querySelector(".st-key-source_pane .pc-page .pc-frame");
  if (first === framed) return;
  framed = first;
  const picture = first?.parentElement.querySelector("img");
  if (picture) picture.decode().then(() => bring(first), () => {});
}

function dark() {
  for (const each of document.querySelectorAll(".pc-lit, .pc-pinned")) each.classList.remove("pc-lit", "pc-pinned");
}

function plain(node) {
  return (node?.textContent ?? "").replace(/\s+/g, " ").trim();
}

// Only the pane moves, and only where it is one.
function bring(element) {
  const pane = sourcePane();
  if (!pane || getComputedStyle(pane).overflowY !== "auto") return;
  const { top, bottom } = element.getBoundingClientRect();
  const frame = pane.getBoundingClientRect();
  // The field lies over the foot of the pane until the page is scrolled.
  const foot = Math.min(frame.bottom, document.querySelector(".st-key-ask_bar")?.getBoundingClientRect().top ?? Infinity);
  if (top < frame.top || bottom > foot) pane.scrollBy({ top: top - frame.top - 60, behavior: "instant" });
}

function pin(target) {
  const quote = quoteOf(target);
  const pinned = document.querySelector("[data-quote].pc-pinned");
  if (!quote || window.getSelection()?.toString()) return;
  dark();
  if (quote === pinned) return;
  light(quote);
  quote.classList.add("pc-pinned");
}

function walk(event) {
  if (event.metaKey || event.ctrlKey || event.altKey || event.target.closest?.("input, textarea, select, [contenteditable]")) return;
  if (event.key === "Escape") return dark();
  const step = { j: 1, k: -1 }[event.key];
  const quotes = [...document.querySelectorAll(".st-key-answer_pane [data-quote]")];
  if (!step || !quotes.length) return;
  const now = quotes.findIndex((each) => each.classList.contains("pc-lit"));
  const next = quotes[now < 0 ? (step > 0 ? 0 : quotes.length - 1) : Math.min(Math.max(now + step, 0), quotes.length - 1)];
  dark();
  const fold = next.closest("details");
  if (fold) fold.open = true;
  next.querySelector("a")?.focus();
  next.scrollIntoView({ block: "nearest" });
  light(next);
}
