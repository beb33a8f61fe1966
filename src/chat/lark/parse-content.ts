// What a message says: plain words, a formatted post, or a file.
import { z } from "zod";

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
  const parsed = shape?.safeParse(readJson(content));
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
const name = (fallback: string) => z.string().min(1).max(255).catch(fallback);

const shapes: Record<string, z.ZodType<Content>> = {
  text: z.object({ text: z.string() }),
  post: z.union([post, byLanguage]).transform(({ title, content }) => ({
    text: [title, ...content.map((line) => line.map(wordsOf).join(""))].filter(Boolean).join("\n"),
  })),
  image: z.object({ image_key: key }).transform(({ image_key: fileKey }) => ({
    text: "",
    file: { name: "picture", fileKey, type: "image" as const, mediaType: "image/jpeg" },
  })),
  file: toFile(z.object({ file_key: key, file_name: name("file") })),
  audio: toFile(z.object({ file_key: key, file_name: name("voice.ogg") }), {
    mediaType: "audio/ogg", // Opus, says Lark
    isVoice: true,
  }),
  media: toFile(z.object({ file_key: key, file_name: name("video.mp4") }), {
    mediaType: "video/mp4",
  }),
};

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

function readJson(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}

// Longest first: "@_user_1" is also how "@_user_12" begins.
function nameMentions(text: string, mentions: Mention[]): string {
  const longest = [...mentions].sort((a, b) => b.key.length - a.key.length);
  const named = longest.reduce(
    (words, { key: placeholder, name: who }) => words.replaceAll(placeholder, who && `@${who}`),
    text,
  );
  return named.replaceAll("@_all", "").trim();
}
