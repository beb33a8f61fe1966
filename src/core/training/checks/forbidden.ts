// A playbook's check: no line it offers holds a phrase it forbids.
import type { Path, Playbook, Sourced } from "../library.ts";
import type { Finding, Reading } from "./check.ts";
import { normalise } from "./normalise.ts";

type Phrase = { sought: string; never: string; file: string; line: number };

/** Finds lines offered to reps that hold a phrase the same playbook forbids. */
export function checkForbidden({ playbook, shipped }: Reading): Finding[] {
  const { language } = playbook;
  const phrases = [...(shipped?.compliance ?? []), ...playbook.compliance].flatMap((rule) =>
    phrasesOf(rule, language),
  );
  const judge = (at: Sourced<object>["at"], inside: Path, text: string): Finding[] => {
    const shown = toComparable(text, language);
    const phrase = phrases.find(({ sought }) => shown.includes(sought));
    if (!phrase) return [];
    const { never, file, line } = phrase;
    const message = `this line holds "${never}", which ${file}:${line} forbids`;
    const fix = "say it another way, or make the forbidden phrase more exact";
    return [{ file: at.file, path: [...at.path, ...inside], message, fix }];
  };
  return [
    ...playbook.entries.flatMap(({ at, say }) =>
      say.flatMap((text, index) => judge(at, ["say", index], text)),
    ),
    ...playbook.compliance.flatMap(({ at, instead }) => judge(at, ["instead"], instead)),
  ];
}

function phrasesOf(
  { never, at }: Playbook["compliance"][number],
  language: Playbook["language"],
): Phrase[] {
  return never
    .map((phrase) => ({ sought: toComparable(phrase, language), never: phrase, ...at }))
    .filter(({ sought }) => sought.trim() !== "");
}

/** English is compared by whole words; Chinese has none, and spaces in it mean nothing. */
function toComparable(text: string, language: Playbook["language"]): string {
  const plain = normalise(text);
  return language === "zh" ? plain.replaceAll(" ", "") : ` ${plain} `;
}
