// The lab drawer: what phones and networks do to a chat. It reports presses and shows the state it is given.

import { byId, element, icon } from "./dom.js";
import { word } from "./words.js";

const CLOCK_STEPS = [["seconds150", 150], ["hour", 3600], ["day", 86_400]];

/** Draws the drawer and keeps its two switches true to the phone's state. */
export class Drawer {
  constructor(actions) {
    this.actions = actions;
    this.panel = byId("drawer");
    this.state = { offline: false, blocked: false };
    this.fillWords();
  }

  fillWords() {
    this.offline = this.switch("offline", "offline", "offlineAbout", "offline", (on) => this.actions.offline(on));
    this.blocked = this.switch("block", "block", "blockAbout", "block", (on) => this.actions.block(on));
    const clock = element("div", { class: "lab-group" },
      element("p", { class: "lab-title" }, icon("clock"), element("span", {}, word("clock"), element("small", {}, word("clockAbout")))),
      element("div", { class: "lab-steps" }, CLOCK_STEPS.map(([name, seconds]) =>
        this.button(null, name, `clock-${seconds}`, () => this.actions.clock(seconds)))));
    this.panel.replaceChildren(
      element("h2", {}, word("lab")),
      element("p", { class: "lab-about" }, word("labAbout")),
      this.offline,
      this.blocked,
      this.button("pin", "sendLocation", "send-location", () => this.actions.location()),
      this.button("sticker", "sendSticker", "send-sticker", () => this.actions.sticker()),
      this.button("drop", "dropAnswer", "drop-answer", () => this.actions.dropAnswer()),
      clock,
    );
    this.set(this.state);
  }

  set(state) {
    this.state = { ...this.state, ...state };
    this.offline.setAttribute("aria-checked", String(Boolean(this.state.offline)));
    this.blocked.setAttribute("aria-checked", String(Boolean(this.state.blocked)));
  }

  switch(drawing, text, about, testid, act) {
    const node = element("button", { type: "button", role: "switch", class: "lab-switch", "data-testid": testid, "aria-checked": "false" },
      icon(drawing), element("span", {}, word(text), element("small", {}, word(about))), element("i", { class: "knob" }));
    node.addEventListener("click", () => act(node.getAttribute("aria-checked") !== "true"));
    return node;
  }

  button(drawing, text, testid, act) {
    const node = element("button", { type: "button", class: "lab-button", "data-testid": testid },
      drawing && icon(drawing), element("span", {}, word(text)));
    node.addEventListener("click", act);
    return node;
  }
}
