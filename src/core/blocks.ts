// The three blocks nearly every card is made of: a heading, a sentence, and a quiet note under it.
import { type Block, strong, text } from "./card.ts";

/** Words that stand out, above what belongs to them. */
export const heading = (words: string): Block => ({ t: "text", text: [strong(words)] });

/** Words as a paragraph of their own. */
export const sentence = (words: string): Block => ({ t: "text", text: [text(words)] });

/** Words that step back: where a figure comes from, what to know beside it. */
export const note = (words: string): Block => ({ t: "context", text: [text(words)] });
