// What the console shows: cards with numbered buttons, and what each number presses.
import type { Card } from "../../../core/card.ts";
import type { LocalMessage } from "../../../core/facts.ts";
import type { Reading } from "../../../core/text/format.ts";
import type { Said } from "../client.ts";
import { clean } from "./columns.ts";
import { renderTerminal } from "./render-terminal.ts";
import { createPaints, type Paints, type Pressable } from "./terminal.ts";

export type Screen = {
  paints: Paints;
  print(...lines: string[]): void;
  /** A card, its buttons numbered on from the last. */
  show(card: Card, reading: Reading): void;
  /** A line of the conversation, as it arrives or as it was. */
  showMessage(message: LocalMessage, options: { reading: Reading; withOwnWords: boolean }): void;
  /** What a number presses; none once a newer conversation took its place. */
  pressable(number: number): Pressable | undefined;
  /** The highest number shown. */
  lastNumber(): number;
  forget(): void;
};

export type ScreenOptions = {
  write: (text: string) => void;
  width: () => number;
  color: boolean;
};

export function createScreen({ write, width, color }: ScreenOptions): Screen {
  const paints = createPaints({ color });
  let pressables: Pressable[] = [];
  const print = (...lines: string[]) => write(`${lines.join("\n")}\n`);
  const numberOf = (target: Pressable) => pressables.push(target);
  const show = (card: Card, reading: Reading) =>
    print(renderTerminal(card, { reading, width: Math.min(width(), 100), color, numberOf }), "");

  return {
    paints,
    print,
    show,
    showMessage(message, { reading, withOwnWords }) {
      const { createdAt, updatedAt, author, body } = message;
      const time = reading.format.time(updatedAt);
      if (author === "person") {
        if (withOwnWords) print(paints.soft(`${time}  > ${toLine(body as Said)}`), "");
        return;
      }
      const edited = updatedAt > createdAt ? ` (${reading.texts.local.console.updated})` : "";
      print(paints.soft(`${time}${edited}`));
      show(body as Card, reading);
    },
    pressable: (number) => pressables[number - 1],
    lastNumber: () => pressables.length,
    forget() {
      pressables = [];
    },
  };
}

function toLine({ text, file }: Said): string {
  return clean([file && `[${file.name}]`, text].filter(Boolean).join(" "));
}
