// The decision chain of a deal: who decides, who buys, who checks; each with how we know, their mood and the last talk.
import type { Contact, Touch } from "../../model.ts";
import { sentimentOf } from "../../training/moves/sentiment.ts";
import { fold } from "../../training/moves/text.ts";
import type { Basis } from "../brief/basis.ts";
import { basisOfField, basisOfTitle, type Story } from "../brief/story.ts";
import { namesPerson } from "../reading/which-deal.ts";

/** Who says yes; who handles budget, purchase and paper; who judges whether it works. */
export const chainRoles = ["decides", "buys", "checks"] as const;
export type ChainRole = (typeof chainRoles)[number];

export type Mood = { mood: "positive" | "neutral" | "negative"; basis: Basis };

/** Somebody of the customer. `ground`: the deal names them, or their title suggests it. */
export type ChainPerson = {
  name: string;
  title: string | null;
  ground: "named" | "title";
  basis: Basis;
  mood: Mood | undefined;
  talk: Touch | undefined;
};

/** `decides` has at most one who is named; who is there by title alone is a guess, said as one. */
export type ChainLink = { role: ChainRole; people: ChainPerson[] };
export type DecisionChain = { links: ChainLink[]; others: ChainPerson[] };

/** What somebody does goes before their rank: a finance director buys, a technical director checks. */
const titles: [ChainRole, RegExp][] = [
  [
    "buys",
    /\b(procure|purchas|buyer|sourcing|financ|cfo|controller|treasur|account(?:ant|s payable)|legal|counsel|contracts? manager)|采购|招标|招采|财务|会计|法务|合同|供应链/,
  ],
  [
    "checks",
    /\b(technical|technolog|cto|cio|it |it$|engineer|architect|quality|r&d|research|security|data|scientist|clinical|validation)|技术|工程师|信息|研发|设备|质量|工艺|安全|架构|临床|检验|科主任/,
  ],
  [
    "decides",
    /\b(ceo|coo|chief|president|owner|founder|partner|managing director|general manager|vp|director|head of|dean)\b|总经理|董事|总裁|厂长|院长|行长|老板|创始|总监|副总|一把手/,
  ],
];

/** As the scorer draws the line (core/training/alerts: under 0.4 is unhappy), the same distance above the middle. */
const unhappy = 0.4;
const happy = 0.6;

/** Everybody there with their part in it. */
export function toChain(story: Story): DecisionChain {
  const { contacts, deal } = story;
  const written = deal?.decisionMaker ?? "";
  const named = written ? onlyCalled(contacts, written) : undefined;
  const decider = written ? [deciderOf(story, written, named)] : [];
  const rest = contacts
    .filter((contact) => contact !== named && (contact.name ?? contact.title))
    .map((contact) => ({ role: roleOf(contact.title), person: byTitle(story, contact) }));
  const peopleOf = (role: ChainRole | undefined) =>
    rest.filter((one) => one.role === role).map(({ person }) => person);
  const links = chainRoles.map((role): ChainLink => {
    return { role, people: [...(role === "decides" ? decider : []), ...peopleOf(role)] };
  });
  return { links, others: peopleOf(undefined) };
}

/** Whether somebody was named for it, rather than guessed. */
export function isNamed({ people }: ChainLink): boolean {
  return people.some(({ ground }) => ground === "named");
}

/** The part a title suggests. */
export function roleOf(title: string | null): ChainRole | undefined {
  const words = fold(title ?? "");
  return titles.find(([, pattern]) => pattern.test(words))?.[0];
}

/** The one contact that words call by name; where two are called so, none. */
function onlyCalled(contacts: readonly Contact[], words: string): Contact | undefined {
  const called = contacts.filter(({ name }) => name && namesPerson(fold(words), name));
  return called.length === 1 ? called[0] : undefined;
}

function deciderOf(story: Story, written: string, contact: Contact | undefined): ChainPerson {
  const name = contact?.name ?? written;
  return {
    ...{ name, title: contact?.title ?? null, ground: "named" },
    basis: basisOfField(story, "decisionMaker"),
    mood: moodOf(story, { name: written, contactId: contact?.id }),
    talk: contact && story.talks.get(contact.id),
  };
}

function byTitle(story: Story, contact: Contact): ChainPerson {
  const { id, title } = contact;
  const name = contact.name ?? title ?? "";
  return {
    ...{ name, title: contact.name ? title : null, ground: "title" },
    basis: basisOfTitle(story, contact),
    mood: moodOf(story, { name, contactId: id }),
    talk: story.talks.get(id),
  };
}

type Whose = { name: string; contactId: string | undefined };

/** The latest: a confirmed update that names them, or their own words. */
function moodOf({ updates, heard }: Story, { name, contactId }: Whose): Mood | undefined {
  const told = updates.flatMap(({ text, understood, confirmedAt, createdAt, personId: by }) => {
    const { sentiment } = understood.values;
    if (sentiment === undefined || !namesPerson(fold(text), name)) return [];
    const at = confirmedAt ?? createdAt;
    return [{ at, mood: sentiment, basis: { kind: "update", at, by } as const }];
  });
  const said = heard
    .filter((one) => contactId !== undefined && one.contactId === contactId)
    .map(({ text, at, basis }) => ({ at, sentiment: sentimentOf(text), basis }))
    // Exactly the middle: no word of feeling in it.
    .filter(({ sentiment }) => sentiment !== 0.5)
    .map(({ at, sentiment, basis }) => ({ at, mood: toMood(sentiment), basis }));
  const [latest] = [...told, ...said].sort((one, other) => other.at - one.at);
  return latest && { mood: latest.mood, basis: latest.basis };
}

function toMood(sentiment: number): Mood["mood"] {
  if (sentiment < unhappy) return "negative";
  return sentiment > happy ? "positive" : "neutral";
}
