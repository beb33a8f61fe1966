// What a message says: plain words, a formatted post, or a file.
import { z } from "zod";
import { byName } from "../../../core/by-name.ts";
import { parseJson } from "../../../core/parse-json.ts";

/** Words, and the file to fetch if there is one. */
export type Content = { text: string; file?: LarkFile & { name: string } };
/** Where a file lies, and what it is if Lark's answer does not tell. */
export type LarkFile = {
  fileKey: string;
  /** Lark knows no others: voice and video are fetched as "file" (nanobot #1531). */
  type: "image" | "file";
  mediaType?: string;
  /** Somebody's voice: fetched only with their consent. */
  isVoice?: true;
};
/** Who is meant by a placeholder in the text; the bot itself has no name, and is left out. */
export type Mention = { key: string; name: string };

/** Never throws: what cannot be read is an empty message, and answered as one. */
export function parseContent(
  { message_type: type, content }: { message_type: string; content: string },
  mentions: Mention[],
): Content {
  const shape = Object.hasOwn(shapes, type) ? shapes[type] : undefined;
  const parsed = shape?.safeParse(parseJson(content));
  if (!parsed?.success) return { text: "" };
  const { text, ...rest } = parsed.data;
  return { ...rest, text: nameMentions(text, mentions) };
}

const post = z.object({
  title: z.string().catch(""),
  content: z.array(z.array(z.looseObject({ tag: z.string() }))),
});
const byLanguage = z
  .record(z.string(), post)
  .transform((all, context) => Object.values(all)[0] ?? context.addIssue("an empty post"))
  .pipe(post);

const key = z.string().min(1);
/** A picture pasted without words comes as a formatted post. */
const pictureIn = z.object({ tag: z.literal("img"), image_key: key });
const name = (fallback: string) => z.string().min(1).max(255).catch(fallback);

const shapes: Record<string, z.ZodType<Content>> = byName({
  text: z.object({ text: z.string() }).transform(({ text }) => ({ text: readLinks(text) })),
  post: z.union([post, byLanguage]).transform(({ title, content }) => {
    const lines = content.map((line) => line.map(wordsOf).join(""));
    const text = [title, ...lines].filter(Boolean).join("\n");
    const [picture] = content.flat().flatMap((part) => pictureIn.safeParse(part).data ?? []);
    const isPicture = picture && !text.replace(/@_(user_\d+|all)/g, "").trim();
    return isPicture ? toPicture(picture) : { text };
  }),
  image: z.object({ image_key: key }).transform(toPicture),
  file: toFile(z.object({ file_key: key, file_name: name("file") })),
  audio: toFile(z.object({ file_key: key, file_name: name("voice.ogg") }), {
    mediaType: "audio/ogg", // Opus, says Lark
    isVoice: true,
  }),
  media: toFile(z.object({ file_key: key, file_name: name("video.mp4") }), {
    mediaType: "video/mp4",
  }),
});

function toPicture({ image_key: fileKey }: { image_key: string }): Content {
  return { text: "", file: { name: "picture", fileKey, type: "image", mediaType: "image/jpeg" } };
}

function toFile(
  shape: z.ZodType<{ file_key: string; file_name: string }>,
  known: Pick<LarkFile, "mediaType" | "isVoice"> = {},
): z.ZodType<Content> {
  return shape.transform(({ file_key: fileKey, file_name }) => ({
    text: "",
    file: { name: file_name, fileKey, type: "file" as const, ...known },
  }));
}

function wordsOf(part: Record<string, unknown>): string {
  const { tag, text, user_id: user } = part;
  if (tag === "at") return typeof user === "string" ? user : "";
  return typeof text === "string" ? text : "";
}

/** Lark writes addresses people typed as links in markdown: what was typed is their label. */
function readLinks(text: string): string {
  return text.replace(linkLike, (_, label: string, url: string) => {
    const address = url.replace(/^(mailto:|tel:)/, "");
    const bare = (one: string) => one.replace(/^https?:\/\//, "").replace(/\/$/, "");
    return address !== url || bare(url) === bare(label) ? label : `${label} (${url})`;
  });
}

const linkLike = /\[([^[\]\n]+)\]\(((?:https?:\/\/|mailto:|tel:)[^()\s]+)\)/g;

// Longest first: "@_user_1" is also how "@_user_12" begins.
function nameMentions(text: string, mentions: Mention[]): string {
  const longest = [...mentions].sort((a, b) => b.key.length - a.key.length);
  const named = longest.reduce(
    (words, { key: placeholder, name: who }) => words.replaceAll(placeholder, who && `@${who}`),
    text,
  );
  return named.replaceAll("@_all", "").trim();
}
