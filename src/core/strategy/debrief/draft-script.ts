// From three answers to a talk track, by template: nothing is in it that its author did not say.
import type { Deal, Language } from "../../model.ts";
import type { Reader } from "../../ports.ts";
import { textsFor } from "../../text/texts.ts";
import { understandCustomer } from "../../training/moves/understand-customer.ts";
import { type Entry, tactics } from "../../training/playbook.ts";
import { type Clean, createClean } from "./personal/remove-personal.ts";
import type { Answers, Debrief, ScriptAsset } from "./stored.ts";

/** Three lines are what a phone shows, and what the library has. */
const mostLines = 3;
const mostLength = 600;
/** Where nothing in an objection names a tactic: they would rather leave things as they are. */
const usualTactic: Entry["tactic"] = "status_quo";

/** Takes out of words whatever leads to anybody in the records. */
export async function cleanerFor(read: Reader, language: Language): Promise<Clean> {
  const [people, contacts, accounts] = await Promise.all([
    read.people.find({}),
    read.contacts.find({}),
    read.accounts.find({}),
  ]);
  const names = [...people, ...contacts].flatMap(({ name }) => name ?? []);
  const { blanks } = textsFor(language).debrief;
  return createClean({ people: names, accounts: accounts.map(({ name }) => name) }, blanks);
}

type Said = Pick<Answers, "turned" | "objection" | "words" | "isNamed">;

/** The answers without what is personal. */
export function cleanAnswers(said: Said, clean: Clean): Answers {
  const turned = clean(cut(said.turned));
  const objection = clean(cut(said.objection));
  const words = clean(cut(said.words));
  return {
    ...{ turned: turned.text, objection: objection.text, words: words.text },
    isNamed: said.isNamed,
    removed: [...turned.removed, ...objection.removed, ...words.removed],
  };
}

const cut = (words: string) => words.trim().slice(0, mostLength);

type Drafting = {
  id: string;
  debrief: Debrief;
  deal: Deal;
  answers: Answers;
  playbook: string;
  now: number;
};

/** The draft. */
export function draftScript({ id, debrief, deal, answers, playbook, now }: Drafting): ScriptAsset {
  const { turned, objection, words, isNamed } = answers;
  const language = languageOf([words, objection, turned].join(" "));
  const when = objection || turned;
  return {
    ...{ id, playbook, language, tactic: tacticOf(when), scenario: null },
    text: linesOf(words || turned).join("\n"),
    provenance: {
      ...{ debriefId: debrief.id, dealId: deal.id, personId: debrief.personId },
      ...{ outcome: deal.status === "won" ? "won" : "lost", when, customer: when, why: turned },
    },
    ...{ state: "draft", authorId: isNamed ? debrief.personId : null, reviewerId: null },
    ...{ createdAt: now, updatedAt: now },
  };
}

/** Lines as they were written; one long line falls into its sentences. */
export function linesOf(words: string): string[] {
  const written = words
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  const lines =
    written.length > 1 ? written : (words.match(/[^.!?。！？]+[.!?。！？]*/g) ?? [words]);
  const kept = lines.map((line) => line.trim()).filter(Boolean);
  return [...kept.slice(0, mostLines - 1), kept.slice(mostLines - 1).join(" ")].filter(Boolean);
}

/** The tactic an objection is, in a customer's words. */
export function tacticOf(objection: string): Entry["tactic"] {
  const [first] = understandCustomer(objection).tactics;
  return tactics.find((each) => each === first?.label) ?? usualTactic;
}

/** Whose language words are in: any Han makes them Chinese. */
export const languageOf = (words: string): Language =>
  /\p{Script=Han}/u.test(words) ? "zh" : "en";
