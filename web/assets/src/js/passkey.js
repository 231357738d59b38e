// Asks the device for a passkey and sends what it says with the form. A page
// without a field for a name signs in, and asks at once.
const form = document.querySelector("form[data-passkey]");
const word = form.querySelector("[data-word]"), making = !!form.elements.name;

async function ask() {
  const kind = window.PublicKeyCredential, options = JSON.parse(form.dataset.passkey);
  const read = making ? kind?.parseCreationOptionsFromJSON : kind?.parseRequestOptionsFromJSON;
  if (!read) return void (word.textContent = form.dataset.cannot);
  word.textContent = "";
  try {
    const publicKey = read.call(kind, options), keys = navigator.credentials;
    const key = await (making ? keys.create({ publicKey }) : keys.get({ publicKey }));
    form.elements.answer.value = JSON.stringify(key.toJSON());
    form.submit();
  } catch { // the person has changed their mind, or the device has not such a key
    word.textContent = form.dataset.left;
  }
}

// A name that does not fit is told by the server, before a key is made.
const fits = ({ value }) => value.trim() && [...value].length <= form.querySelector("[data-max]").dataset.max;

form.addEventListener("submit", (e) => {
  if (making && !fits(form.elements.name)) return;
  e.preventDefault();
  ask();
});
if (!making && !document.querySelector("[role=alert]")) ask();
