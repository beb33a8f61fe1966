// The question that comes before anything is read: how the other side was told, whom it was with, and who may see it.
import { type Card, type Field, text } from "../../card.ts";
import type { Person } from "../../model.ts";
import { cut } from "../../pipeline/note-form.ts";
import type { Subject } from "../../pipeline/subjects.ts";
import type { Unit } from "../../ports.ts";
import { type Reading, readingOf } from "../../text/format.ts";
import { type CallSource, callKey, toldWays } from "./call.ts";

/** Answers of the form that are no way of telling and no customer. */
export const notTold = "not_told";
export const nobodyListed = "nobody";

/** Options a list may have: the most that Slack and Lark take, with room for "somebody else". */
const maxOptions = 99;
const maxLabel = 40;

/** A dropped call that waits for its answers. */
export type DroppedCall = {
  callId: string;
  assetId: string;
  name: string;
  source: CallSource;
};

/** The form's card. */
export function askCard(
  unit: Pick<Unit, "arm">,
  person: Person,
  { dropped, subjects }: { dropped: DroppedCall; subjects: readonly Subject[] },
): Card {
  const reading = readingOf(person);
  const { form } = reading.texts.calls;
  const key = callKey(dropped.callId);
  const id = "call.submit";
  const ref = unit.arm({ action: id, params: { ...dropped }, personId: person.id, cardKey: key });
  return {
    ...{
      key,
      title: form.title,
      subtitle: cut(dropped.name, 60),
      summary: form.title,
      tone: "info",
    },
    blocks: [
      { t: "text", text: [text(form.why)] },
      {
        t: "form",
        id: "call",
        fields: fieldsOf(subjects, reading),
        submit: { id, label: form.submit, ref, style: "primary" },
      },
    ],
  };
}

function fieldsOf(subjects: readonly Subject[], { texts }: Reading): Field[] {
  const { form, told, somebody } = texts.calls;
  const listed = subjects.slice(0, maxOptions);
  return [
    {
      ...{ kind: "select", name: "told", label: form.told, required: true },
      options: [
        ...toldWays.map((value) => ({ value, label: told[value] })),
        { value: notTold, label: form.notTold },
      ],
    },
    {
      ...{ kind: "select", name: "about", label: form.about, required: true },
      options: [
        ...listed.map(({ id, label }) => ({ value: id, label: cut(label, maxLabel) })),
        { value: nobodyListed, label: somebody },
      ],
      ...(listed.length === 1 && listed[0] ? { value: listed[0].id } : {}),
    },
    {
      ...{ kind: "select", name: "seen", label: form.seen, required: true, value: "me" },
      options: [
        { value: "me", label: form.onlyMe },
        { value: "manager", label: form.managerToo },
      ],
    },
  ];
}
