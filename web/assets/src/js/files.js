// Files of a form: how far they have been sent, and how far the work on them
// is. The page that comes back takes the place of this one.
import { say, html } from "./tools.js";
import { count } from "./form.js";

const parse = (text) => new DOMParser().parseFromString(html(text), "text/html");

document.addEventListener("submit", (e) => {
  const form = e.target, box = form.querySelector("[data-attachments]"), button = e.submitter;
  if (!box || e.defaultPrevented || !(form.elements.files?.value || button?.name === "remove")) return;
  e.preventDefault();
  const line = box.querySelector("[data-upload]"), request = new XMLHttpRequest();
  const tell = (words, share) => {
    if (!line) return;
    line.hidden = false;
    line.querySelector("progress").value = share;
    line.querySelector("span").textContent = words;
  };
  request.upload.onprogress = (p) => {
    const share = Math.floor((100 * p.loaded) / p.total);
    tell(box.dataset.sending.replace("0", share), share);
  };
  request.onload = () => arrive(request);
  request.onerror = () => {
    tell(box.dataset.failed, 0);
    say(box.dataset.failed);
    delete form.dataset.sent;
  };
  request.open("POST", form.getAttribute("action")); // its buttons hide form.action
  request.send(new FormData(form, button));
});

function arrive(request) {
  const next = parse(request.responseText), main = next.querySelector("main");
  if (!main || !/\/(liitteet|yhteystiedot)$/.test(new URL(request.responseURL).pathname)) return location.assign(request.responseURL);
  document.querySelector("main").replaceWith(document.adoptNode(main));
  document.title = next.title;
  count(main);
  document.dispatchEvent(new Event("tori:main"));
  main.querySelector("[data-error-summary], [data-attachments]")?.focus();
  watch(1000);
}

// watch renews the words on files that wait, until none does.
function watch(pause) {
  const waiting = () => [...document.querySelectorAll("[data-waiting]")];
  if (!waiting().length || pause > 60000) return;
  setTimeout(async () => {
    try {
      const next = parse(await (await fetch(location.href, { credentials: "same-origin" })).text());
      for (const old of waiting()) {
        const fresh = next.getElementById(old.id);
        if (!fresh || fresh.isEqualNode(old)) continue;
        old.replaceWith(document.adoptNode(fresh));
        if (!("waiting" in fresh.dataset)) say(fresh.textContent.trim());
      }
    } catch {} // next time, perhaps
    watch(pause * 1.5);
  }, pause);
}
watch(1000);
