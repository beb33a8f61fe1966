// Typed lines and shown text over one terminal or pipe, so that what arrives never tears what is being typed.
import { clearLine, createInterface, cursorTo } from "node:readline";
import type { Readable, Writable } from "node:stream";
import type { Ask } from "./field.ts";

export type Lines = { ask: Ask; write: (text: string) => void; close(): void };

export function createLines(
  input: Readable & { isTTY?: boolean },
  output: Writable & { columns?: number },
): Lines {
  const isTerminal = input.isTTY === true;
  const lines = createInterface({ input, terminal: isTerminal, ...(isTerminal ? { output } : {}) });
  const iterator = lines[Symbol.asyncIterator]();
  let isWaiting = false;

  const prompt = (words: string) => {
    if (!isTerminal) return void output.write(words);
    lines.setPrompt(words);
    lines.prompt();
  };
  return {
    async ask(words) {
      prompt(words);
      isWaiting = true;
      const next = await iterator.next();
      isWaiting = false;
      if (!next.done) return next.value;
      output.write("\n");
      return undefined;
    },
    write(text) {
      if (!isWaiting || !isTerminal) return void output.write(text);
      cursorTo(output, 0);
      clearLine(output, 0);
      output.write(text);
      lines.prompt(true);
    },
    close: () => lines.close(),
  };
}
