// What a dropped recording is, by its bytes: whether it is audio at all, and how long.
import type { ProbeAudio } from "../core/ports.ts";

/** Reads no more than headers where they tell; undefined for what is no audio. */
export const probeAudio: ProbeAudio = async (bytes) => {
  // Loaded for the first recording: few installations ever see one.
  const { parseBuffer } = await import("music-metadata");
  try {
    const { format } = await parseBuffer(bytes, undefined, { duration: true, skipCovers: true });
    if (!format.container || !format.sampleRate) return undefined;
    return { durationMs: format.duration === undefined ? null : format.duration * 1_000 };
  } catch {
    // Whatever the reader stumbles over, it is no recording that can be used.
    return undefined;
  }
};
