// Holds the chat still while its content changes. It knows boxes, not messages.

const NEAR = 24;

/** The scrolling view of a chat. */
export class Scroll {
  constructor(view, { onMove }) {
    this.view = view;
    this.onMove = onMove;
    this.below = 0;
    this.holding = false;
    view.addEventListener("scroll", () => this.remember(), { passive: true });
    // The view shrinks when the phone's keyboard or the reply keys open: what was at its lower edge stays there.
    new ResizeObserver(() => this.restore()).observe(view);
    for (const list of view.children) new ResizeObserver(() => this.atEnd() && this.restore()).observe(list);
  }

  remember() {
    this.below = Math.max(0, this.view.scrollHeight - this.view.scrollTop - this.view.clientHeight);
    this.onMove(this.atEnd());
  }

  restore() {
    this.view.scrollTop = this.view.scrollHeight - this.view.clientHeight - this.below;
    this.onMove(this.atEnd());
  }

  /** True while the newest message is in view. */
  atEnd() {
    return this.below <= NEAR;
  }

  toEnd({ smooth = false } = {}) {
    if (smooth && !matchMedia("(prefers-reduced-motion: reduce)").matches) {
      this.view.scrollTo({ top: this.view.scrollHeight, behavior: "smooth" });
      return;
    }
    this.below = 0;
    this.restore();
  }

  /** Shows one row in the middle of the view. */
  toRow(row) {
    row.scrollIntoView({ block: "center" });
    this.remember();
  }

  /** Runs a change of content and keeps what the reader looks at in its place; `touched` is the row that changes. */
  keep(change, touched = null) {
    if (this.atEnd()) {
      change();
      this.toEnd();
      return;
    }
    const anchor = this.anchor(touched);
    const before = anchor?.edge();
    change();
    const after = anchor?.node.isConnected ? anchor.edge() : before;
    if (anchor) this.view.scrollTop += after - before;
    this.remember();
  }

  // The lower edge of a changing card holds its buttons, so that edge stays under the thumb; a card whose lower edge
  // is out of sight keeps its head; a change out of sight above keeps the first row that is seen.
  anchor(touched) {
    const frame = this.view.getBoundingClientRect();
    const box = touched?.getBoundingClientRect();
    const edgeOf = (node, side) => ({ node, edge: () => node.getBoundingClientRect()[side] });
    if (box && box.bottom > frame.top && box.bottom <= frame.bottom + 1) return edgeOf(touched, "bottom");
    if (box && box.top < frame.bottom && box.bottom > frame.bottom) return edgeOf(touched, "top");
    const rows = [...this.view.querySelectorAll(":scope > ol > .row")];
    const first = rows.find((row) => row !== touched && row.getBoundingClientRect().bottom > frame.top);
    return first ? edgeOf(first, "top") : null;
  }
}
