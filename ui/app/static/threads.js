// The threads of questions that this browser asked: kept in it alone, listed on the first page, starred, named, deleted.
// A thread is its questions, which stand in its address; one that goes on is the same thread.

const KEPT = "pincite.threads";
const MOST = 60; // threads that are kept without a star

if (!app.threads) {
  app.threads = { recorded: "", version: 0 };
  app.watchers.push(record, drawThreads, drawStar);
}

function kept() {
  try {
    const found = JSON.parse(localStorage.getItem(KEPT) ?? "[]");
    return Array.isArray(found) ? found.filter((each) => Array.isArray(each?.questions) && each.questions.length) : [];
  } catch {
    return []; // No storage here, or somebody else's words in it.
  }
}

function keep(threads) {
  let free = MOST;
  try {
    localStorage.setItem(KEPT, JSON.stringify(threads.filter((each) => each.star || free-- > 0)));
  } catch {
    return; // A browser that keeps nothing still answers.
  }
  app.threads.version += 1;
}

function askedHere() {
  const here = new URL(location.href);
  if (here.pathname !== new URL("./", document.baseURI).pathname) return null;
  const questions = here.searchParams.getAll("q").filter(Boolean);
  return questions.length ? { questions, address: `./${here.search}` } : null;
}

// Whether one is the other, further on or not as far yet.
function same(one, other) {
  return one.questions.slice(0, other.questions.length).every((each, at) => each === other.questions[at]);
}

function record() {
  const here = askedHere();
  if (!here || here.address === app.threads.recorded || !document.querySelector(".st-key-answer_pane")) return;
  app.threads.recorded = here.address;
  const threads = kept();
  const at = threads.findIndex((each) => same(here, each));
  const [found] = at < 0 ? [{ name: "", star: false }] : threads.splice(at, 1);
  // Whoever went back to an earlier question has not deleted the later ones.
  const whole = found.questions?.length > here.questions.length ? found : { ...found, ...here };
  keep([whole, ...threads]);
}

function change(thread, changes) {
  keep(kept().map((each) => (same(each, thread) ? { ...each, ...changes } : each)));
  drawThreads();
  drawStar();
}

function drawThreads() {
  const place = document.querySelector("[data-threads]");
  const version = String(app.threads.version);
  if (!place || place.dataset.threads === version) return;
  place.dataset.threads = version;
  const threads = kept();
  place.hidden = !threads.length;
  const rows = [...threads.filter((each) => each.star), ...threads.filter((each) => !each.star)].map(row);
  place.querySelector("ul").replaceChildren(...rows);
}

function row(thread) {
  const item = document.createElement("li");
  const name = thread.name || thread.questions[0];
  const link = document.createElement("a");
  link.href = link.dataset.go = thread.address;
  link.textContent = name;
  const more = document.createElement("span");
  more.className = "pc-quiet pc-small";
  more.textContent = thread.questions.length > 1 ? `${thread.questions.length} questions` : "";
  const star = button(thread.star ? "★" : "☆", `Star: ${name}`, () => change(thread, { star: !thread.star }));
  star.setAttribute("aria-pressed", String(Boolean(thread.star)));
  const words = document.createElement("span");
  words.className = "pc-thread";
  words.append(link, " ", more);
  const rename = button("Rename", `Rename: ${name}`, () => nameIt(thread, words));
  item.append(star, words, rename, button("Delete", `Delete: ${name}`, () => drop(thread, item)));
  return item;
}

function button(shown, heard, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "pc-copy";
  made.textContent = shown;
  made.setAttribute("aria-label", heard);
  made.addEventListener("click", act);
  return made;
}

function nameIt(thread, words) {
  const field = document.createElement("input");
  field.value = thread.name || thread.questions[0];
  field.setAttribute("aria-label", "Name of these questions");
  let left = false;
  const leave = (changes) => {
    if (left) return;
    left = true;
    change(thread, changes);
  };
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter") leave({ name: field.value.trim() });
    if (event.key === "Escape") leave({});
  });
  field.addEventListener("blur", () => leave({ name: field.value.trim() }));
  words.replaceChildren(field);
  field.select();
}

function drop(thread, item) {
  const before = kept();
  keep(before.filter((each) => !same(each, thread)));
  // Drawn already: the row stays, to be taken back, until the page is left.
  const place = document.querySelector("[data-threads]");
  if (place) place.dataset.threads = String(app.threads.version);
  const said = document.createElement("span");
  said.className = "pc-thread pc-quiet";
  said.textContent = "Deleted.";
  item.replaceChildren(said, button("Undo", "Undo: keep these questions", () => { keep(before); drawThreads(); }));
  item.querySelector("button").focus();
  say("Deleted");
}

// On the page of a thread itself.
function drawStar() {
  const star = document.querySelector("[data-star]");
  const here = askedHere();
  if (!star || !here) return;
  const thread = kept().find((each) => same(each, here));
  const shown = thread?.star ? "★ Starred" : "☆ Star";
  if (star.textContent !== shown) star.textContent = shown;
  star.setAttribute("aria-pressed", String(Boolean(thread?.star)));
  star.onclick = () => thread && change(thread, { star: !thread.star });
}
