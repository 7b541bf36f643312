// The way of an answer: change -> draft on this device -> one save at a time -> "saved" only when the server says so.
// Nothing here ever clears a field. Words to show come from the form's data attributes, in the member's language.
import { isComposing } from "./ime.js";
import { csrfToken } from "./csrf.js";

const QUIET_MS = 600;
const RETRY_SECONDS = [1, 2, 4, 8, 15];

export class Autosave {
  constructor(form) {
    this.form = form;
    this.words = form.dataset;
    this.sequence = Number(form.dataset.sequence);
    this.saved = asRendered(form);
    this.pending = null; // {answer, key}: what is being sent, kept for retries under the same key
    this.tries = 0;
    this.blocked = false;
    this.stopper = new AbortController();
    const on = (target, name, handler) => target.addEventListener(name, handler, { signal: this.stopper.signal });
    on(form, "input", (event) => this.changed(event));
    on(form, "change", (event) => this.changed(event));
    on(form, "compositionend", () => this.changed());
    on(form, "submit", () => this.fillHiddenFields());
    on(document, "visibilitychange", () => { if (document.hidden) this.flush(); });
    on(window, "pagehide", () => this.flush());
    on(window, "online", () => this.retryNow());
    on(window, "focus", () => this.retryNow());
    on(document.querySelector("[data-banner-mine]"), "click", () => this.keepMine());
    this.restoreDraft();
    if (this.answer() !== this.saved) this.changed(); // typed before this script ran
  }

  stop() {
    this.stopped = true;
    clearTimeout(this.timer);
    this.stopper.abort();
  }

  answer() {
    const data = new FormData(this.form);
    return JSON.stringify(data.getAll("answer"));
  }

  changed(event) {
    if (event && isComposing(event)) return;
    this.keepDraft();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), QUIET_MS);
  }

  flush() {
    clearTimeout(this.timer);
    this.save();
  }

  retryNow() {
    if (this.tries) this.flush();
  }

  // --- the draft on this device

  keepDraft() {
    if (this.answer() === this.saved) return;
    try {
      const draft = { sequence: this.sequence, answer: JSON.parse(this.answer()) };
      localStorage.setItem(this.words.draftKey, JSON.stringify(draft));
    } catch {
      // A full or forbidden store leaves the answer in the field and on its way to the server.
    }
  }

  dropDraft() {
    try {
      localStorage.removeItem(this.words.draftKey);
    } catch { /* nothing was stored */ }
  }

  // A draft written on top of what is stored goes on; one older than it is only offered: it may be another tab's.
  restoreDraft() {
    let draft = null;
    try {
      draft = JSON.parse(localStorage.getItem(this.words.draftKey));
    } catch { /* unreadable: the server's answer stands */ }
    if (!Array.isArray(draft?.answer)) return;
    if (JSON.stringify(draft.answer) === this.saved) {
      this.dropDraft();
    } else if (draft.sequence < this.sequence) {
      this.theirs = this.sequence;
      this.offered = draft.answer;
      this.banner(`${this.words.older} ${draft.answer.join(" / ")}`, { mine: true });
    } else {
      this.fill(draft.answer);
      this.flush();
    }
  }

  fill(answer) {
    const fields = [...this.form.querySelectorAll("[name=answer]")];
    const radios = fields.filter((field) => field.type === "radio");
    radios.forEach((radio) => { radio.checked = answer.includes(radio.value); });
    if (!radios.length) fields.forEach((field, index) => { if (index in answer) field.value = answer[index]; });
  }

  // --- saving, one at a time

  async save() {
    if (this.sending || this.blocked || this.answer() === this.saved) return;
    const answer = this.answer();
    if (this.pending?.answer !== answer) this.pending = { answer, key: uuid() };
    this.sending = true;
    this.say(this.words.saving);
    let wait = null;
    try {
      const response = await fetch(this.words.autosave, {
        method: "POST",
        body: this.body(),
        headers: { "X-CSRFToken": csrfToken(), Accept: "application/json", "HX-Request": "true" },
        redirect: "manual",
        keepalive: document.hidden, // outlives the page, but is limited in size
      });
      wait = await this.answered(response, answer);
    } catch {
      wait = this.backOff();
    }
    this.sending = false;
    if (this.stopped) return;
    if (wait !== null) {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.save(), wait * 1000);
    } else if (this.answer() !== this.saved) {
      this.save();
    }
  }

  body() {
    const body = new URLSearchParams();
    body.set("sequence", this.sequence + 1);
    body.set("key", this.pending.key);
    JSON.parse(this.pending.answer).forEach((part) => body.append("answer", part));
    return body;
  }

  // Returns the seconds to wait before the next try, or null when there is nothing to try again.
  async answered(response, answer) {
    if (this.stopped) return null; // another question is on the page
    if (response.ok) {
      const { sequence, saved_at: savedAt } = await response.json();
      this.sequence = sequence;
      this.saved = answer;
      this.pending = null;
      this.tries = 0;
      if (this.answer() === answer) this.dropDraft();
      this.say(`${this.words.saved} ${savedAt}`);
      this.hideBanner();
      this.fillHiddenFields();
      return null;
    }
    if (response.status === 409) return this.refused(await response.json());
    if (response.type === "opaqueredirect" || response.status === 401 || response.headers.has("HX-Redirect")) {
      this.banner(this.words.signedOut, { signIn: true });
      return this.backOff({ quiet: true });
    }
    if (response.status === 400 || response.status === 413) {
      this.blocked = true;
      this.banner(this.words.refused);
      return null;
    }
    return this.backOff({ after: Number(response.headers.get("Retry-After")) });
  }

  refused(problem) {
    this.blocked = true;
    this.theirs = problem.sequence;
    this.banner(problem.message, { mine: problem.reason === "stale" });
    return null;
  }

  keepMine() {
    if (this.offered) this.fill(this.offered);
    this.offered = null;
    this.sequence = this.theirs;
    this.blocked = false;
    this.pending = null;
    this.hideBanner();
    this.save();
  }

  backOff({ after = 0, quiet = false } = {}) {
    const wait = Math.max(after || 0, RETRY_SECONDS[Math.min(this.tries, RETRY_SECONDS.length - 1)]);
    this.tries += 1;
    if (!quiet) this.banner(this.words.unsaved);
    return wait;
  }

  offline() {
    this.keepDraft();
    this.banner(this.words.unsaved);
    if (!this.sending) {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.save(), RETRY_SECONDS[0] * 1000);
    }
  }

  // The plain form carries the same save, so a button pressed before the timer loses nothing. It outranks a save that
  // is still on its way: whichever of the two arrives last, the form's answer is the one that stays.
  fillHiddenFields() {
    const same = this.pending?.answer === this.answer();
    this.form.elements.sequence.value = this.sequence + (this.sending && !same ? 2 : 1);
    this.form.elements.key.value = same ? this.pending.key : uuid();
    return { sequence: this.form.elements.sequence.value, key: this.form.elements.key.value };
  }

  // --- words on the page

  say(words) {
    if (this.stopped) return;
    document.getElementById("save-status").textContent = words;
  }

  banner(words, { signIn = false, mine = false } = {}) {
    if (this.stopped) return;
    const banner = document.getElementById("save-banner");
    banner.querySelector("[data-banner-text]").textContent = words;
    banner.querySelector("[data-banner-sign-in]").hidden = !signIn;
    banner.querySelector("[data-banner-mine]").hidden = !mine;
    banner.hidden = false;
    this.say("");
  }

  hideBanner() {
    document.getElementById("save-banner").hidden = true;
  }
}

// What the server put into the fields, whatever has been typed since.
function asRendered(form) {
  const fields = [...form.querySelectorAll("[name=answer]")];
  if (fields[0]?.type === "radio") {
    return JSON.stringify(fields.filter((field) => field.defaultChecked).map((field) => field.value));
  }
  const values = fields.map((field) => field.options
    ? ([...field.options].find((option) => option.defaultSelected) ?? field.options[0]).value
    : field.defaultValue);
  return JSON.stringify(values);
}

// crypto.randomUUID needs https; a site on a local network may not have it.
function uuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
