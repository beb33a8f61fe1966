// Stories for tests: a customer nothing is known of, and what a test adds to that.
import type { Contact, Deal } from "../../../../src/core/model.ts";
import type { Story } from "../../../../src/core/pipeline/brief/story.ts";
import { emptyBody, type StageUpdate } from "../../../../src/core/pipeline/updates/stored.ts";
import { testNow } from "../../../helpers/people.ts";

export const aStory = (set: Partial<Story> = {}): Story => ({
  customer: { id: "acc_a", label: "Acme", accountId: "acc_a", contactIds: [], subjects: [] },
  ...{ account: undefined, contacts: [], deal: undefined, updates: [], notes: [], heard: [] },
  ...{ calls: [], talks: new Map(), behaviour: [], lost: [], fields: new Map(), names: new Map() },
  ...set,
});

export const aDeal = (set: Partial<Deal> = {}): Deal => ({
  ...{ id: "dea_a", name: "Seats", accountId: "acc_a", leadId: null, productId: null },
  ...{ ownerId: "per_ana", stage: "qualified", status: "open", amount: null, currency: null },
  ...{ budgetStatus: null, nextStep: null, nextStepDate: null, decisionMaker: null },
  ...{ competitor: null, lossReason: null, openedAt: null, closeDate: null, closedAt: null },
  ...{ createdAt: testNow, updatedAt: testNow, ...set },
});

export const aContact = (id: string, name: string, title: string | null = null): Contact => ({
  ...{ id, name, title, accountId: "acc_a", email: null, phone: null, language: null },
  ...{ createdAt: testNow, updatedAt: testNow },
});

/** A confirmed update of Ana's. */
export const anUpdate = (
  at: number,
  text: string,
  values: StageUpdate["understood"]["values"],
): StageUpdate => ({
  ...{ id: `upd_${at}`, personId: "per_ana", dealId: "dea_a", text, state: "confirmed" },
  understood: { ...emptyBody, values },
  ...{ createdAt: at, confirmedAt: at, undoneAt: null },
});
