// What clicks on the app's own HTML do: copy a text, open a page in place, scroll to a part of the page.
// The HTML holds data only (data-copy, data-go, data-scroll); nothing from a document is ever run or inserted as HTML.

const app = (window.pincite ??= { listening: false, done: null });

export default function (component) {
  const { data } = component;
  if (!app.listening) {
    app.listening = true;
    document.addEventListener("click", onClick);
  }
  if (data.token !== app.done) {
    app.done = data.token;
    if (data.scroll) whenThere(`[id="${CSS.escape(data.scroll)}"]`, reach);
    else if (data.focus) whenThere(`[aria-label="${CSS.escape(data.focus)}"]`, (field) => field.focus({ preventScroll: true }));
  }
}

function onClick(event) {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const target = event.target.closest?.("[data-copy], a[data-go], a[data-scroll]");
  if (!target) return;
  if (target.dataset.copy !== undefined) {
    copy(target);
  } else if (target.dataset.go !== undefined) {
    event.preventDefault();
    open(target.dataset.go);
  } else if (target.dataset.scroll !== undefined) {
    event.preventDefault();
    closeContents();
    whenThere(`[id="${CSS.escape(target.dataset.scroll)}"]`, reach);
  }
}

// On a phone the contents lie over the text.
function closeContents() {
  if (window.innerWidth < 768) document.querySelector('[data-testid="stSidebarCollapseButton"] button')?.click();
}

// As if the reader had been there before and gone back or forward: one step of history, and the session stays.
function open(address) {
  history.pushState({}, "", new URL(address, document.baseURI));
  window.dispatchEvent(new PopStateEvent("popstate", { state: {} }));
}

function reach(element) {
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

async function copy(button) {
  const words = button.dataset.copy;
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
