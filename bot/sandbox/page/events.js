// Follows one person's server-sent events and comes back after every break. It hands events on and knows none of them.

const FIRST_PAUSE = 400;
const LONGEST_PAUSE = 5000;

/**
 * Follows the events of a chat from the state that `load` fetched.
 *
 * A broken stream is never resumed blindly: the chat is loaded anew (a restarted stand-in counts from the beginning),
 * and the stream continues after the sequence number of that state.
 */
export class Follower {
  constructor(id, { load, onEvent, onBroken, onBack }) {
    this.id = id;
    this.handlers = { load, onEvent, onBroken, onBack };
    this.pause = FIRST_PAUSE;
    this.closed = false;
    this.source = null;
    this.timer = null;
  }

  async connect() {
    let sequence;
    try {
      sequence = await this.handlers.load();
    } catch {
      this.retry();
      return;
    }
    if (this.closed) return;
    this.listen(sequence);
  }

  listen(sequence) {
    const source = new EventSource(`/phone/${this.id}/events?after=${sequence}`);
    let last = sequence;
    this.source = source;
    source.onopen = () => {
      this.pause = FIRST_PAUSE;
      if (!this.closed) this.handlers.onBack();
    };
    source.onmessage = (message) => {
      const event = JSON.parse(message.data);
      if (this.closed || event.seq <= last) return;
      last = event.seq;
      this.handlers.onEvent(event);
    };
    source.onerror = () => {
      source.close();
      this.retry();
    };
  }

  retry() {
    if (this.closed) return;
    this.handlers.onBroken();
    this.timer = setTimeout(() => this.connect(), this.pause);
    this.pause = Math.min(this.pause * 2, LONGEST_PAUSE);
  }

  close() {
    this.closed = true;
    clearTimeout(this.timer);
    this.source?.close();
  }
}
