// What people do all day, in pieces that take a minute: leads, actions, practice, updates, questions, the weekly strategy.
import { textsFor } from "../../src/core/text/texts.ts";
import type { Actor } from "./actor.ts";
import type { Shown, Spot } from "./place.ts";

export type Habit = { name: string; weight: number; act(actor: Actor): Promise<void> };

/** What a rep does, and how often. */
export const repHabits: readonly Habit[] = [
  { name: "leads", weight: 25, act: answerLead },
  { name: "actions", weight: 15, act: workActions },
  { name: "practice", weight: 12, act: practise },
  { name: "updates", weight: 23, act: tellUpdate },
  { name: "questions", weight: 25, act: ask },
];

/** What a manager does, once the week's question is answered. */
export const managerHabits: readonly Habit[] = [
  { name: "questions", weight: 100, act: askAsManager },
];

/** What a manager begins with. */
export const weekly: Habit = { name: "weekly", weight: 0, act: answerWeekly };

/** Words in both languages; people speak their own. */
const words = {
  en: {
    actions: "my actions",
    practice: "practice",
    stop: "stop",
    turns: ["What worries you most?", "How long does it take you today?", "Shall we look at it?"],
    update: (firm: string, amount: string, mark: string) =>
      `update ${firm}: good talk, budget ${amount} EUR, demo next Tuesday, ${mark}`,
    doubt: (mark: string) => `say it is too expensive ${mark}`,
    questions: (firm: string) => [`customer ${firm}`, "my leads", "health", "help"],
    manager: (firm: string) => ["team leads", "health", `customer ${firm}`, "strategies"],
    strategy: (points: number, mark: string) =>
      `strategy: calling deals brings ${points} points more wins within 30 days because ${mark}`,
    nothing: "nothing this week",
  },
  zh: {
    actions: "我的行动",
    practice: "演练",
    stop: "结束",
    turns: ["您最担心什么？", "现在这件事要花多长时间？", "我们一起看看好吗？"],
    update: (firm: string, amount: string, mark: string) =>
      `更新 ${firm}：聊得不错，预算 ${amount} 元，下周二做演示，${mark}`,
    doubt: (mark: string) => `话术 太贵了 ${mark}`,
    questions: (firm: string) => [`客户 ${firm}`, "我的线索", "数据健康", "帮助"],
    manager: (firm: string) => ["团队线索", "数据健康", `客户 ${firm}`, "每周一策"],
    strategy: (points: number, mark: string) =>
      `策略：给商机打电话，30 天内赢单率提高 ${points} 个点，因为 ${mark}`,
    nothing: "本周没有",
  },
} as const;

const wordsOf = ({ member }: Actor) => words[member.language];
const textsOf = ({ member }: Actor) => textsFor(member.language);

async function answerLead(actor: Actor): Promise<void> {
  const { leads } = textsOf(actor);
  const isOpen = ({ id }: Shown) => !actor.answered.has(id);
  const label = actor.random.chance(0.85) ? leads.accept : leads.decline;
  const spot = await actor.looks((shown) => buttonIn(shown.filter(isOpen), label));
  if (!spot) return ask(actor);
  actor.answered.add(spot.message.id);
  if (label === leads.accept) return void (await actor.presses(spot, { what: "accept" }));
  const pressed = await actor.presses(spot, { what: "decline" });
  await actor.pauses(1_000, 2_000);
  await actor.fills(pressed, { reason: "busy" }, { what: "declined", ref: spot.ref });
}

async function workActions(actor: Actor): Promise<void> {
  const { buttons, mine } = textsOf(actor).actions;
  const isDone = actor.random.chance(0.7);
  const label = isDone ? buttons.done : buttons.hour;
  const what = isDone ? "done" : "snooze";
  const atHand = await actor.looks((shown) => buttonIn(shown, label));
  if (atHand) return void (await actor.presses(atHand, { what }));
  await actor.says(wordsOf(actor).actions);
  const open = { label: buttons.show({ number: 1 }), in: mine };
  const list = await actor.sees((shown) => shown.findLast(({ text }) => text.includes(open.in)), {
    what: "the list of actions",
  });
  const ref = list.buttons.find((button) => button.label === open.label)?.ref;
  if (!ref) return;
  await actor.presses({ message: list, ref }, { what: "open" });
  const action = await actor.sees((shown) => buttonIn(after(shown, list), label), {
    what: "an action",
  });
  await actor.pauses(1_000, 3_000);
  await actor.presses(action, { what });
}

async function practise(actor: Actor): Promise<void> {
  const own = wordsOf(actor);
  const { practice } = textsOf(actor);
  const brief = await asks(actor, own.practice, {
    about: { what: "practice" },
    find: (shown) => buttonIn(shown, practice.start),
  });
  await actor.pauses(1_000, 3_000);
  await actor.presses(brief, { what: "start" });
  const under = brief.message.id;
  try {
    let heard = await hears(actor, under, 1);
    for (const turn of actor.random.shuffled([...own.turns]).slice(actor.random.whole(0, 2))) {
      await actor.pauses(2_000, 5_000);
      const mark = actor.nextMark();
      await actor.says(`${turn} ${mark}`, { under, mark, what: "turn", ref: brief.ref });
      heard = await hears(actor, under, heard + 1);
    }
  } finally {
    await actor.says(own.stop, { under });
  }
}

/** How much the customer has said by then. */
function hears(actor: Actor, under: string, least: number): Promise<number> {
  const enough = ({ length }: Shown[]) => (length >= least ? length : undefined);
  return actor.sees(enough, { under, what: "the customer's words" });
}

async function tellUpdate(actor: Actor): Promise<void> {
  const { updates } = textsOf(actor);
  const mark = actor.nextMark();
  const amount = String(actor.random.whole(10_000, 900_000));
  await actor.says(wordsOf(actor).update(actor.member.firm, amount, mark), {
    mark,
    what: "update",
  });
  const draft = await actor.sees((shown) => buttonIn(withMark(shown, mark), updates.confirm), {
    what: "a draft",
  });
  await actor.pauses(1_000, 4_000);
  await actor.presses(draft, { what: "confirm" });
  if (!actor.random.chance(0.3)) return;
  const { id } = draft.message;
  const written = await actor.sees(
    (shown) =>
      buttonIn(
        shown.filter((one) => one.id === id),
        updates.undo,
      ),
    { what: "the written update" },
  );
  await actor.pauses(1_000, 3_000);
  await actor.presses(written, { what: "undo" });
}

async function ask(actor: Actor): Promise<void> {
  const own = wordsOf(actor);
  if (actor.random.chance(0.6)) {
    return actor.says(actor.random.pick(own.questions(actor.member.firm)));
  }
  await askForWords(actor);
}

async function askForWords(actor: Actor): Promise<void> {
  const mark = actor.nextMark();
  const about = { mark, what: "doubt" };
  const isAnswered = (shown: Shown[]) => withMark(shown, mark).length > 0 || undefined;
  await asks(actor, wordsOf(actor).doubt(mark), { about, find: isAnswered });
}

type Asking<Found> = {
  about: { mark?: string; what: string };
  find: (shown: Shown[]) => Found | undefined;
};

/** Says it and waits for what it brings: just after a start, that follows a “one moment”. */
async function asks<Found>(actor: Actor, said: string, { about, find }: Asking<Found>) {
  const known = new Set(await actor.looks((shown) => shown.map(({ id }) => id)));
  await actor.says(said, about);
  return actor.sees((shown) => find(shown.filter(({ id }) => !known.has(id))), {
    what: `what “${about.what}” brings`,
  });
}

async function askAsManager(actor: Actor): Promise<void> {
  await actor.says(actor.random.pick(wordsOf(actor).manager(actor.member.firm)));
}

/** Once a week: after that there are questions only. */
async function answerWeekly(actor: Actor): Promise<void> {
  const own = wordsOf(actor);
  if (actor.random.chance(0.2)) return actor.says(own.nothing);
  const { confirm } = textsOf(actor).strategy.readBack;
  const mark = actor.nextMark();
  await actor.says(own.strategy(actor.random.whole(5, 40), mark), { mark, what: "claim" });
  const claim = await actor.sees((shown) => buttonIn(withMark(shown, mark), confirm), {
    what: "a claim",
  });
  await actor.pauses(1_000, 3_000);
  await actor.presses(claim, { what: "test" });
}

const withMark = (shown: Shown[], mark: string) => shown.filter(({ text }) => text.includes(mark));

/** The newest button of this name. */
function buttonIn(shown: Shown[], label: string): Spot | undefined {
  for (const message of shown.toReversed()) {
    const button = message.buttons.find((one) => one.label === label);
    if (button) return { message, ref: button.ref };
  }
  return undefined;
}

function after(shown: Shown[], { id }: Shown): Shown[] {
  return shown.slice(shown.findIndex((one) => one.id === id) + 1);
}
