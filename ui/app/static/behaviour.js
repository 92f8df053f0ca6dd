// What clicks on the app's own HTML do: copy a text, open a page in place, scroll to a part of the page.
// The HTML holds data only (data-copy, data-go, data-back, data-reword, data-scroll, data-state, data-unfold); nothing from a document is ever run
// or inserted as HTML. What Streamlit leaves to be wished for on any page is mended here too: a field that keeps the last question,
// a menu that stays open, Back that forgets the place, and words of its own for a lost server and for wrong files.

const QUESTION = '[aria-label="Your question"]';
const PHONE = 768; // px; below it Streamlit lays the sidebar over the page
const app = (window.pincite ??= { listening: false, done: null, left: new Map(), here: "", returning: null, watchers: [] });

export default function (component) {
  const { data } = component;
  if (!app.listening) listen();
  app.here = addressOf(location.href);
  if (data.token === app.done) return;
  app.done = data.token;
  if (app.returning) return;
  if (data.scroll) whenThere(`[id="${CSS.escape(data.after)}"]`, () => reach(document.getElementById(data.scroll)));
  if (data.focus) whenThere(`[aria-label="${CSS.escape(data.focus)}"]`, (field) => field.focus({ preventScroll: true }));
}

function listen() {
  app.listening = true;
  document.addEventListener("click", onClick);
  document.addEventListener("copy", onCopy);
  document.addEventListener("click", leave, { capture: true });
  window.addEventListener("popstate", onHistory, { capture: true });
  document.addEventListener("keydown", (event) => event.key === "Enter" && event.target.matches?.(QUESTION) && asked(event.target));
  document.addEventListener("keydown", walk);
  for (const kind of ["pointerover", "focusin"]) document.addEventListener(kind, (event) => light(quoteOf(event.target)));
  let looking = 0;
  app.watchers.push(bringFirstFrame);
  const look = () => { looking ||= requestAnimationFrame(() => { looking = 0; inOurWords(); for (const watch of app.watchers) watch(); }); };
  new MutationObserver(look).observe(document.body, { childList: true, subtree: true, characterData: true });
  // What was there before nobody observes.
  look();
}

function onClick(event) {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  // Streamlit follows its own links, and leaves the menu that they stand in over the page.
  if (event.target.closest?.('[data-testid="stSidebarNavLink"]')) closeSidebar();
  if (event.defaultPrevented) return;
  const target = event.target.closest?.("[data-copy], [data-copy-link], [data-reword], [data-unfold], a[data-go], a[data-scroll]");
  if (!target) return pin(event.target);
  if (target.dataset.copyLink !== undefined) {
    copy(target, location.href);
  } else if (target.dataset.copy !== undefined) {
    copy(target, target.dataset.copy);
  } else if (target.dataset.go !== undefined) {
    event.preventDefault();
    open(target.dataset.go);
    if (target.dataset.back !== undefined) comeBack();
  } else if (target.dataset.scroll !== undefined) {
    event.preventDefault();
    closeSidebar();
    whenThere(`[id="${CSS.escape(target.dataset.scroll)}"]`, reach);
  } else if (target.dataset.reword !== undefined) {
    reword(target.dataset.reword);
  } else if (target.dataset.unfold !== undefined) {
    unfold(document.querySelector(`.st-key-${CSS.escape(target.dataset.unfold)}`));
  }
}

// The question in the field again, to be asked in other words. Streamlit hears of what is typed, not of what is set.
function reword(question) {
  const field = document.querySelector(QUESTION);
  if (!field) return;
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(field, question);
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.focus({ preventScroll: true });
  field.select();
}

function unfold(fold) {
  const summary = fold?.querySelector("summary");
  if (!summary) return;
  if (!summary.parentElement.open) summary.click();
  summary.focus({ preventScroll: true });
  // It grows as it opens, and until then the page may be too short to scroll there.
  setTimeout(() => fold.scrollIntoView({ block: "start", behavior: "smooth" }), 300);
}

// On a phone the menu and the contents lie over the text.
function closeSidebar() {
  if (window.innerWidth < PHONE) document.querySelector('[data-testid="stSidebarCollapseButton"] button')?.click();
}

// A keyboard on the screen would lie over the answer.
function asked(field) {
  if (window.matchMedia("(hover: none)").matches) setTimeout(() => field.blur());
}

// As if the reader had been there before and gone back or forward: one step of history, and the session stays.
function open(address) {
  history.pushState({}, "", new URL(address, document.baseURI));
  app.here = addressOf(location.href);
  app.returning = null;
  app.opening = true;
  window.dispatchEvent(new PopStateEvent("popstate", { state: {} }));
  app.opening = false;
}

function reach(element) {
  // The reader went elsewhere while the page was drawn.
  if (!element) return;
  const { top, height } = element.getBoundingClientRect();
  // Gliding shows where one went; past many paragraphs it only takes time.
  const far = Math.abs(top) > 2 * window.innerHeight;
  const calm = far || window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const tall = height > window.innerHeight / 2;
  element.scrollIntoView({ block: tall || /^h\d$/i.test(element.tagName) ? "start" : "center", behavior: calm ? "auto" : "smooth" });
  element.focus({ preventScroll: true });
}

// The page is drawn piece by piece: wait until the piece that is wanted is there; the first one may wait for the index.
function whenThere(selector, act) {
  const until = performance.now() + 20000;
  const look = () => {
    const element = document.querySelector(selector);
    if (element) setTimeout(() => act(document.querySelector(selector) ?? element), 60);
    else if (performance.now() < until) requestAnimationFrame(look);
  };
  look();
}

// Where each page was left, so that Back leads to the same lines again. Streamlit scrolls an element, not the window, and
// the sources an element of their own, so the browser remembers nothing.

function scrollers() {
  return [document.querySelector('[data-testid="stMain"]'), sourcePane()].filter(Boolean);
}

function sourcePane() {
  return document.querySelector(".st-key-source_pane")?.parentElement;
}

function tops() {
  return scrollers().map((each) => each.scrollTop);
}

// The same for addresses that name the same things in another order or spelling.
function addressOf(url) {
  const { pathname, searchParams } = new URL(url, document.baseURI);
  searchParams.sort();
  return `${pathname}?${searchParams}`;
}

function leave() {
  app.here = addressOf(location.href);
  app.left.set(app.here, tops());
}

function onHistory() {
  if (app.opening) return;
  // The address is the new one already; the page of the old one is still there.
  app.left.set(app.here, tops());
  app.here = addressOf(location.href);
  comeBack();
}

// Scroll to where this page was left, once it is drawn; whoever scrolls meanwhile is left alone.
function comeBack() {
  const left = app.left.get(app.here);
  if (!left?.some(Boolean)) return;
  const mine = (app.returning = { token: app.done, drawing: false });
  const stop = () => {
    if (app.returning === mine) app.returning = null;
    for (const each of ["wheel", "touchmove", "keydown"]) window.removeEventListener(each, stop);
  };
  for (const each of ["wheel", "touchmove", "keydown"]) window.addEventListener(each, stop, { passive: true });
  const until = performance.now() + 20000;
  const look = () => {
    if (app.returning !== mine) return;
    const running = document.querySelector('[data-testid="stApp"]')?.dataset.testScriptState !== "notRunning";
    mine.drawing ||= running || app.done !== mine.token;
    const here = scrollers();
    if (mine.drawing && !running && left.every((top, at) => here[at] && here[at].scrollHeight - here[at].clientHeight >= top - 1)) {
      left.forEach((top, at) => here[at].scrollTo({ top, behavior: "instant" }));
      setTimeout(stop, 60);
    } else if (performance.now() < until) requestAnimationFrame(look);
    else stop();
  };
  look();
}

// What Streamlit says in words for programmers.

const KINDS = {
  txt: "Text", text: "Text", md: "Markdown", markdown: "Markdown", csv: "CSV", tsv: "TSV", xlsx: "Excel", xlsm: "Excel",
  docx: "Word", docm: "Word", dotx: "Word", doc: "Word", dot: "Word", pdf: "PDF", html: "HTML", htm: "HTML", xhtml: "HTML",
  rtf: "RTF", odt: "OpenDocument", ott: "OpenDocument", jsonl: "JSON Lines",
};

function inOurWords() {
  for (const title of document.querySelectorAll('[role="dialog"] h2')) {
    if (title.textContent === "Connection error") tellLost(title);
    if (title.textContent === "Page not found") tellNowhere(title);
  }
  for (const words of document.querySelectorAll('[data-testid="stFileChip"] [role="alert"], [data-testid="stTooltipErrorContent"]')) {
    if (/files are not allowed/.test(words.textContent)) tellKinds(words);
  }
}

function tellLost(title) {
  rename(title, "The server does not answer");
  const body = title.nextElementSibling;
  // Streamlit sets the classes anew when the theme changes.
  body.dataset.pcLost = "";
  for (const line of [
    "What you see stays as it is, and the page connects again by itself when the server is back.",
    "If pincite runs on your own machine and was ended, start it again: pincite ui. Else ask whoever runs it for you.",
  ]) {
    const words = document.createElement("p");
    words.className = "pc-lost-words";
    words.textContent = line;
    body.append(words);
  }
}

function tellNowhere(title) {
  rename(title, "There is no such page");
  rename(title.nextElementSibling, "The address may be mistyped, or older than this version. The first page was opened instead.");
}

function tellKinds(words) {
  const field = (words.closest('[data-testid="stFileUploader"]') ?? document).querySelector('input[type="file"]');
  const endings = (field?.accept ?? "").split(",").filter((each) => each.startsWith("."));
  const kinds = [...new Set(endings.map((each) => KINDS[each.slice(1)] ?? each))];
  const last = kinds.pop();
  rename(words, `This kind of file cannot be read here. Choose ${kinds.length ? `${kinds.join(", ")} or ${last}` : last}.`);
}

// Streamlit goes on writing to the text that it made, so that is kept and only says something else.
function rename(element, words) {
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(), first = true; text; text = texts.nextNode(), first = false) text.nodeValue = first ? words : "";
}

// Of a passage that is no answer, what is selected and copied says so wherever it is pasted.
function onCopy(event) {
  const selection = window.getSelection();
  if (event.defaultPrevented || !event.clipboardData || !selection?.rangeCount || selection.isCollapsed) return;
  const ends = [selection.anchorNode, selection.focusNode];
  const state = ends.map((node) => (node?.nodeType === Node.TEXT_NODE ? node.parentElement : node)?.closest?.("[data-state]")).find(Boolean)?.dataset.state;
  if (!state) return;
  const note = ` [${state}]`;
  const copied = document.createElement("div");
  copied.append(selection.getRangeAt(0).cloneContents(), note);
  event.clipboardData.setData("text/plain", `${selection}${note}`);
  event.clipboardData.setData("text/html", copied.innerHTML);
  event.preventDefault();
}

async function copy(button, words) {
  try {
    await navigator.clipboard.writeText(words);
  } catch {
    // Browsers keep the clipboard from pages that come over plain HTTP from another machine.
    copyBySelection(words);
  }
  const label = button.textContent;
  if (label === "Copied") return;
  button.style.minWidth = `${button.offsetWidth}px`;
  button.textContent = "Copied";
  say("Copied");
  setTimeout(() => { button.textContent = label; button.style.minWidth = ""; }, 1500);
}

function copyBySelection(words) {
  const field = document.createElement("textarea");
  field.value = words;
  field.style.cssText = "position:fixed;opacity:0";
  document.body.append(field);
  field.select();
  document.execCommand("copy");
  field.remove();
}

// For screen readers, which do not hear that a button's words changed.
function say(words) {
  let place = document.getElementById("pc-said");
  if (!place) {
    place = document.createElement("div");
    place.id = "pc-said";
    place.setAttribute("role", "status");
    place.style.cssText = "position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)";
    document.body.append(place);
  }
  place.textContent = "";
  setTimeout(() => { place.textContent = words; }, 50);
}
