// JSON of unknown origin: whoever asks for it says what nothing means.

/** What the text holds; undefined where it is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
