// Keys, quiet forms and the note that says what was done. Every page works without it.
const csrf = document.querySelector('meta[name="csrf"]')?.content ?? "";
const note = document.getElementById("note");
const rows = () => [...document.querySelectorAll("[data-row]")];
const GO = { t: "/triage", b: "/bulletin", n: "/entities", m: "/map", s: "/search" };
const STEPS = { j: 1, k: -1, ArrowDown: 1, ArrowUp: -1 };
let waiting = "";
let noteTimer = 0;

export function say(words) {
  if (!note || !words) return;
  note.textContent = words;
  note.classList.add("shown");
  clearTimeout(noteTimer);
  noteTimer = setTimeout(() => note.classList.remove("shown"), 4000);
}

const current = () => document.querySelector("[data-row].at");

export function stand(row) {
  if (!row) return;
  current()?.classList.remove("at");
  row.classList.add("at");
  row.closest("details:not([open])")?.setAttribute("open", "");
  row.focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
}

function step(by) {
  const all = rows();
  const at = all.indexOf(current());
  stand(all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + by, 0), all.length - 1)]);
}

// A form that is sent without leaving the page: the part of the answer that changed takes its place.
async function send(form, button) {
  const body = new FormData(form, button);
  const moved = form.matches(".move") ? form.closest("[data-entry]").dataset.entry : "";
  const at = rows().indexOf(current());
  const answer = await fetch(button?.getAttribute("formaction") ?? form.getAttribute("action"), {
    method: "POST", body: new URLSearchParams(body), headers: { "x-csrf-token": csrf, "x-requested-with": "dateline" },
  }).catch(() => null);
  if (!answer) return say("✕ …");
  if (!answer.ok && answer.redirected && answer.status === 404) return location.assign("/triage");
  if (!answer.ok) return say((await answer.json().catch(() => ({}))).error ?? String(answer.status));
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (new URL(answer.url).pathname !== location.pathname) return location.assign(answer.url);
  if (button?.matches("[data-saves]")) for (const field of form.querySelectorAll("[data-keeps]")) forget(field);
  document.querySelector("main").replaceWith(fresh.querySelector("main"));
  giveBack();
  const done = fresh.getElementById("note")?.textContent.trim();
  if (done) say(done);
  const all = rows();
  if (moved) stand(document.querySelector(`[data-entry="${CSS.escape(moved)}"] [data-row]`));
  else if (at >= 0) stand(all[Math.min(at, all.length - 1)]);
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("form[data-quiet]")) return;
  event.preventDefault();
  send(form, event.submitter);
});

function press(key) {
  const scope = current();
  const found = scope?.querySelector(`[data-key="${CSS.escape(key)}"]`)
    ?? scope?.closest("[data-entry]")?.querySelector(`[data-key="${CSS.escape(key)}"]`)
    ?? document.querySelector(`main [data-key="${CSS.escape(key)}"]:not([data-row] *)`)
    ?? document.querySelector(`.masthead [data-key="${CSS.escape(key)}"]`);
  if (!found || found.disabled) return false;
  if (found.matches("input:not([type=checkbox]), textarea, select")) found.focus();
  else found.click();
  if (found.matches("summary")) found.parentElement.querySelector("textarea, input:not([type=hidden])")?.focus();
  return true;
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.key === "Escape") return document.activeElement?.blur?.();
  if (event.target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]")) return;
  if (document.querySelector("dialog[open]") && event.key !== "?") return;
  if (waiting === "g") {
    waiting = "";
    if (GO[event.key]) { event.preventDefault(); location.assign(GO[event.key]); }
    return;
  }
  if (event.key === "g") { waiting = "g"; setTimeout(() => { waiting = ""; }, 1500); return; }
  if (event.key in STEPS && rows().length) { event.preventDefault(); return step(STEPS[event.key]); }
  if (event.key === "?") { event.preventDefault(); return toggle("keys"); }
  if (event.key === "/") {
    event.preventDefault();
    const box = document.querySelector('input[type="search"]');
    return box ? box.focus() : location.assign("/search");
  }
  if (event.key === "Enter" && !event.target.matches("[data-row], body")) return;
  if (event.key.length === 1 || event.key === "Enter") { if (press(event.key)) event.preventDefault(); }
});

function toggle(id) {
  const sheet = document.getElementById(id);
  if (sheet?.open) sheet.close(); else sheet?.showModal();
}

document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-opens]");
  if (opener) toggle(opener.dataset.opens);
  const row = event.target.closest("[data-row]");
  if (row) { current()?.classList.remove("at"); row.classList.add("at"); }
  for (const menu of document.querySelectorAll("details.menu[open]")) if (!menu.contains(event.target)) menu.open = false;
});

// What is hidden until it is wanted: the reason of a rejection.
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-reveals]");
  if (!button) return;
  const part = document.getElementById(button.dataset.reveals);
  part.hidden = !part.hidden;
  if (!part.hidden) part.querySelector("input")?.focus();
});

// Ctrl-Enter sends what is being written.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || !event.target.form) return;
  event.preventDefault();
  event.target.form.requestSubmit(event.target.form.querySelector("button[data-saves], button.primary") ?? undefined);
});

// Enter in a one-line field does what stands beside it, not what stands first in the form.
document.addEventListener("keydown", (event) => {
  const field = event.target;
  if (event.key !== "Enter" || !field.matches?.("input[data-sends]")) return;
  event.preventDefault();
  const button = field.form.querySelector(`button[value="${CSS.escape(field.dataset.sends)}"]`);
  field.form.requestSubmit(button);
});

// What is being written is kept by the desk within a second of a key, and in this browser until it is: after a
// crash of either the words stand where they stood.
const KEEP_AFTER = 500; // milliseconds
const waitingToKeep = new Map();
const inBrowser = (subject) => `dateline ${subject}`;

function keepSoon(field) {
  const subject = field.dataset.keeps;
  localStorage.setItem(inBrowser(subject), field.value);
  if (waitingToKeep.has(subject)) return;
  waitingToKeep.set(subject, setTimeout(() => { waitingToKeep.delete(subject); keep(subject, field.value); }, KEEP_AFTER));
}

async function keep(subject, words) {
  const answer = await fetch("/kept", {
    method: "POST", body: new URLSearchParams({ subject, words }), keepalive: words.length < 20_000,
    headers: { "x-csrf-token": csrf, "x-requested-with": "dateline" },
  }).catch(() => null);
  if (answer?.ok && localStorage.getItem(inBrowser(subject)) === words) localStorage.removeItem(inBrowser(subject));
}

function forget(field) {
  const subject = field.dataset.keeps;
  clearTimeout(waitingToKeep.get(subject));
  waitingToKeep.delete(subject);
  localStorage.removeItem(inBrowser(subject));
  keep(subject, "");
}

function giveBack() {
  for (const field of document.querySelectorAll("[data-keeps]")) {
    const words = localStorage.getItem(inBrowser(field.dataset.keeps));
    if (words === null || words === field.value) continue;
    field.value = words;
    field.closest("details")?.setAttribute("open", "");
    keep(field.dataset.keeps, words);
  }
}

document.addEventListener("input", (event) => { if (event.target.dataset?.keeps) keepSoon(event.target); });
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-forgets]");
  if (!button) return;
  const field = button.form.querySelector("[data-keeps]");
  field.value = field.dataset.saved;
  forget(field);
  button.parentElement.hidden = true;
});
giveBack();

// The slider over the days of the ledger: it moves the date field beside it, and asks when it is let go.
const DAY = 86_400_000;
for (const slider of document.querySelectorAll("[data-moment-of]")) {
  const field = slider.closest("form").querySelector("[data-moment-day]");
  slider.hidden = false;
  slider.addEventListener("input", () => {
    const day = new Date(Date.parse(slider.dataset.momentOf) + slider.value * DAY).toISOString().slice(0, 10);
    field.value = slider.value === slider.max ? "" : day;
    slider.setAttribute("aria-valuetext", day);
  });
  slider.addEventListener("change", () => slider.form.requestSubmit());
}
