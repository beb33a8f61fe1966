// The pipeline: what happened with a customer, kept in the words it was said.
import type { LeadServices } from "../../core/leads/assigning/assign-leads.ts";
import { forwardNote, submitNote, takeNote } from "../../core/pipeline/attach-note.ts";
import { listDeals } from "../../core/pipeline/list-deals.ts";
import { listNotes, showNotes } from "../../core/pipeline/show-notes.ts";
import { undoNote } from "../../core/pipeline/write-note.ts";
import type { Area } from "./area.ts";

export function pipelineArea(services: LeadServices) {
  return {
    intents: {
      my_deals: (person) => listDeals(services, person),
      note: (person, words) => takeNote(services, { person, kind: "update", words }),
      attach: (person, words) => takeNote(services, { person, kind: "attach", words }),
      notes: (person, rest) => showNotes(services, person, rest),
    },
    actions: {
      "note.keep": (answer) => submitNote(services, answer),
      "note.undo": (ask) => undoNote(ask),
      "note.list": (ask) => listNotes(services, ask),
    },
    shortcuts: {
      attach: (person, words) => forwardNote(services, { person, kind: "attach", words }),
    },
  } satisfies Area;
}
