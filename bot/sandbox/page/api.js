// The stand-in's phone face and lab as functions. It knows routes, nothing of how a chat looks.

/** A refusal of the stand-in (its `error` text), or `null` text when it did not answer at all. */
class ApiError extends Error {
  constructor(text) {
    super(text ?? "no answer");
    this.text = text;
  }
}

async function call(path, options = {}) {
  let response;
  try {
    response = await fetch(path, options);
  } catch {
    throw new ApiError(null);
  }
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new ApiError(body.error ?? `HTTP ${response.status}`);
  return body;
}

function post(path, body = {}) {
  return call(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
}

/** What one person's phone can do. */
export class Phone {
  constructor(id) {
    this.id = id;
    this.base = `/phone/${id}`;
  }

  chat() {
    return call(`${this.base}/chat`);
  }

  say(text, replyTo) {
    return post(`${this.base}/say`, replyTo ? { text, reply_to: replyTo } : { text });
  }

  press(text) {
    return post(`${this.base}/press`, { text });
  }

  tap(messageId, data) {
    return post(`${this.base}/tap`, { message_id: messageId, data });
  }

  upload(kind, files, { caption, replyTo } = {}) {
    const form = new FormData();
    form.append("kind", kind);
    if (caption) form.append("caption", caption);
    if (replyTo) form.append("reply_to", replyTo);
    for (const file of files) form.append("files", file, file.name);
    return call(`${this.base}/upload`, { method: "POST", body: form });
  }

  location(latitude, longitude) {
    return post(`${this.base}/location`, { latitude, longitude });
  }

  edit(messageId, text) {
    return post(`${this.base}/edit`, { message_id: messageId, text });
  }

  start(payload) {
    return post(`${this.base}/start`, payload ? { payload } : {});
  }

  offline(on) {
    return post(`${this.base}/offline`, { on });
  }

  block(on) {
    return post(`${this.base}/block`, { on });
  }

  read() {
    return post(`${this.base}/read`);
  }
}

/** The sample people with their unread marks, and the hints. */
export function people() {
  return call("/phone/people");
}

/** Moves the stand-in's clock on; answers with its new time. */
export function advanceClock(seconds) {
  return post("/lab/clock", { advance: seconds });
}

/** Orders faults for the bot's coming calls. */
export function orderFaults(faults) {
  return post("/lab/faults", { faults });
}

/** Where the bytes of a file of the chat are. */
export function fileAddress(fileId) {
  return `/phone/file/${encodeURIComponent(fileId)}`;
}
