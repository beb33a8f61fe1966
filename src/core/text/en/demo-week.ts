// What the week's story says between the cards, in English, and what its people say.
export const demoWeek = {
  planted: (p: { count: number; rep: string }) =>
    `For this story ${p.count} past deals of ${p.rep} are added, half of them called, and those were won far more often. The effect is planted; finding it is not.`,
  hour: "weekly question at Monday 10:00",
  asked: (p: { manager: string }) =>
    `Monday, 10:00. ${p.manager} is asked what worked, and answers:`,
  claim:
    "strategy: calling deals brings 20 points more wins within 30 days because customers feel heard",
  notSupported:
    "The data does not support it, so nothing can be switched on. That, too, is an answer worth a Monday.",
  reason: "The data supports calling early",
  arrive: (p: { count: number }) =>
    `${p.count} new leads arrive and are decided with the new weights.`,
  timeline: "timeline",
  won: (p: { rep: string; deal: string }) =>
    `${p.rep} wins “${p.deal}”. Ten minutes later two minutes of debrief are asked for.`,
  debrief: {
    turned: "They saw on their own floor plan where the line stops, call me on +44 7700 900123.",
    objection: "Your retrofit stops our paint line for a whole shift",
    words:
      "Let us walk the paint line together with the plan in hand.\nWhat must not stop, we do at night.",
  },
  say: "say your retrofit stops our paint line",
  buddy: (p: { rep: string }) => `${p.rep} has agreed, under “privacy”, that newcomers may ask.`,
  newcomer: "Nora Lind",
  leads: (p: { name: string; count: number }) =>
    `${p.name} gets ${p.count} leads. Within the hour:`,
};
