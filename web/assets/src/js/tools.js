// say has a screen reader tell what has changed.
export function say(words) {
  const region = document.getElementById("said");
  if (region && words) region.textContent = words;
}

// html marks an answer of our own server as parseable. It goes to a document
// without scripts, never into this one as text.
const policy = window.trustedTypes?.createPolicy("tori", { createHTML: (s) => s });
export const html = (s) => policy?.createHTML(s) ?? s;
