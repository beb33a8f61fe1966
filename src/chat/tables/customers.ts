// Customers: their health in one view, who they are, and records found to be one.
import { listPart } from "../../core/customers/graph/list-part.ts";
import type { GraphServices } from "../../core/customers/graph/services.ts";
import { showEvidence } from "../../core/customers/graph/show-evidence.ts";
import { showPicture } from "../../core/customers/graph/show-picture.ts";
import { pickCustomer, showCustomer } from "../../core/customers/show-customer.ts";
import { relinkVisitor, showWho, unlinkVisitor } from "../../core/customers/who-is.ts";
import { askMerge } from "../../core/identity/ask-merge.ts";
import { decideClaim } from "../../core/identity/claims.ts";
import { joinRecords, keepApart, splitRecords } from "../../core/identity/propose-merge.ts";
import { askSplit, openSplit } from "../../core/identity/split/ask-split.ts";
import { submitSplit, undoSplit } from "../../core/identity/split/submit-split.ts";
import type { LeadServices } from "../../core/leads/assigning/assign-leads.ts";
import type { Area } from "./area.ts";

export function customersArea(services: LeadServices & GraphServices) {
  return {
    intents: {
      customer: (person, name) => showCustomer(services, person, name),
      merge: (person, words) => askMerge(services, person, words),
      split: (person, words) => askSplit(services, person, words),
    },
    actions: {
      "customer.pick": (ask) => pickCustomer(services, ask),
      "customer.part": (ask) => listPart(services, ask),
      "customer.evidence": (ask) => showEvidence(services, ask),
      "customer.picture": (ask) => showPicture(services, ask),
      "customer.who": (ask) => showWho(services, ask),
      "customer.not_them": (ask) => unlinkVisitor(services, ask),
      "customer.them": (ask) => relinkVisitor(services, ask),
      "customer.claim": (ask) => decideClaim(ask),
      "merge.join": (ask) => joinRecords(services, ask),
      "merge.apart": (ask) => keepApart(ask),
      "merge.undo": (ask) => splitRecords(services, ask),
      "contact.split": (ask) => openSplit(ask),
      "contact.split.submit": (answer) => submitSplit(services, answer),
      "contact.split.undo": (ask) => undoSplit(services, ask),
    },
  } satisfies Area;
}
