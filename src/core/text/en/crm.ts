// What is said about changes on their way to a CRM, in English.
import { byName } from "../../by-name.ts";

export const crm = {
  ours: "Here",
  theirs: (p: { name: string }) => `In ${p.name}`,
  said: (p: { name: string }) => `${p.name} says`,
  nothing: "nothing",
  fields: byName<string>({
    ownerId: "owner",
    stage: "stage",
    status: "status",
    amount: "amount",
    budget: "budget",
    currency: "currency",
    budgetStatus: "budget status",
    closeDate: "close date",
    nextStep: "next step",
    nextStepDate: "date of the next step",
    decisionMaker: "decision maker",
    competitor: "competitor",
    lossReason: "loss reason",
    name: "name",
    title: "title",
    email: "e-mail",
    phone: "phone",
    need: "need",
    industry: "industry",
  }),
  refusedTitle: (p: { name: string; field: string }) => `${p.name} did not take the ${p.field}`,
  refusedHint: (p: { name: string }) =>
    `It stands here, and not in ${p.name}. Set it again to another value and it is sent again, or correct it there.`,
  why: byName<(p: { name: string }) => string>({
    gone: (p: { name: string }) => `the record is no longer in ${p.name}`,
    unmapped: (p: { name: string }) => `the mapping to ${p.name} no longer has this field`,
    no_user: (p: { name: string }) =>
      `this person has no user in ${p.name} with the same e-mail address`,
    no_word: (p: { name: string }) => `the mapping has no word of ${p.name} for this value`,
  }),
  askTitle: (p: { field: string }) => `Which ${p.field} is right?`,
  keepOurs: "What stands here",
  takeTheirs: (p: { name: string }) => `What stands in ${p.name}`,
  answered: "Done.",
  answeredBefore: "That was decided already.",
  flappingTitle: (p: { name: string; field: string }) =>
    `${p.name} and Ringside keep undoing each other: ${p.field}`,
  flappingHint:
    "Six changes back and forth within an hour. Neither side is changed any more until it is quiet for an hour. Look for an automation that sets this field.",
  line: {
    auth: (p: { name: string }) => `${p.name} refuses Ringside's keys`,
    mapping: (p: { name: string }) => `The mapping to ${p.name} does not fit`,
    check:
      "“crm check” in the terminal names each field that is not there, and the nearest that is.",
    down: (p: { name: string }) => `${p.name} has not answered for hours`,
    back: (p: { name: string }) => `${p.name} answers again`,
    safe: "Nothing is lost: what is confirmed here waits, and is sent once it answers.",
    sending: "What waited is being sent.",
    since: "Since",
    waiting: "Changes waiting",
    said: (p: { name: string }) => `${p.name} says`,
    todo: (p: { fix: string }) => `What to do: ${p.fix}`,
  },
  owner: {
    pending: "The CRM: your name is on its way there.",
    written: "The CRM: you are its owner there too.",
    refused: "The CRM: your name could not be written there.",
    changed: (p: { name: string }) => `The owner was changed in the CRM (${p.name}); that stands.`,
  },
};
