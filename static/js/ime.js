// While an input method is composing, Enter chooses a word: it must never submit. Safari sends that Enter just after
// compositionend, without isComposing, so Enter stays blocked for a moment. Outside a composition, Enter in a blank
// goes to the next blank; only a button submits.
const LATE_ENTER_MS = 120;

let composing = false;
let endedAt = -Infinity;

export function isComposing(event) {
  return composing || event?.isComposing || event?.keyCode === 229;
}

export function guardInputMethod(root) {
  root.addEventListener("compositionstart", () => { composing = true; }, true);
  root.addEventListener("compositionend", (event) => { composing = false; endedAt = event.timeStamp; }, true);
  root.addEventListener("keydown", onKeydown, true);
}

function onKeydown(event) {
  if (event.key !== "Enter" || !event.target.matches("input:not([type=radio])")) return;
  if (isComposing(event)) {
    event.stopImmediatePropagation();
    return;
  }
  event.preventDefault();
  if (event.timeStamp - endedAt < LATE_ENTER_MS) return;
  const fields = [...event.target.form.querySelectorAll("input.blank, textarea, .question-actions .is-primary")];
  fields[fields.indexOf(event.target) + 1]?.focus();
}
