// "sandbox": a manager's own history to try weights and rules on; nothing here changes anything.
import { sentence } from "../../blocks.ts";
import type { Action, Block, Card } from "../../card.ts";
import { Refused } from "../../errors.ts";
import { nameOfRule } from "../../journey/rules/say-rule.ts";
import { type KnownRule, listRules } from "../../journey/rules-in-chat/known-rules.ts";
import type { RuleServices } from "../../journey/rules-in-chat/services.ts";
import type { Person } from "../../model.ts";
import { createOrg } from "../../people/org.ts";
import { may } from "../../people/permissions.ts";
import type { Reader, Unit } from "../../ports.ts";
import { type Reading, readingOf } from "../../text/format.ts";
import type { Effect } from "../../use-case.ts";
import { isReady, openQuestions } from "./publisher.ts";

/** Rules with a button of their own; the others are one word away. */
const mostRules = 4;

/** What there is to try things on. */
type History = { leads: number; deals: number; since: number | null };

/** Posts it. */
export async function showSandbox(
  { store, ruleFiles }: Pick<RuleServices, "store" | "ruleFiles">,
  person: Person,
): Promise<Effect> {
  if (person.role !== "manager") throw new Refused("forbidden", `${person.role} has no sandbox.`);
  const { read } = store;
  const history = await readHistory(read, person);
  const { rules } = await listRules(read, ruleFiles, readingOf(person));
  const waiting = rules.filter(({ state }) => state === "off").slice(0, mostRules);
  const ready = await isReady(read, person);
  const left = ready ? 0 : openQuestions(await read.publishers.get(person.id)).length;
  return async (unit) => {
    unit.post({ to: person.id, card: sandboxCard(unit, person, { history, waiting, left }) });
    return {};
  };
}

/** Leads decided by fit are everybody's to replay; deals are those of their own people. */
async function readHistory(read: Reader, person: Person): Promise<History> {
  const all = await read.people.find({});
  const org = createOrg(all, await read.teams.find({}));
  const own = all.filter(({ id }) => may(person, "deal.read", { ownerIds: [id] }, org));
  const ownerId = own.map(({ id }) => id);
  const closed = { ownerId, status: ["won", "lost"] as const };
  const [first] = await read.deals.find(closed, { order: { by: "closedAt" }, limit: 1 });
  return {
    leads: await read.assignments.count({ authorId: null }),
    deals: await read.deals.count(closed),
    since: first?.closedAt ?? null,
  };
}

type Shown = { history: History; waiting: KnownRule[]; left: number };

function sandboxCard(unit: Unit, person: Person, { history, waiting, left }: Shown): Card {
  const reading = readingOf(person);
  const { sandbox } = reading.texts;
  const key = `sandbox:${unit.newId("message")}`;
  const button = (action: string, label: string, params: Record<string, string> = {}): Action => ({
    ...{ id: [action, ...Object.values(params)].join("."), label },
    ref: unit.arm({ action, params, personId: person.id, cardKey: key }),
  });
  const { rules: words } = reading.texts.chat.help.examples;
  return {
    ...{ key, title: sandbox.title, tone: "info", summary: sandbox.title },
    blocks: [
      sentence(sandbox.intro),
      sentence(sayHistory(history, reading)),
      {
        t: "actions",
        actions: [
          { ...button("weights.change", sandbox.tryWeights), style: "primary" },
          button("rule.new", sandbox.newRule),
          ...(words ? [button("ask", sandbox.allRules, { text: words })] : []),
        ],
      },
      ...ruleBlocks(waiting, { reading, button }),
      { t: "divider" },
      sentence(left === 0 ? sandbox.ready : sandbox.left({ count: left })),
      ...(left === 0 ? [] : [actions([button("sandbox.questions", sandbox.first.begin)])]),
    ],
  };
}

type Buttons = {
  reading: Reading;
  button: (action: string, label: string, params?: Record<string, string>) => Action;
};

function ruleBlocks(waiting: KnownRule[], { reading, button }: Buttons): Block[] {
  const { sandbox } = reading.texts;
  if (waiting.length === 0) return [];
  const buttons = waiting.map(({ rule }) =>
    button("rule.preview", nameOfRule(rule, reading), { ruleId: rule.id }),
  );
  return [sentence(sandbox.tryRules), actions(buttons)];
}

function sayHistory({ leads, deals, since }: History, { texts, format }: Reading): string {
  const { sandbox } = texts;
  if (leads + deals === 0) return sandbox.noHistory;
  const said = { leads: format.number(leads), deals: format.number(deals) };
  return sandbox.history({ ...said, since: since === null ? null : format.day(since) });
}

const actions = (list: Action[]): Block => ({ t: "actions", actions: list });
