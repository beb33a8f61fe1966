// The names of the jobs of calls, and what each carries.

/** Reads a call, piece by piece. */
export const readJob = "call.read";
export type ReadPayload = { callId: string; step: number };

/** Deletes a call that nobody answered for, or that was not read in time. */
export const unreadJob = "call.unread";
export type UnreadPayload = { callId: string; assetId: string; personId: string };

/** Takes pasted words out of the records of the conversation. */
export const wordsJob = "call.words";
export type WordsPayload = { personId: string; under: string; from: number; to: number };
