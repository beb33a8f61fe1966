// The author says yes to a claim that was read back: from here on it is fixed.
import { NotFound } from "../../errors.ts";
import { readingOf } from "../../text/format.ts";
import type { Ask, Effect } from "../../use-case.ts";
import { canonical, fingerprint } from "../claim.ts";
import type { StrategyServices } from "../services.ts";
import { assertMayClaim } from "./own-week.ts";
import { scheduleTest } from "./run-test.ts";
import { tellAuthor } from "./tell-author.ts";

/** Yes: the claim is fixed with its moment and fingerprint, and put to the test. */
export async function confirmClaim(
  { store, clock }: StrategyServices,
  { person, params }: Ask,
): Promise<Effect> {
  assertMayClaim(person);
  const { strategyId = "" } = params;
  const draft = await store.read.strategies.get(strategyId);
  const at = clock();
  const hash = draft?.claim ? await fingerprint(draft.claim, at) : "";
  return async (unit) => {
    const { readBack: texts, ask } = readingOf(person).texts.strategy;
    const own = await unit.strategies.get(strategyId);
    if (!own?.claim || own.authorId !== person.id) throw new NotFound("gone", "No such draft.");
    if (own.state !== "draft") return tellAuthor(unit, { person, params, title: ask.already });
    // Changed while the fingerprint was made: it is read back again.
    if (canonical(own.claim) !== canonical(draft?.claim)) throw new NotFound("gone", "Changed.");
    const set = { state: "registered" as const, claimHash: hash, registeredAt: at, updatedAt: at };
    await unit.strategies.update(own.id, set);
    await unit.audits.put({
      ...{ id: unit.newId("audit"), at: unit.now, actorId: person.id, via: "chat" },
      ...{ action: "strategy.registered", kind: "strategy", recordId: own.id, detail: { hash } },
    });
    scheduleTest(unit, own.id);
    return tellAuthor(unit, {
      person,
      params,
      title: texts.registered({ hash: hash.slice(0, 12) }),
    });
  };
}
