// On a phone's width, people and lab come down as one sheet from the top; on wide screens they simply stand at the sides.

import { byId } from "./dom.js";

const NARROW = matchMedia("(max-width: 719px)");

/** Opens and closes the sheet; on wide screens it does nothing. */
export class TopSheet {
  constructor() {
    this.panels = byId("panels");
    this.shade = byId("shade");
    this.opener = byId("panels-open");
    this.opener.addEventListener("click", () => this.set(true));
    byId("panels-close").addEventListener("click", () => this.set(false));
    this.shade.addEventListener("click", () => this.set(false));
    document.addEventListener("keydown", (event) => event.key === "Escape" && this.open && this.set(false));
    NARROW.addEventListener("change", () => this.set(false));
    this.set(false);
  }

  set(open) {
    const wasOpen = this.open;
    this.open = open && NARROW.matches;
    this.panels.classList.toggle("open", this.open);
    this.shade.hidden = !this.open;
    // Out of sight is out of reach for the keyboard too.
    this.panels.inert = NARROW.matches && !this.open;
    byId("phone").inert = this.open;
    this.opener.setAttribute("aria-expanded", String(this.open));
    if (this.open) byId("panels-close").focus();
    else if (wasOpen) this.opener.focus({ preventScroll: true });
  }
}
