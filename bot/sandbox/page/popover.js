// A small panel that a button opens and that closes by itself. It knows nothing of what it shows.

/** Opens and closes `panel` by `button`, by Escape and by a press elsewhere. */
export class Popover {
  constructor(button, panel, { onOpen } = {}) {
    this.button = button;
    this.panel = panel;
    this.onOpen = onOpen;
    button.addEventListener("mousedown", (event) => event.preventDefault());
    button.addEventListener("click", () => this.flip());
    document.addEventListener("pointerdown", (event) => {
      if (!panel.contains(event.target) && !button.contains(event.target)) this.close();
    });
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || panel.hidden) return;
      this.close();
      button.focus({ preventScroll: true });
    });
    panel.addEventListener("keydown", (event) => walk(panel, event));
  }

  get open() {
    return !this.panel.hidden;
  }

  flip() {
    if (this.open) this.close();
    else this.show();
  }

  show() {
    this.onOpen?.();
    this.panel.hidden = false;
    this.button.setAttribute("aria-expanded", "true");
  }

  close() {
    this.panel.hidden = true;
    this.button.setAttribute("aria-expanded", "false");
  }
}

function walk(panel, event) {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const entries = [...panel.querySelectorAll("button")];
  const here = entries.indexOf(document.activeElement);
  const step = event.key === "ArrowDown" ? 1 : -1;
  entries[(here + step + entries.length) % entries.length]?.focus();
  event.preventDefault();
}
