// Makes a photo what a phone sends: a JPEG of at most 1280 pixels, upright. A file in, a file out.

const LONGEST_SIDE = 1280;
const QUALITY = 0.87;

/** The photo with its size; a picture that this browser cannot read goes out as it is. */
export async function asPhoto(file) {
  let bitmap;
  try {
    bitmap = await createImageBitmap(file, { imageOrientation: "from-image" });
  } catch {
    return { file, width: 240, height: 240 };
  }
  const share = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(bitmap.width * share));
  canvas.height = Math.max(1, Math.round(bitmap.height * share));
  const pen = canvas.getContext("2d");
  pen.fillStyle = "#ffffff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  const blob = await new Promise((resolve) => { canvas.toBlob(resolve, "image/jpeg", QUALITY); });
  const name = `${file.name.replace(/\.\w+$/, "") || "photo"}.jpg`;
  return { file: new File([blob], name, { type: "image/jpeg" }), width: canvas.width, height: canvas.height };
}
