// Changing a brief before it is started: its length, how hard the customer is, another scenario, and keeping it.
import type { Card, Field } from "../../card.ts";
import type { Language } from "../../model.ts";
import { setConsent, standingConsent } from "../../people/consent.ts";
import type { Unit } from "../../ports.ts";
import { readingOf } from "../../text/format.ts";
import { type Answer, type Ask, type Effect, textOf } from "../../use-case.ts";
import { type PlanOptions, toPlan } from "../customer/plan.ts";
import type { Library } from "../library.ts";
import { createSession } from "../session/session.ts";
import { briefCard } from "./brief-card.ts";
import { buttonsOn } from "./buttons.ts";
import type { Because } from "./choose-scenario.ts";
import { roomKey } from "./keys.ts";
import { readLibrary, toLevel } from "./open-brief.ts";
import {
  findPractice,
  type Level,
  levels,
  type PracticeSession,
  stepLevel,
} from "./practice-row.ts";
import type { PracticeServices } from "./services.ts";

/** Shorter, longer, easier or harder. */
export function changeBrief(services: PracticeServices, ask: Ask): Effect {
  return onBrief(ask, async (unit, row) => {
    const library = readLibrary(services);
    const { practice } = readingOf(ask.person).texts;
    if (!library) return { toast: practice.reading };
    const { to } = ask.params;
    const steps: Record<string, Level> = { easier: -1, harder: 1 };
    const level = stepLevel(row.play.level, steps[to ?? ""] ?? 0);
    const isDrill = to === "drill" || (to !== "full" && row.plan.isDrill);
    const [objection] = row.plan.scenario.objections;
    const drill = isDrill ? (objection?.id ?? true) : undefined;
    return { card: await replan(unit, ask, { row, library, level, choice: { drill } }) };
  });
}

/** Asks which scenario, how long and how hard. */
export async function askOther(services: PracticeServices, ask: Ask): Promise<Effect> {
  return onBrief(ask, async (unit, row) => {
    const library = readLibrary(services);
    const { practice } = readingOf(ask.person).texts;
    return library ? { open: otherForm(unit, ask, { row, library }) } : { toast: practice.reading };
  });
}

/** The brief of the scenario that was chosen, in place of the one that was shown. */
export function submitOther(services: PracticeServices, { values, ...ask }: Answer): Effect {
  return onBrief(ask, async (unit, row) => {
    const library = readLibrary(services);
    const { practice } = readingOf(ask.person).texts;
    if (!library) return { toast: practice.reading };
    const [vertical = "", scenario = ""] = textOf(values, "scenario").split("/");
    const known = scenariosOf(library, row).some(
      (each) => each.vertical === vertical && each.scenario === scenario,
    );
    const drill = textOf(values, "length") === "drill" ? (true as const) : undefined;
    const level = toLevel(textOf(values, "level"));
    if (!known) return { toast: practice.gone };
    const choice = { vertical, scenario, drill };
    const params = { ...ask.params, because: "asked", entryId: "" };
    const card = await replan(unit, { ...ask, params }, { row, library, level, choice });
    unit.post({ to: ask.person.id, card });
    return {};
  });
}

/** Agrees to practice being kept, from the brief. */
export function agreeToKeep(ask: Ask): Effect {
  return onBrief(ask, async (unit, row) => {
    await setConsent(unit, { person: ask.person, purpose: "practice", agree: true });
    const { agreed } = readingOf(ask.person).texts.practice;
    return { toast: agreed, card: await showBrief(unit, ask, row) };
  });
}

type OnBrief = (unit: Unit, row: PracticeSession) => ReturnType<Effect>;

/** Only while it is a brief, and of this person. */
function onBrief({ person, params }: Ask, change: OnBrief): Effect {
  return async (unit) => {
    const found = await findPractice(unit, { id: params.sessionId ?? "", personId: person.id });
    if (found?.row.state === "brief") return change(unit, found.row);
    return { toast: readingOf(person).texts.practice.gone };
  };
}

type Change = {
  row: PracticeSession;
  library: Library;
  level: Level;
  choice: Partial<Pick<PlanOptions, "scenario" | "vertical">> & Pick<PlanOptions, "drill">;
};

/** The brief with another plan; what opened it in the customer's own words still does while it is that drill. */
async function replan(
  unit: Unit,
  ask: Ask,
  { row, library, level, choice }: Change,
): Promise<Card> {
  const { scenario = row.scenario, vertical = row.playbook, drill } = choice;
  const language = row.language as Language;
  const made = toPlan(library, { scenario, vertical, language, drill, level });
  const isSameDrill = made.isDrill && row.plan.isDrill && scenario === row.scenario;
  const { opening } = row.plan.scenario;
  const plan = isSameDrill ? { ...made, scenario: { ...made.scenario, opening } } : made;
  const { limitMs } = createSession({ plan, seed: row.play.seed });
  const changed: PracticeSession = {
    ...row,
    ...{ plan, playbook: plan.vertical, scenario: plan.scenario.id, persona: plan.persona.id },
    play: { ...row.play, level, limitMs },
  };
  await unit.practiceSessions.put(changed);
  return showBrief(unit, ask, changed);
}

async function showBrief(unit: Unit, { person, params }: Ask, row: PracticeSession): Promise<Card> {
  const isKept = (await standingConsent(unit, person.id, "practice")) !== undefined;
  const { because = "asked", weak, entryId } = params;
  const brief = { because: because as Because, weak, entryId, isKept };
  return briefCard(unit, person, { row, brief });
}

/** Slack takes a hundred options in one list, Lark and the local chat more. */
const mostScenarios = 100;

function scenariosOf({ playbooks }: Library, { language, playbook }: PracticeSession) {
  return playbooks
    .filter((each) => each.language === language)
    .sort((a, b) => Number(b.vertical === playbook) - Number(a.vertical === playbook))
    .flatMap(({ vertical, scenarios }) =>
      scenarios.map(({ id, title }) => ({ vertical, scenario: id, title })),
    )
    .slice(0, mostScenarios);
}

function otherForm(
  unit: Unit,
  { person, params }: Ask,
  { row, library }: { row: PracticeSession; library: Library },
): Card {
  const { texts } = readingOf(person);
  const { form, lengths, levels: names, tag } = texts.practice;
  const { cardKey: _, ...own } = params;
  const button = buttonsOn(unit, { person, cardKey: roomKey(row.id), own });
  const options = scenariosOf(library, row).map(({ vertical, scenario, title }) => {
    const name = texts.scripts.verticals[vertical] ?? vertical;
    const label = form.option({ vertical: name, title }).slice(0, 75);
    return { value: `${vertical}/${scenario}`, label };
  });
  const fields: Field[] = [
    {
      ...{ kind: "select", name: "scenario", label: form.scenario, required: true, options },
      value: `${row.playbook}/${row.scenario}`,
    },
    {
      ...{ kind: "select", name: "length", label: form.length, required: true },
      value: row.plan.isDrill ? "drill" : "full",
      options: (["full", "drill"] as const).map((value) => ({ value, label: lengths[value] })),
    },
    {
      ...{ kind: "select", name: "level", label: form.level, required: true },
      value: String(row.play.level),
      options: levels.map((level) => ({ value: String(level), label: names[level] ?? "" })),
    },
  ];
  return {
    key: `practice.other:${unit.newId("message")}`,
    ...{ title: form.title, tone: "info", tags: [tag], summary: form.title },
    blocks: [
      {
        ...{ t: "form", id: "practice", fields },
        submit: button("practice.other.submit", form.submit, { style: "primary" }),
      },
    ],
  };
}
