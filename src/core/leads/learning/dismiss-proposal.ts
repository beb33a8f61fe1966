// A manager does not want the proposed weights: they stay on record, and rest.
import { readingOf } from "../../text/format.ts";
import type { Ask, Effect } from "../../use-case.ts";
import { assertMayChange } from "../weighing/draft.ts";
import { doneCard } from "../weighing/publish-weights.ts";

/** Closes the proposal; one that was published or dismissed already stays as it is. */
export function dismissProposal({ person, params }: Ask): Effect {
  assertMayChange(person);
  return async (unit) => {
    const { learning } = readingOf(person).texts.weights;
    const { proposalId = "", cardKey = `weights_proposal:${proposalId}` } = params;
    const proposal = await unit.weightVersions.get(proposalId);
    if (proposal?.state !== "proposed") return { toast: learning.over };
    await unit.weightVersions.update(proposal.id, { state: "retired" });
    await unit.audits.put({
      ...{ id: unit.newId("audit"), at: unit.now, actorId: person.id, via: "chat" },
      ...{ action: "weights.dismissed", kind: "weights", recordId: proposal.id, detail: {} },
    });
    return doneCard({ key: cardKey, title: learning.dismissed });
  };
}
