// The question page: an input-method guard, answers saved as they change, focus after a swap.
import { guardInputMethod } from "./ime.js";
import { Autosave } from "./autosave.js";
import { csrfToken } from "./csrf.js";

guardInputMethod(document);
let autosave = null;

function begin() {
  autosave?.stop();
  const form = document.querySelector("form[data-autosave]");
  autosave = form ? new Autosave(form) : null;
}

document.addEventListener("htmx:configRequest", (event) => {
  event.detail.headers["X-CSRFToken"] = csrfToken();
  if (autosave) Object.assign(event.detail.parameters, autosave.fillHiddenFields());
});
// A refused save (409) still carries the question with what was typed: it has to be shown.
document.addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.xhr.status === 409) event.detail.shouldSwap = true;
});
// The form's own POST carries the newest answer; until it is answered the local draft stays.
document.addEventListener("htmx:beforeRequest", () => autosave?.keepDraft());
document.addEventListener("htmx:sendError", () => autosave?.offline());
document.addEventListener("htmx:responseError", () => autosave?.offline());
document.addEventListener("htmx:afterRequest", (event) => {
  if (event.detail.successful) autosave?.dropDraft();
});
document.addEventListener("htmx:afterSwap", () => {
  begin();
  document.getElementById("question-title")?.focus({ preventScroll: true });
});
// Browsers show a frozen page on "back": ask the server what is saved now.
window.addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});

begin();
