// Lark's audit (DLP) refuses cards with phone numbers or mail addresses in plain text: the same card without them.

/** A rendered card whose visible words show phones and mails in part. Buttons keep what they carry back. */
export function maskCard<Value>(card: Value): Value {
  return maskValue(card) as Value;
}

/** "ann@acme.example" -> "a***@acme.example"; "+44 7700 900123" -> "+44***23". */
function maskText(text: string): string {
  return text
    .replace(mail, "$1***$2")
    .replace(phone, (found) =>
      found.replace(/\D/g, "").length < 7 ? found : `${found.slice(0, 3)}***${found.slice(-2)}`,
    );
}

const mail = /([\w.+-])[\w.+-]*(@[\w-]+(?:\.[\w-]+)+)/g;
const phone = /\+?\d(?:[\s-]?\d){6,14}/g;

// Never what comes back to us or names something.
const kept = new Set([
  "behaviors",
  "name",
  "value",
  "values",
  "tag",
  "img_key",
  "initial_date",
  "selected_values",
  "initial_option",
]);

function maskValue(value: unknown): unknown {
  if (typeof value === "string") return maskText(value);
  if (Array.isArray(value)) return value.map(maskValue);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value)
    // A masked default would be sent back as the answer.
    .filter(([name, part]) => name !== "default_value" || maskValue(part) === part)
    .map(([name, part]) => [name, kept.has(name) ? part : maskValue(part)]);
  return Object.fromEntries(entries);
}
