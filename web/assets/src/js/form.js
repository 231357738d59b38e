// Characters left, what is not saved yet, and one click per form.
import { say } from "./tools.js";

// count tells how many characters are left, in all fields of a part of the page.
export function count(part) {
  for (const c of part.querySelectorAll("[data-count-for]")) {
    const field = document.getElementById(c.dataset.countFor), max = +c.dataset.max;
    const left = () => max - [...field.value.replace(/\r\n?/g, "\n")].length;
    const words = () => c.dataset[left() < 0 ? "over" : "under"].replace("%d", Math.abs(left()).toLocaleString(document.documentElement.lang));
    const show = () => { c.textContent = words(); c.classList.toggle("over", left() < 0); };
    let soon;
    field?.addEventListener("input", () => {
      show();
      clearTimeout(soon);
      if (left() < 50) soon = setTimeout(() => say(words()), 900);
    });
    if (field) show();
  }
}
count(document);

document.addEventListener("input", (e) => { if (e.target.form?.hasAttribute("data-guard")) e.target.form.dataset.unsaved = ""; });
addEventListener("beforeunload", (e) => { if (document.querySelector("form[data-unsaved]:not([data-sent])")) e.preventDefault(); });

document.addEventListener("submit", (e) => {
  const form = e.target;
  if (form.method !== "post") return;
  if (form.dataset.sent) return e.preventDefault();
  form.dataset.sent = "1";
  delete form.dataset.unsaved;
  if (/\/ulos/.test(form.action)) forget();
  // The button that was pressed sends its name, so it is not disabled but marked.
  e.submitter?.setAttribute("aria-busy", "true");
  setTimeout(() => { delete form.dataset.sent; e.submitter?.removeAttribute("aria-busy"); }, 8000);
});
// A page that comes back from the browser's memory is fresh again.
addEventListener("pageshow", (e) => {
  if (e.persisted) document.querySelectorAll("form[data-sent]").forEach((f) => delete f.dataset.sent);
});

// forget takes the texts that a form has kept in this browser: write.js.
function forget() {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith("tori:")) localStorage.removeItem(key);
  } catch {}
}

document.querySelector("[data-error-summary]")?.focus();
