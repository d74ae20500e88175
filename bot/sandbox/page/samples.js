// Sample things a phone can send without a camera at hand: a place and a sticker.

/** A point in Tongliao, the city of the first shipped rubric. */
export const PLACE = { latitude: 43.6526, longitude: 122.2432 };

/** A small drawn sticker as a WebP file. */
export async function sticker() {
  const canvas = document.createElement("canvas");
  canvas.width = 512;
  canvas.height = 512;
  const pen = canvas.getContext("2d");
  pen.fillStyle = "#12715b";
  pen.beginPath();
  pen.arc(256, 256, 236, 0, Math.PI * 2);
  pen.fill();
  pen.lineWidth = 52;
  pen.lineCap = "round";
  pen.lineJoin = "round";
  pen.strokeStyle = "#ffffff";
  pen.beginPath();
  pen.moveTo(146, 268);
  pen.lineTo(226, 346);
  pen.lineTo(372, 178);
  pen.stroke();
  const blob = await new Promise((resolve) => { canvas.toBlob(resolve, "image/webp"); });
  return new File([blob], "sticker.webp", { type: "image/webp" });
}
