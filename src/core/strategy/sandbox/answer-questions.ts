// Asking the six questions and taking the answers: a wrong one is explained and asked again, a right one never twice.
import { heading, note, sentence } from "../../blocks.ts";
import type { Block, Card, Field } from "../../card.ts";
import { Refused } from "../../errors.ts";
import type { Person } from "../../model.ts";
import type { Unit } from "../../ports.ts";
import { readingOf } from "../../text/format.ts";
import { type Answer, type Ask, type Effect, textOf } from "../../use-case.ts";
import { openQuestions, type Publisher } from "./publisher.ts";
import { isRight, type QuestionId } from "./questions.ts";

/** Opens the form with the questions that are left. */
export function askQuestions({ person, params }: Ask): Effect {
  assertManager(person);
  return async (unit) => {
    const open = openQuestions(await unit.publishers.get(person.id));
    const { questions } = readingOf(person).texts.sandbox;
    if (open.length === 0) return { toast: questions.done };
    return { open: formCard(unit, person, { open, cardKey: params.cardKey ?? "" }) };
  };
}

/** The answers: kept, and told which were right. */
export function submitQuestions({ person, params, values }: Answer): Effect {
  assertManager(person);
  return async (unit) => {
    const { questions } = readingOf(person).texts.sandbox;
    const known = await unit.publishers.get(person.id);
    const asked = openQuestions(known);
    const missing = asked.filter((id) => textOf(values, id) === "");
    if (missing.length > 0) {
      return { errors: Object.fromEntries(missing.map((id) => [id, questions.missing])) };
    }
    const wrong = asked.filter((id) => !isRight(id, textOf(values, id)));
    await keep(unit, person, { known, asked, wrong });
    const key = params.cardKey || `questions:${unit.newId("message")}`;
    const title = wrong.length === 0 ? questions.done : questions.wrong({ count: wrong.length });
    unit.post({ to: person.id, card: resultCard(unit, person, { asked, wrong, key, title }) });
    return { toast: title };
  };
}

type Answered = { known: Publisher | undefined; asked: QuestionId[]; wrong: QuestionId[] };

async function keep(unit: Unit, { id }: Person, { known, asked, wrong }: Answered) {
  const answers = { ...known?.answers };
  for (const each of asked) {
    const tries = (answers[each]?.tries ?? 0) + 1;
    answers[each] = { tries, isRight: !wrong.includes(each) };
  }
  const hasPassed = wrong.length === 0;
  const passedAt = hasPassed ? unit.now : null;
  await unit.publishers.put({ id, answers, passedAt, updatedAt: unit.now });
  if (!hasPassed || asked.length === 0) return;
  await unit.audits.put({
    ...{ id: unit.newId("audit"), at: unit.now, actorId: id, via: "chat" },
    ...{ action: "questions.passed", kind: "person", recordId: id, detail: {} },
  });
}

type Asking = { open: QuestionId[]; cardKey: string };

function formCard(unit: Unit, person: Person, { open, cardKey }: Asking): Card {
  const { questions } = readingOf(person).texts.sandbox;
  const action = "sandbox.questions.submit";
  const ref = unit.arm({ action, params: {}, personId: person.id, cardKey });
  const fields = open.map((id): Field => {
    const { ask, options } = questions.each[id];
    const labels = Object.entries(options).map(([value, label]) => ({ value, label }));
    return { kind: "select", name: id, label: ask, required: true, options: labels };
  });
  return {
    key: `questions_form:${unit.newId("message")}`,
    ...{ title: questions.title, tone: "info", summary: questions.title },
    blocks: [
      {
        ...{ t: "form", id: "questions", fields },
        submit: { id: action, label: questions.submit, ref, style: "primary" },
      },
    ],
  };
}

type Result = { asked: QuestionId[]; wrong: QuestionId[]; key: string; title: string };

function resultCard(unit: Unit, person: Person, { asked, wrong, key, title }: Result): Card {
  const { questions } = readingOf(person).texts.sandbox;
  const explained = wrong.length > 0 ? wrong : asked;
  const lines = explained.flatMap((id): Block[] => [
    heading(questions.each[id].ask),
    sentence(questions.each[id].why),
  ]);
  const armed = { action: "sandbox.questions", params: {}, personId: person.id, cardKey: key };
  const again: Block = {
    t: "actions",
    actions: [
      { id: "sandbox.questions", label: questions.again, ref: unit.arm(armed), style: "primary" },
    ],
  };
  return {
    ...{ key, title, tone: wrong.length > 0 ? "warn" : "good", summary: title },
    blocks: [...lines, ...(wrong.length > 0 ? [again] : [note(questions.goOn)])],
  };
}

function assertManager(person: Person): void {
  if (person.role === "manager") return;
  throw new Refused("forbidden", `${person.role} does not publish.`);
}
