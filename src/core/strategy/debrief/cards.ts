// The cards of a debrief: three questions, the draft as its rep reads it, and as their manager does.
import { heading, note, sentence as say } from "../../blocks.ts";
import type { Action, Block, Card, Field } from "../../card.ts";
import type { Deal, Person } from "../../model.ts";
import type { Unit } from "../../ports.ts";
import { type Reading, readingOf } from "../../text/format.ts";
import { markBlanks } from "../../training/fill-in.ts";
import { tactics } from "../../training/playbook.ts";
import type { Answers, Debrief, ScriptAsset } from "./stored.ts";

/** One card goes from the question to what became of it. */
export const debriefKey = ({ id }: Debrief) => `debrief:${id}`;
/** The manager's. */
export const reviewKey = ({ id }: ScriptAsset) => `script_review:${id}`;

/** Buttons of one card, for one person. */
function createButton(unit: Unit, { id: personId }: Person, cardKey: string) {
  return (
    action: string,
    label: string,
    params: Record<string, string>,
  ): Action & { id: string; ref: string } => ({
    ...{ id: action, label },
    ref: unit.arm({ action, params, personId, cardKey }),
  });
}

/** `key`: the card it stands on; by default the one the rep gets first. */
type About = { debrief: Debrief; deal: Deal; key?: string | undefined };

/** Three short questions; `answers` are there when it is opened again. */
export function askCard(unit: Unit, person: Person, { debrief, deal, ...about }: About): Card {
  const { texts } = readingOf(person);
  const { ask } = texts.debrief;
  const key = about.key ?? debriefKey(debrief);
  const button = createButton(unit, person, key);
  const params = { debriefId: debrief.id };
  const title = (deal.status === "won" ? ask.won : ask.lost)({ deal: deal.name });
  return {
    ...{ key, title, tone: "info", summary: ask.summary },
    blocks: [
      say(ask.about),
      {
        t: "actions",
        actions: [
          button("debrief.tell", ask.tell, params),
          button("debrief.skip", ask.skip, params),
        ],
      },
      {
        ...{ t: "form", id: "debrief", fields: askFields(person, debrief.answers) },
        submit: { ...button("debrief.submit", ask.submit, params), style: "primary" },
      },
      note(ask.kept),
    ],
  };
}

function askFields(person: Person, answers: Debrief["answers"]): Field[] {
  const { ask } = readingOf(person).texts.debrief;
  const { turned = "", objection = "", words = "", isNamed = false } = answers;
  const options = [
    { value: "no", label: ask.unnamed },
    { value: "yes", label: ask.named },
  ];
  return [
    { kind: "multiline", name: "turned", label: ask.turned, required: true, value: turned },
    { kind: "text", name: "objection", label: ask.objection, value: objection },
    { kind: "multiline", name: "words", label: ask.words, hint: ask.wordsHint, value: words },
    { kind: "select", name: "named", label: ask.naming, options, value: isNamed ? "yes" : "no" },
  ];
}

type Drafted = { debrief: Debrief; asset: ScriptAsset; answers: Answers; key: string };

/** The draft, for its rep: what was taken out, and to whom it goes. */
export function draftCard(
  unit: Unit,
  person: Person,
  { debrief, asset, answers, key }: Drafted,
): Card {
  const reading = readingOf(person);
  const { draft } = reading.texts.debrief;
  const button = createButton(unit, person, key);
  const params = { debriefId: debrief.id };
  const kinds = [...new Set(answers.removed)].map((kind) => reading.texts.debrief.blanks[kind]);
  return {
    ...{ key, title: draft.title, tone: "info", summary: draft.title },
    blocks: [
      ...scriptBlocks(asset, reading),
      note(
        kinds.length > 0
          ? draft.removed({ count: answers.removed.length, kinds: kinds.join(draft.and) })
          : draft.clean,
      ),
      note(draft.check),
      {
        t: "actions",
        actions: [
          { ...button("debrief.send", draft.send, params), style: "primary" },
          button("debrief.change", draft.change, params),
          button("debrief.skip", draft.drop, params),
        ],
      },
    ],
  };
}

/** Words in place of a card that is done with. */
export function closedCard(person: Person, { key, line }: { key: string; line: string }): Card {
  const { title } = readingOf(person).texts.debrief;
  return {
    ...{ key, title, tone: "good", summary: title },
    blocks: [say(line)],
  };
}

/** `key`: the card it stands on; by default the one a manager gets first. */
type Reviewing = {
  asset: ScriptAsset;
  rep: string;
  key?: string | undefined;
  isReminder?: boolean;
};
type Editing = { asset: ScriptAsset; verticals: readonly string[]; key: string | undefined };

/** For the manager: publish, edit or refuse. */
export function reviewCard(
  unit: Unit,
  manager: Person,
  { asset, rep, isReminder, ...about }: Reviewing,
): Card {
  const reading = readingOf(manager);
  const { review } = reading.texts.debrief;
  const usual = isReminder ? `${reviewKey(asset)}:remind` : reviewKey(asset);
  const key = about.key ?? usual;
  const button = createButton(unit, manager, key);
  const params = { assetId: asset.id };
  return {
    ...{ key, title: isReminder ? review.reminder : review.title({ rep }), tone: "info" },
    summary: review.summary,
    blocks: [
      ...scriptBlocks(asset, reading),
      note(review.about),
      {
        t: "actions",
        actions: [
          { ...button("script.publish", review.publish, params), style: "primary" },
          button("script.edit", review.edit, params),
          button("script.refuse", review.refuse, params),
        ],
      },
    ],
  };
}

/** The form in which a manager changes it. */
export function editCard(
  unit: Unit,
  manager: Person,
  { asset, verticals, ...about }: Editing,
): Card {
  const { texts } = readingOf(manager);
  const { review } = texts.debrief;
  const { when, why } = asset.provenance;
  const key = about.key ?? reviewKey(asset);
  const button = createButton(unit, manager, key);
  const toOption = (names: Record<string, string>) => (value: string) => ({
    value,
    label: names[value] ?? value,
  });
  const fields: Field[] = [
    { kind: "text", name: "when", label: review.when, required: true, value: when },
    { kind: "multiline", name: "say", label: review.say, required: true, value: asset.text },
    { kind: "multiline", name: "why", label: review.why, value: why },
    {
      kind: "select",
      name: "tactic",
      label: review.tactic,
      value: asset.tactic,
      options: tactics.map(toOption(texts.scripts.tactics)),
    },
    {
      kind: "select",
      name: "playbook",
      label: review.playbook,
      value: asset.playbook,
      options: verticals.map(toOption(texts.scripts.verticals)),
    },
  ];
  const submit = {
    ...button("script.edit.submit", review.save, { assetId: asset.id }),
    style: "primary" as const,
  };
  return {
    ...{ key, title: review.edit, tone: "info", summary: review.edit },
    blocks: [{ t: "form", id: "script_edit", fields, submit }],
  };
}

/** The form that asks why not. */
export function refuseCard(
  unit: Unit,
  manager: Person,
  { asset, ...about }: Omit<Editing, "verticals">,
): Card {
  const { review } = readingOf(manager).texts.debrief;
  const key = about.key ?? reviewKey(asset);
  const button = createButton(unit, manager, key);
  const field: Field = { kind: "multiline", name: "reason", label: review.reason, required: true };
  const submit = button("script.refuse.submit", review.refuse, { assetId: asset.id });
  return {
    ...{ key, title: review.refuse, tone: "info", summary: review.refuse },
    blocks: [{ t: "form", id: "script_refuse", fields: [field], submit }],
  };
}

function scriptBlocks(asset: ScriptAsset, { texts }: Reading): Block[] {
  const { provenance, language, playbook, tactic } = asset;
  const lines = asset.text.split("\n");
  return [
    heading(markBlanks(provenance.when, language)),
    ...lines.map((line) => say(markBlanks(line, language))),
    note(texts.scripts.why({ why: markBlanks(provenance.why, language) })),
    note(
      texts.debrief.place({
        vertical: texts.scripts.verticals[playbook] ?? playbook,
        tactic: texts.scripts.tactics[tactic] ?? tactic,
      }),
    ),
  ];
}
