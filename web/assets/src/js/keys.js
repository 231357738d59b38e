// Single keys lead through the queue and from act to act. Whoever speaks to the
// machine, or presses keys by chance, switches them off: this browser remembers.
const kept = { get: () => { try { return localStorage.getItem("keys"); } catch {} }, set(v) { try { localStorage.setItem("keys", v); } catch {} } };
const help = document.querySelector("[data-keys]"), box = help?.querySelector("input");
if (help) {
  help.hidden = false;
  box.checked = kept.get() !== "off";
  box.addEventListener("change", () => kept.set(box.checked ? "on" : "off"));
}

function step(by) {
  const titles = [...document.querySelectorAll(".queue h2 a")];
  if (!titles.length) return document.querySelector(`nav a[rel=${by > 0 ? "next" : "prev"}]`)?.click();
  const row = document.activeElement.closest(".queue li"), at = titles.findIndex((a) => row?.contains(a));
  titles[Math.max(0, Math.min(titles.length - 1, at < 0 ? 0 : at + by))].focus();
}

const keys = {
  j: () => step(1),
  k: () => step(-1),
  u: () => document.querySelector("[data-up]")?.click(),
  x: () => document.activeElement.closest(".queue li")?.querySelector("[type=checkbox]").click(),
  "?": () => { help.open = true; help.querySelector("summary").focus(); },
};
document.addEventListener("keydown", (e) => {
  if (!box?.checked || e.defaultPrevented || e.repeat || e.ctrlKey || e.metaKey || e.altKey) return;
  if (e.target.closest("input:not([type=checkbox]),textarea,select")) return;
  if (keys[e.key]) { e.preventDefault(); keys[e.key](); }
});
