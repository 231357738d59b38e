// The form of an act keeps itself. What is typed stays in this browser until
// the server has it, and goes there a moment later.
import { say } from "./say.js";

const prefix = "tori:", month = 30 * 864e5;
let form, timer, flying, since, dirty, halted, out, waits;

const store = {
  get(key) { try { return JSON.parse(localStorage.getItem(key)); } catch { return null; } },
  put(key, copy) { try { localStorage.setItem(key, JSON.stringify(copy)); return true; } catch { return false; } },
  drop(key) { try { localStorage.removeItem(key); } catch {} },
  keys() { try { return Object.keys(localStorage).filter((k) => k.startsWith(prefix)); } catch { return []; } },
};
const key = () => prefix + form.dataset.keep;
const version = () => +(form.elements.version?.value ?? 0);
const part = (name) => form.querySelector(`[data-${name}]`);
const marks = ["version", "base", "form_key"];
const typed = () => [...new FormData(form)].filter(([n, v]) => typeof v === "string" && !marks.includes(n));
const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

// tell shows the words and of the buttons those that help now.
function tell(words, aloud, ...buttons) {
  part("words").textContent = words;
  for (const b of ["compare", "drop", "sign-in"]) part(b).hidden = !buttons.includes(b);
  if (aloud) say(words);
}

// put writes fields back into the form.
function put(fields) {
  const rest = [...fields];
  for (const f of form.elements) {
    if (!f.name || /^(hidden|file|submit|button)$/.test(f.type) || f.tagName === "FIELDSET") continue;
    const tick = /^(checkbox|radio)$/.test(f.type), at = rest.findIndex(([n, v]) => n === f.name && (!tick || v === f.value));
    if (tick) f.checked = at >= 0;
    else if (at >= 0) f.value = rest[at][1];
    if (at >= 0) rest.splice(at, 1);
    if (f.tagName === "TEXTAREA") f.dispatchEvent(new Event("input"));
  }
}

// begin looks after a form, and for a text of it that never arrived.
function begin() {
  form = document.querySelector("form[data-autosave]");
  clearTimeout(timer);
  dirty = halted = out = flying = false;
  waits = 0;
  if (!form) return;
  tidy();
  const left = store.get(key());
  if (!left) return;
  if (same(left.fields, typed())) return store.drop(key());
  if (left.version !== version()) {
    halted = true;
    return tell(form.dataset.older, true, "compare", "drop");
  }
  put(left.fields);
  change();
  tell(form.dataset.found, true);
}

// tidy drops what is old, and what a form has brought to the server.
function tidy() {
  const [who, act] = form.dataset.keep.split("/"), now = version();
  for (const k of store.keys()) {
    const [person, of] = k.slice(prefix.length).split("/"), copy = store.get(k);
    if (!copy || Date.now() - copy.at > month || (copy.sent && person === who && (of === act ? now > copy.version : of === "0" && act !== "0"))) store.drop(k);
  }
}

function change() {
  dirty = true;
  since ??= Date.now();
  if (store.put(key(), { version: version(), base: form.elements.base?.value, at: Date.now(), fields: typed() })) delete form.dataset.unsaved;
  if (halted) return;
  clearTimeout(timer);
  timer = setTimeout(save, Date.now() - since > 8000 ? 0 : 1200);
}

// save sends the form; one at a time.
function save(leaving) {
  clearTimeout(timer);
  if (!form || !dirty || halted || flying) return;
  dirty = false;
  since = undefined;
  tell(form.dataset.now);
  flying = send(leaving === true).finally(() => {
    flying = false;
    if (dirty && !halted) timer = setTimeout(save, waits ? Math.min(60000, 2500 * 2 ** waits) : 1200);
  });
}

async function send(leaving) {
  const mine = form, body = new URLSearchParams([...new FormData(mine)].filter(([, v]) => typeof v === "string"));
  let r, told = {};
  try {
    r = await fetch(mine.dataset.autosave, { method: "POST", body, keepalive: leaving });
    if (/json/.test(r.headers.get("Content-Type"))) told = await r.json();
  } catch {}
  if (mine !== form) return;
  if (r?.ok && told.version) return arrived(told);
  if (!r || r.status > 428) { // away, or too busy
    dirty = true;
    waits++;
    return tell(form.dataset.away, waits === 1);
  }
  if (r.status === 409) {
    halted = true;
    return tell(told.words ?? form.dataset.other, true, "compare");
  }
  if (r.status === 403) {
    dirty = halted = out = true; // no more tries, which would take the link away, until the reader comes back
    return tell(form.dataset.out, true, "sign-in");
  }
  tell(told.words ?? form.dataset.other, true);
}

// alike shows the acts that may be the one that is being written.
function alike(found) {
  const box = form.querySelector("[data-alike]");
  if (!box || !found) return;
  // the same ones stay: a click on one saves first, and must find it there still
  const now = found.flatMap((f) => [f.url, f.join]).join();
  if (now === [...box.querySelectorAll("ul a")].map((a) => a.getAttribute("href")).join()) return;
  // under the hand nothing changes: the click, or the place of the keyboard, would be lost
  if (box.matches(":hover, :focus-within")) return;
  const at = document.activeElement, top = at.getBoundingClientRect().top;
  box.querySelector("ul").replaceChildren(...found.map((f) => {
    const row = box.querySelector("template").content.cloneNode(true), [read, join] = row.querySelectorAll("a");
    Object.assign(read, { href: f.url, textContent: f.title, lang: f.lang });
    join.href = f.join;
    join.ariaLabel += f.title;
    row.querySelector("p").textContent = f.why;
    return row;
  }));
  if (box.hidden && found.length) say(box.querySelector("h3").textContent);
  box.hidden = !found.length;
  // what comes above must not push away where the writer is
  if (top >= 0 && top < innerHeight && at.getBoundingClientRect().top !== top) at.scrollIntoView({ block: "nearest" });
}

function arrived(told) {
  const old = key();
  if (told.path) {
    for (const [name, value] of [["version", ""], ["base", ""]]) form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
    form.elements.form_key.remove();
    form.setAttribute("action", told.path);
    form.dataset.autosave = told.path + "/tallennus";
    form.dataset.keep = told.keep;
    history.replaceState(history.state, "", told.path);
  }
  form.elements.version.value = told.version;
  form.elements.base.value = told.base;
  if (told.path || (!dirty && told.whole)) store.drop(old);
  if (dirty || !told.whole) store.put(key(), { version: version(), base: told.base, at: Date.now(), fields: typed() });
  else delete form.dataset.unsaved;
  alike(told.alike);
  const first = waits > 0;
  waits = 0;
  tell(told.words, first);
}

for (const kind of ["input", "change"]) document.addEventListener(kind, (e) => { if (form && e.target.form === form && e.target.type !== "file") change(); });
document.addEventListener("focusout", (e) => { if (form && e.target.form === form) save(); });
document.addEventListener("visibilitychange", () => { 
  if (document.hidden) return save(true);
  if (out) halted = out = false;
  save();
});
addEventListener("pagehide", () => save(true));
addEventListener("online", save);

document.addEventListener("click", (e) => {
  if (!form || !e.target.closest("[data-drop]")) return;
  store.drop(key());
  halted = false;
  tell("");
});

// A form that is sent waits for what is under way, and takes its marks along.
document.addEventListener("submit", (e) => {
  if (e.target !== form) return;
  const button = e.submitter;
  if (flying) {
    e.preventDefault();
    e.stopImmediatePropagation();
    flying.finally(() => form.requestSubmit(button));
    return;
  }
  clearTimeout(timer);
  const left = store.get(key());
  if (button?.value === "compare" && left && left.version !== version()) { // a text of before: with its own marks
    put(left.fields);
    form.elements.version.value = left.version;
    form.elements.base.value = left.base ?? "";
  }
  store.put(key(), { version: version(), base: form.elements.base?.value, at: Date.now(), fields: typed(), sent: true });
  halted = true;
  setTimeout(() => { halted = false; }, 8000);
}, true);

document.addEventListener("tori:main", begin);
begin();
