// The simulated people: each looks at what comes while at work, and presses, says something, or leaves it.
import type { CallbackAction, Card } from "../../src/core/card.ts";
import { NotFound, Refused } from "../../src/core/errors.ts";
import type { Language } from "../../src/core/model.ts";
import { nextWorkingMoment } from "../../src/core/people/working-time.ts";
import { type Act, drawAct, looksAfter } from "./habits.ts";
import type { Inbox } from "./inbox.ts";
import type { Member, Message } from "./messages.ts";
import type { World } from "./reps-work.ts";

export type Crowd = World & {
  inbox: Inbox;
  members: ReadonlyMap<string, Member & { language: Language }>;
  /** When somebody pressed or said something. */
  taps: { personId: string; at: number }[];
  /** Told of every lead somebody accepted. */
  onAccepted(assignmentId: string): Promise<void>;
};

/** What somebody says when a call is over. */
const sentences: Record<Language, readonly string[]> = {
  en: [
    "Good talk, demo next Tuesday",
    "Good talk, they answer next Friday",
    "Call again next Monday",
  ],
  zh: ["聊得不错，下周二做演示", "客户下周五给答复", "下周一再打电话"],
};

/** Has somebody look at a message once they are at work. */
export function willLook(crowd: Crowd, message: Message): void {
  const { random, agenda, ringside } = crowd;
  const member = crowd.members.get(message.personId);
  if (!member || message.counts === "asked") return;
  const act = drawAct(message.kind, random.unit());
  const delay = random.logNormal(looksAfter.medianMs, looksAfter.sigma);
  const worktime = { timeZone: member.timeZone, workdays: ringside.workdays };
  const at = nextWorkingMoment(message.at + delay, worktime);
  if (!("leave" in act)) agenda.add(at, () => doAct(crowd, message, act));
}

async function doAct(crowd: Crowd, message: Message, act: Act): Promise<void> {
  const { inbox, ringside } = crowd;
  const card = inbox.cardOf(message.id);
  if (!card) return;
  inbox.actor = message.personId;
  try {
    message.isActedOn = await perform(crowd, { message, act, card });
    await ringside.drain();
    await inbox.settle();
  } catch (error) {
    // Overtaken: the button is gone, or no longer theirs.
    if (!(error instanceof Refused || error instanceof NotFound)) throw error;
  } finally {
    inbox.actor = undefined;
  }
}

type Doing = { message: Message; act: Act; card: Card };

async function perform(crowd: Crowd, { message, act, card }: Doing): Promise<boolean> {
  if ("say" in act) return sayHow(crowd, message);
  const pressed = "press" in act ? act.press : undefined;
  const button = buttonsOf(card).find(({ id }) => pressed === undefined || id === pressed);
  if (!button) return false;
  await press(crowd, message.personId, {
    button,
    ...("press" in act && act.values ? { values: act.values } : {}),
  });
  if (button.id === "lead.accept") await crowd.onAccepted(card.key.split(":").at(-1) ?? "");
  return true;
}

/** One sentence, and one tap where nothing more is asked. */
async function sayHow(crowd: Crowd, { personId }: Message): Promise<boolean> {
  const { ringside, inbox, random, members } = crowd;
  const words = random.pick(sentences[members.get(personId)?.language ?? "en"]);
  tapped(crowd, personId);
  await ringside.localChat.say(personId, words);
  await ringside.drain();
  await inbox.settle();
  const shown = await ringside.localChat.transcript(personId, { limit: 5 });
  const cards = shown.map(({ body }) => body as Card).filter(({ blocks }) => Array.isArray(blocks));
  const button = cards.flatMap(buttonsOf).findLast(({ id }) => id === "update.confirm");
  if (button) await press(crowd, personId, { button });
  return true;
}

type Press = { button: CallbackAction; values?: Record<string, string> };

async function press(crowd: Crowd, personId: string, { button, values }: Press): Promise<void> {
  const { localChat } = crowd.ringside;
  tapped(crowd, personId);
  const { open } = await localChat.tap(personId, button.ref);
  const form = open?.blocks.find((block) => block.t === "form");
  if (!form || !values) return;
  tapped(crowd, personId);
  await localChat.submit(personId, form.submit.ref, values);
}

function tapped({ taps, ringside }: Crowd, personId: string): void {
  taps.push({ personId, at: ringside.clock() });
}

function buttonsOf({ blocks }: Pick<Card, "blocks">): CallbackAction[] {
  return blocks.flatMap((block) =>
    block.t === "actions" ? block.actions.filter((one) => "ref" in one) : [],
  );
}
