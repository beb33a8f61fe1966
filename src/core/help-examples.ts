// What help shows to be typed: with a customer of this person's own, where they have one, instead of an invented one.
import type { Person } from "./model.ts";
import type { Unit } from "./ports.ts";
import { readingOf } from "./text/format.ts";

/** The customer of the examples in the texts, who is nobody's. */
const invented = /Acme|蓝海/g;

/** Words for each topic. `isReal`: names in them lead somewhere, so that they can be tapped. */
export type Examples = { words: Record<string, string>; isReal: boolean };

/** The examples of the texts, about the account of the deal that moved last among theirs or their team's. */
export async function examplesFor(unit: Unit, person: Person): Promise<Examples> {
  const { examples } = readingOf(person).texts.chat.help;
  const name = await customerOf(unit, person);
  if (!name) return { words: examples, isReal: false };
  const own = Object.entries(examples).map(([topic, words]) => [
    topic,
    words.replace(invented, () => name),
  ]);
  return { words: Object.fromEntries(own), isReal: true };
}

async function customerOf(unit: Unit, { id, role }: Person): Promise<string | undefined> {
  if (role !== "rep" && role !== "manager") return undefined;
  const reps = role === "manager" ? await unit.people.find({ managerId: id }) : [];
  const [deal] = await unit.deals.find(
    { ownerId: [id, ...reps.map((rep) => rep.id)], status: "open" },
    { order: { by: "updatedAt", descending: true }, limit: 1 },
  );
  const account = deal?.accountId ? await unit.accounts.get(deal.accountId) : null;
  return account?.name;
}
