// The person's command menu: opened by the / button, narrowed while a command is being typed.

import { byId, element, keepFocus } from "./dom.js";
import { Popover } from "./popover.js";

/** The command list above the composer; `onChoose("/assess")` reports a choice. */
export class Commands {
  constructor({ onChoose }) {
    this.commands = [];
    this.typed = "";
    this.onChoose = onChoose;
    this.button = byId("slash");
    this.panel = byId("commands");
    this.popover = new Popover(this.button, this.panel, { onOpen: () => this.fill("") });
  }

  set(commands) {
    this.commands = commands ?? [];
    this.button.hidden = !this.commands.length;
    if (!this.commands.length) this.popover.close();
    else if (this.popover.open) this.fill(this.typed);
  }

  /** Follows what is typed: a lone beginning of a command opens the list. */
  follow(text) {
    const typing = /^\/\w*$/.test(text);
    if (!typing && this.typed) this.popover.close();
    this.typed = typing ? text.slice(1).toLowerCase() : "";
    if (!typing || !this.commands.length) return;
    this.popover.show();
    if (!this.fill(this.typed)) this.popover.close();
  }

  fill(start) {
    const fitting = this.commands.filter(({ command }) => command.startsWith(start));
    this.panel.replaceChildren(...fitting.map(({ command, description }) => {
      const entry = element("button", { type: "button", role: "option", class: "menu-entry", "data-testid": "command" },
        element("b", {}, `/${command}`), element("span", {}, description));
      keepFocus(entry);
      entry.addEventListener("click", () => {
        this.popover.close();
        this.onChoose(`/${command}`);
      });
      return entry;
    }));
    return fitting.length;
  }
}
