// Tells in good time that the session is about to end, and keeps it by one
// press. Whoever has just typed stays signed in without being asked.
import { say } from "./tools.js";

const box = document.querySelector("[data-session]");
if (box) {
  const lead = 20 * 60e3, [text, stay, again] = box.querySelectorAll("p, button[type=button], a");
  let ends, typed = 0, mode = "";
  const left = () => ends - Date.now();
  const last = (seconds) => { ends = Date.now() + seconds * 1000; };
  const words = (name) => box.dataset[name].replace("%s", new Date(ends).toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" }));
  const show = (next) => {
    if (next === mode) return;
    mode = next;
    if (!mode) return box.close(); // the focus goes back to where it was
    text.textContent = words(mode);
    stay.hidden = mode !== "soon";
    again.hidden = !stay.hidden;
    if (!box.open) box.showModal();
    (stay.hidden ? again : stay).focus();
  };
  // ask is a visit, and hears how long the session lasts after it.
  const ask = async () => {
    try {
      const r = await fetch(box.dataset.stay, { method: "POST", credentials: "same-origin" });
      if (r.ok) last(await r.text());
      else if (r.status === 403) ends = 0;
    } catch {} // no connection
    show(left() > lead ? "" : left() > 0 ? "fixed" : "over");
  };
  const look = () => {
    if (left() > lead || mode === "over" || (mode && left() > 0)) return;
    if (left() <= 0 || Date.now() - typed < lead) ask();
    else show("soon");
  };
  stay.addEventListener("click", async () => {
    await ask();
    if (!mode) say(words("kept"));
  });
  addEventListener("focus", () => { mode ? ask() : look(); }); // back from signing in elsewhere, or from sleep
  addEventListener("input", () => { typed = Date.now(); });
  last(box.dataset.session);
  look();
  setInterval(look, 30e3);
}
