// Pictures for tests: the smallest that is one, made larger where size matters.
const pixel =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";

/** A PNG of so many bytes at least. */
export function pictureOf(bytes = 0): Buffer {
  const png = Buffer.from(pixel, "base64");
  return Buffer.concat([png, Buffer.alloc(Math.max(0, bytes - png.byteLength))]);
}
