// The line where a person writes: text, reply and edit strips, drafts per person. It hands over what is to be sent.

import { byId, keepFocus, touching } from "./dom.js";
import { word } from "./words.js";

const TALLEST = 148;

/** The composer. `onSend({text, replyTo, edit})` sends, `onInput(text)` hears every change. */
export class Composer {
  constructor({ onSend, onInput }) {
    this.form = byId("composer");
    this.area = byId("text");
    this.strip = byId("about");
    this.handlers = { onSend, onInput };
    this.drafts = new Map();
    this.person = null;
    this.about = null;
    keepFocus(byId("send"));
    keepFocus(byId("slash"));
    this.area.addEventListener("input", () => this.changed());
    this.area.addEventListener("keydown", (event) => this.key(event));
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.send();
    });
    this.strip.querySelector("button").addEventListener("click", () => this.turnTo(null));
  }

  get text() {
    return this.area.value;
  }

  set text(value) {
    this.area.value = value;
    this.changed();
  }

  /** Changes to another person: their unsent words come back. */
  open(personId) {
    if (this.person !== null) this.drafts.set(this.person, this.text);
    this.person = personId;
    this.turnTo(null);
    this.text = this.drafts.get(personId) ?? "";
  }

  prompt(text) {
    this.area.placeholder = text || word("message");
  }

  focus() {
    this.area.focus({ preventScroll: true });
  }

  /** Turns to a message: `{mode: "reply" | "edit", message, title, text}`, or null for plain sending. */
  turnTo(about) {
    if (this.about?.mode === "edit" || about?.mode === "edit") this.text = about?.mode === "edit" ? about.message.text : "";
    this.about = about;
    this.strip.hidden = !about;
    if (!about) return;
    this.strip.querySelector(".strip-title").textContent = about.title;
    this.strip.querySelector(".strip-text").textContent = about.text;
    this.focus();
  }

  key(event) {
    // While an input method is composing, Enter chooses a word and must not send.
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === "Escape" && this.about) this.turnTo(null);
    if (event.key !== "Enter" || event.shiftKey || touching()) return;
    event.preventDefault();
    this.send();
  }

  changed() {
    this.area.style.height = "auto";
    this.area.style.height = `${Math.min(this.area.scrollHeight, TALLEST)}px`;
    this.form.classList.toggle("filled", this.text.trim() !== "");
    this.handlers.onInput(this.text);
  }

  send() {
    const { about } = this;
    const sent = this.handlers.onSend({
      text: this.text.trim(),
      replyTo: about?.mode === "reply" ? about.message.message_id : undefined,
      edit: about?.mode === "edit" ? about.message : undefined,
    });
    if (!sent) return;
    this.about = null;
    this.strip.hidden = true;
    this.text = "";
  }
}
