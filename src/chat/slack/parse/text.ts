// Slack's markup -> the words somebody typed.

/** Turns links, mentions and escapes back into text; a mention of the bot itself is dropped. */
export function parseText(text: string, botUserId: string): string {
  return text
    .replace(/<([^<>]+)>/g, (_, inside: string) => parseMarked(inside, botUserId))
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")
    .trim();
}

/** `@U1`, `#C1|sales`, `!here`, `mailto:a@b.c|a@b.c`, `https://…|label`. */
function parseMarked(inside: string, botUserId: string): string {
  const [target = "", label] = inside.split("|", 2);
  if (target === `@${botUserId}`) return "";
  if (target.startsWith("#")) return label ? `#${label}` : target;
  if (/^[@!]/.test(target)) return label ?? target.replace(/^!/, "@");
  return parseLink(target, label);
}

/** Slack makes a link of what only looks like one: then the label is what was typed. */
function parseLink(target: string, label: string | undefined): string {
  const address = target.replace(/^(mailto:|tel:)/, "");
  if (label === undefined) return address;
  const isTyped = address !== target || target.replace(/^https?:\/\//, "") === label;
  return isTyped ? label : `${label} (${target})`;
}
