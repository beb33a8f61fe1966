// Phone numbers as people write them.
/**
 * A phone number as we keep it: E.164 where the country is written or it is a Chinese mobile, else its digits
 * as they stand. Nothing when it is no phone number (7 to 15 digits, ITU-T E.164).
 */
export function parsePhone(text: string): string | undefined {
  const [first = ""] = text
    .normalize("NFKC")
    .trim()
    .split(/[;,/、]|\s+or\s+/);
  const bare = first.replace(/^tel:/i, "").replace(/(?:ext\.?|x|转|#)\s*\d{1,6}$/i, "");
  if (!/^[+(]?[\d\s().\-–+]+$/.test(bare.trim())) return undefined;
  const digits = bare.replace(/\D/g, "");
  if (digits.length < 7 || digits.length > 15) return undefined;
  if (bare.trim().startsWith("+")) return `+${digits}`;
  if (digits.startsWith("00")) return `+${digits.slice(2)}`;
  if (/^1[3-9]\d{9}$/.test(digits)) return `+86${digits}`;
  return /^861[3-9]\d{9}$/.test(digits) ? `+${digits}` : digits;
}
