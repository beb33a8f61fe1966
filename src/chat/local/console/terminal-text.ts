// Text with its marks, as the console paints it.
import type { Inline } from "../../../core/card.ts";
import { toSafeUrl } from "../render/text.ts";
import type { Run } from "./columns.ts";
import type { Terminal } from "./terminal.ts";

/** Text with its marks, ready to be wrapped. */
export function toRuns(inlines: Inline[], terminal: Terminal): Run[] {
  return inlines.map((part) => toRun(part, terminal));
}

function toRun(part: Inline, { paints, reading }: Terminal): Run {
  switch (part.t) {
    case "text":
      return { text: part.text, paint: paints.plain };
    case "strong":
      return { text: part.text, paint: paints.bold };
    case "emph":
      return { text: part.text, paint: paints.emph };
    case "code":
      return { text: part.text, paint: paints.accent };
    case "link": {
      const url = toSafeUrl(part.url);
      return { text: url ? `${part.text} (${url})` : part.text, paint: paints.plain };
    }
    case "person":
      return { text: `@${part.name}`, paint: paints.accent };
    case "date": {
      const [day, time] = [reading.format.day(part.at), reading.format.time(part.at)];
      return { text: { day, time, both: `${day} ${time}` }[part.style], paint: paints.plain };
    }
  }
}
