// Buttons that only a script can make work: shown when it runs.
import { say } from "./tools.js";

for (const b of document.querySelectorAll("[data-copy],[data-print]")) b.hidden = false;

document.addEventListener("click", async (e) => {
  const copy = e.target.closest("[data-copy]");
  if (copy) {
    try {
      await navigator.clipboard.writeText(copy.dataset.copy || location.href);
    } catch {
      prompt(copy.textContent.trim(), copy.dataset.copy || location.href);
      return;
    }
    const words = copy.querySelector("span") ?? copy, before = words.textContent;
    words.textContent = copy.dataset.done;
    say(copy.dataset.done);
    setTimeout(() => { words.textContent = before; }, 4000);
  }
  if (e.target.closest("[data-print]")) print();
});

// The menu of the account closes by Escape and by a click elsewhere.
const menu = document.querySelector("details.account");
document.addEventListener("click", (e) => { if (menu?.open && !menu.contains(e.target)) menu.open = false; });
menu?.addEventListener("keydown", (e) => {
  if (e.key === "Escape" && menu.open) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});
