// Values that somebody hid a part of.
/** Whether somebody hid a part of this value ("98XXXXXXXX", "a***@gmail.com"): it identifies nobody. */
export function isMasked(value: string, type: "email" | "phone" | "name"): boolean {
  const text = value.normalize("NFKC");
  if (/[*•●▪]{2,}|[*•●▪]$|[*•●▪]\p{L}?$/u.test(text)) return true;
  if (type === "name") return /^\p{L}?[xX]{3,}$|^\p{Script=Han}[*xX○]+$/u.test(text);
  if (type === "phone") return /[xX#]{2,}/.test(text);
  return /X{3,}|x{4,}/.test(text) || /^[^@]*\*/.test(text);
}
