// Asks for a secret in the terminal without showing it.
import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";

/** Undefined where nobody sits at the terminal. */
export type AskSecret = (question: string) => Promise<string>;

/** What is typed is shown nowhere; an empty line is an empty answer. */
export function createAskSecret(note: (line: string) => void): AskSecret {
  return async (question) => {
    note(question);
    const output = new Writable({ write: (_chunk, _encoding, done) => done() });
    const lines = createInterface({ input: process.stdin, output, terminal: true });
    try {
      return (await lines.question("")).trim();
    } finally {
      lines.close();
    }
  };
}
