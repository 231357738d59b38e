// Forms and links marked data-live="id id" fetch the page that they lead to
// and put its elements with those ids in place of ours. The address, the
// title and the Back button keep up, and #said says the result. So does what
// is marked data-follows: it leads on with the same choices.
import { say, html } from "./tools.js";

let pending;

async function swap(url, ids, push) {
  pending?.abort();
  const mine = (pending = new AbortController());
  const boxes = ids.split(" ").map((id) => document.getElementById(id));
  boxes.forEach((b) => b?.setAttribute("aria-busy", "true"));
  try {
    const r = await fetch(url, { signal: mine.signal, headers: { Accept: "text/html" }, credentials: "same-origin" });
    if (!r.ok) throw new Error(r.status);
    const next = new DOMParser().parseFromString(html(await r.text()), "text/html");
    const fresh = ids.split(" ").map((id) => next.getElementById(id));
    if (fresh.some((f) => !f) || boxes.some((b) => !b)) throw new Error("another page");
    for (const d of [document, next]) (d === next ? fresh : boxes).push(...d.querySelectorAll("[data-follows]"));
    if (fresh.length !== boxes.length) throw new Error("another page");
    const go = () => place(boxes, fresh);
    if (document.startViewTransition && !matchMedia("(prefers-reduced-motion:reduce)").matches) await document.startViewTransition(go).updateCallbackDone;
    else go();
    document.title = next.title;
    if (push) history.pushState({ ids }, "", r.url);
    say(fresh.map((f) => f.dataset.status).find(Boolean));
  } catch (e) {
    if (e.name !== "AbortError") location.assign(url);
  }
}

// place keeps the focus and what the reader has opened.
function place(boxes, fresh) {
  const focus = document.activeElement?.id;
  boxes.forEach((box, i) => {
    for (const d of [box, ...box.querySelectorAll("details")]) {
      const same = d.open && d.id && (fresh[i].id === d.id ? fresh[i] : fresh[i].querySelector("#" + CSS.escape(d.id)));
      if (same) same.open = true;
    }
    box.replaceWith(document.adoptNode(fresh[i]));
  });
  if (focus && document.activeElement?.id !== focus) document.getElementById(focus)?.focus({ preventScroll: true });
}

// address is where a GET form leads, without its empty fields.
function address(form) {
  const query = new URLSearchParams(new FormData(form));
  for (const [k, v] of [...query]) if (!v) query.delete(k, v);
  return form.action.split("?")[0] + (query.size ? "?" + query : "");
}

document.addEventListener("change", (e) => {
  const form = e.target.form?.closest("form[data-live]");
  if (form && e.target.type !== "search" && e.target.type !== "text") swap(address(form), form.dataset.live, true);
});
document.addEventListener("submit", (e) => {
  const form = e.target.closest("form[data-live]");
  if (!form || e.defaultPrevented) return;
  e.preventDefault();
  swap(address(form), form.dataset.live, true);
});
document.addEventListener("click", (e) => {
  const a = e.target.closest("a[data-live]");
  if (!a || e.metaKey || e.ctrlKey || e.shiftKey || e.altKey || e.button) return;
  e.preventDefault();
  swap(a.href, a.dataset.live, true).then(() => {
    if (a.dataset.focus) {
      const at = document.getElementById(a.dataset.focus);
      at?.focus({ preventScroll: true });
      at?.scrollIntoView();
    }
  });
});
const live = document.querySelector("[data-live]")?.dataset.live;
if (live) history.replaceState({ ids: live }, "");
addEventListener("popstate", (e) => { if (e.state?.ids) swap(location.href, e.state.ids, false); });
