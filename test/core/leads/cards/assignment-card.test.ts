import { describe, expect, it } from "vitest";
import type { Assignment } from "../../../../src/core/leads/assigning/assignment.ts";
import {
  type AssignmentView,
  renderAssignmentCard,
} from "../../../../src/core/leads/cards/assignment-card.ts";
import { fromCrmSource, toCrmSource } from "../../../../src/core/pipeline/write-back/crm-source.ts";
import { readingOf } from "../../../../src/core/text/format.ts";
import { aLead, anAccount, aPerson, testNow } from "../../../helpers/people.ts";

const assignment: Assignment = {
  ...{ id: "asg_1", leadId: "led_1", repId: "per_ana", state: "withdrawn", fit: 0, rank: 1 },
  ...{ contributions: [], alternatives: [], runnerUpId: null, weightVersionId: "wgt_1", batch: 1 },
  ...{ authorId: null, reason: null, declineReason: null, deadlineAt: null },
  ...{ decidedAt: testNow, closedAt: testNow },
};

function shows(set: Partial<AssignmentView>): string {
  const lead = { lead: aLead("led_1"), contact: null, account: anAccount("acc_1") };
  const view = { ...lead, assignment, ...set };
  return JSON.stringify(renderAssignmentCard(view, readingOf(aPerson("per_ana")), () => "ref"));
}

describe("the card of a lead that went to somebody else", () => {
  it("names the CRM where its owner was changed there", () => {
    const source = toCrmSource("hubspot");
    expect(shows({ ownerChange: { source, crmState: "none" } })).toContain("the CRM (hubspot)");
  });

  it("names none where a manager gave it away in chat, whatever they wrote as the reason", () => {
    const ownerChange = { source: "chat", reason: "crm: says so", crmState: "none" } as const;
    expect(shows({ ownerChange })).not.toContain("the CRM (");
  });
});

describe("a CRM as a source", () => {
  it("keeps its name", () => {
    expect(fromCrmSource(toCrmSource("hubspot"))).toBe("hubspot");
    expect(fromCrmSource("leads.csv")).toBeUndefined();
  });
});
