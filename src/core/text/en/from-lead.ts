// A lead becomes a deal, in English.
export const fromLead = {
  title: (p: { customer: string }) => `Make ${p.customer} a deal?`,
  stands: "Your lead now; one confirm makes the deal and closes the lead",
  account: "Account",
  noAccount: "not known yet",
  name: "Called",
  confirm: "Make it a deal",
  note: "Only keep my words …",
  done: (p: { customer: string }) => `${p.customer} is a deal now`,
  ended: {
    undone: (p: { deal: string }) => `Taken back: ${p.deal} is your lead again`,
    discarded: (p: { deal: string }) => `Discarded: ${p.deal} stays your lead`,
    answered: (_p: { deal: string }) => "Your sentence is on the card below",
  },
  /** On the card of an accepted lead. */
  button: "Make it a deal …",
  /** On the list of leads. */
  listButton: "One became a deal …",
  which: "Which lead became a deal?",
  more: (p: { count: number }) =>
    `And ${p.count} more: say “make NAME a deal”, with the customer's name.`,
  isDeal: (p: { customer: string; deal: string }) =>
    `${p.customer} is a deal already: ${p.deal}. Say what is new about it, and it is updated.`,
  acceptFirst: (p: { customer: string }) =>
    `${p.customer} waits for your answer: accept it first, then it can become a deal.`,
  notYours: "This lead is not yours, or it is closed. Nothing was written.",
  unknown: "I know no accepted lead of yours by that name. “my leads” lists them.",
  none: "You have no accepted lead that could become a deal. “my leads” lists yours.",
  changedSince: "Not taken back: the deal or its lead changed since.",
  mayBe: {
    title: (p: { customer: string }) => `Is ${p.customer} one of your open deals?`,
    body: "You have an open deal with this customer that came from no lead. One tap makes the two one; nothing is doubled.",
    other: "No, a new deal",
  },
  elsewhere: {
    title: (p: { customer: string; crm: string }) => `Make the deal of ${p.customer} in ${p.crm}`,
    body: (p: { crm: string }) =>
      `Your deals are kept in ${p.crm}, and Ringside makes none there. Make it there: it is here within about a minute. Then “Look again” shows it, and one tap makes it the deal of this lead.`,
    found: "This may be it:",
    again: "Look again",
    notHere: (p: { crm: string }) => `Nothing was written: deals are made in ${p.crm}.`,
  },
  linked: (p: { customer: string; deal: string }) =>
    `${p.customer} is a deal now: it is one with ${p.deal}`,
  unlinked: (p: { customer: string }) => `Taken back: ${p.customer} is your lead again`,
  isDealSubtitle: "A deal now",
  noLongerLead: "This lead is a deal now, so there is nothing to give back.",
};
