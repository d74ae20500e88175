// The list of sample people with their unread marks. It is told who they are and reports who is chosen.

import { byId, element, icon } from "./dom.js";
import { word } from "./words.js";

const HUES = [162, 28, 214, 338, 262, 48, 190];

/** Draws the list; `onChoose(person)` reports a press. */
export class People {
  constructor({ onChoose }) {
    this.list = byId("people");
    this.onChoose = onChoose;
    this.people = [];
    this.current = null;
  }

  get(personId) {
    return this.people.find((person) => person.id === personId);
  }

  /** Clears one person's mark at once; the stand-in confirms it with its next list. */
  markRead(personId) {
    const person = this.get(personId);
    if (person) person.unread = 0;
  }

  /** Shows these people; the current one never carries a mark. */
  set(people, currentId) {
    const focused = document.activeElement?.dataset?.testid;
    this.people = people;
    this.current = currentId;
    this.list.replaceChildren(...people.map((person, place) => element("li", {}, this.entry(person, place))));
    if (focused?.startsWith("person-")) this.list.querySelector(`[data-testid="${focused}"]`)?.focus({ preventScroll: true });
    const others = people.reduce((sum, person) => sum + (person.id === currentId ? 0 : person.unread), 0);
    byId("others-unread").hidden = others === 0;
    document.title = others ? `(${others}) Scorewalk` : "Scorewalk";
  }

  entry(person, place) {
    const current = person.id === this.current;
    const face = element("span", { class: "avatar", "aria-hidden": "true" }, [...person.first_name][0] ?? "?");
    face.style.setProperty("--hue", HUES[place % HUES.length]);
    const words = element("span", { class: "person-words" },
      element("span", { class: "person-name" }, person.first_name),
      element("span", { class: "person-about" }, person.about || word("account", { id: person.id })));
    const marks = element("span", { class: "person-marks" },
      person.offline && icon("offline"), person.blocked && icon("block"),
      !current && person.unread > 0 && element("span", {
        class: "badge", "data-testid": "unread", "aria-label": word("unread", { n: person.unread }),
      }, String(Math.min(person.unread, 99))));
    const button = element("button", {
      type: "button", class: "person", "data-testid": `person-${person.id}`, "aria-current": current ? "true" : null,
      lang: person.language_code?.startsWith("zh") ? "zh-CN" : "en",
    }, face, words, marks);
    button.addEventListener("click", () => this.onChoose(person));
    return button;
  }
}
