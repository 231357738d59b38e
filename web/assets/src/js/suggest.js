// Suggestions under a search field: a combobox with a list, as WAI-ARIA has it.
import { say } from "./tools.js";

for (const input of document.querySelectorAll("[data-suggest]")) {
  const list = document.createElement("ul");
  list.id = input.id + "-ehdotukset";
  list.className = "suggestions";
  list.hidden = true;
  list.tabIndex = -1; // Tab would stop at it, for it may scroll
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", input.dataset.label);
  input.after(list);
  const set = (name, value) => (value === null ? input.removeAttribute(name) : input.setAttribute(name, value));
  set("role", "combobox");
  set("aria-autocomplete", "list");
  set("aria-controls", list.id);
  set("aria-expanded", "false");

  let soon, pending, at = -1;
  const options = () => [...list.children];
  const close = () => {
    clearTimeout(soon);
    pending?.abort();
    list.hidden = true;
    at = -1;
    set("aria-expanded", "false");
    set("aria-activedescendant", null);
  };
  const move = (to) => {
    const all = options();
    at = (to + all.length + 1) % (all.length + 1); // the last place is the field itself
    all.forEach((o, i) => o.setAttribute("aria-selected", i === at));
    set("aria-activedescendant", all[at]?.id ?? null);
    all[at]?.scrollIntoView({ block: "nearest" });
  };
  const option = (s, i) => {
    const li = document.createElement("li"), kind = document.createElement("span");
    li.id = list.id + i;
    li.setAttribute("role", "option");
    li.setAttribute("aria-selected", "false");
    kind.textContent = s.kind;
    li.append(s.text + " ", kind);
    li.dataset.url = s.url;
    return li;
  };
  const look = async () => {
    pending?.abort();
    const mine = (pending = new AbortController());
    try {
      const r = await fetch(input.dataset.suggest + "?haku=" + encodeURIComponent(input.value), { signal: mine.signal });
      const found = await r.json();
      list.replaceChildren(...found.list.map(option));
      at = -1;
      set("aria-activedescendant", null);
      list.hidden = !found.list.length;
      set("aria-expanded", !list.hidden);
      if (!list.hidden) say(found.said);
    } catch {} // typed on, or no answer: the search works without
  };
  input.addEventListener("input", () => {
    clearTimeout(soon);
    if (!list.hidden) move(-1); // what was chosen was for other words
    if (input.value.trim().length < 2) close();
    else soon = setTimeout(look, 150);
  });
  input.addEventListener("keydown", (e) => {
    if (e.isComposing) return;
    if (list.hidden) {
      if (e.key === "ArrowDown" && input.value.trim().length > 1) look();
      return;
    }
    if (e.key === "ArrowDown") move(at + 1);
    else if (e.key === "ArrowUp") move(at < 0 ? options().length - 1 : at - 1);
    else if (e.key === "Enter" && options()[at]) location.assign(options()[at].dataset.url);
    else if (e.key === "Escape") close();
    else {
      if (/^(Home|End|Arrow.+)$/.test(e.key)) move(-1); // back to the text
      return;
    }
    e.preventDefault();
  });
  list.addEventListener("mousedown", (e) => e.preventDefault()); // the field keeps the focus
  list.addEventListener("click", (e) => {
    const url = e.target.closest("[data-url]")?.dataset.url;
    if (url) location.assign(url);
  });
  input.addEventListener("blur", close);
}
