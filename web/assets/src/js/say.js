// say has a screen reader tell what has changed.
export function say(words) {
  const region = document.getElementById("said");
  if (region && words) region.textContent = words;
}
