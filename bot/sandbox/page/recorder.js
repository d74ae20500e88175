// Records a voice message with the device's microphone. Sound in, one file out.

import { byId, element, icon } from "./dom.js";
import { duration } from "./format.js";
import { word } from "./words.js";

/** Shows the recording strip; resolves with the file, with null when cancelled, and rejects without a microphone. */
export async function recordVoice() {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  const recorder = new MediaRecorder(stream);
  const pieces = [];
  recorder.ondataavailable = (event) => pieces.push(event.data);
  const wanted = await new Promise((resolve) => {
    const began = Date.now();
    const time = element("span", { class: "recording-time" }, duration(0));
    const ticking = setInterval(() => { time.textContent = duration((Date.now() - began) / 1000); }, 250);
    const finish = (send) => {
      clearInterval(ticking);
      recorder.onstop = () => resolve(send);
      recorder.stop();
    };
    recorder.start();
    showStrip(time, finish);
  });
  for (const track of stream.getTracks()) track.stop();
  byId("recording").hidden = true;
  if (!wanted) return null;
  return new File(pieces, "voice.ogg", { type: "audio/ogg" });
}

function showStrip(time, finish) {
  const cancel = element("button", { type: "button", class: "text-button" }, word("cancel"));
  const send = element("button", { type: "button", class: "round send", "data-testid": "send-voice", "aria-label": word("send") }, icon("send"));
  cancel.addEventListener("click", () => finish(false));
  send.addEventListener("click", () => finish(true));
  const strip = byId("recording");
  strip.replaceChildren(element("span", { class: "recording-dot" }), element("span", {}, word("recording")), time, cancel, send);
  strip.hidden = false;
}
