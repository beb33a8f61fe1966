// A colleague's answers as drills: the question, the proposal and the offer, in English.
export const drills = {
  why: (p: { check: string }) => `It passed this check: ${p.check}`,
  ask: {
    title: "May an answer of yours become a drill for newcomers?",
    top: (p: { skill: string; low: number; high: number; talks: number }) =>
      `${p.skill}: of all who share their talks, yours holds up best (${p.low}–${p.high} % of checks, ${p.talks} talks).`,
    body: "Newcomers would hear the customer's words from a talk you shared, answer in 90 seconds, and read your answer after.",
    terms:
      "You read every answer first and decide on each. Names, companies, numbers and prices are taken out. Your name stands there only if you say so. “privacy” ends it at any time, and then the drills go. I ask this once.",
    agree: "Yes, show me the first",
    decline: "No, thank you",
    agreed: "Thank you. The first answer comes to you to read; nothing is used before you say so.",
    declined: "All right. Nothing is used, and I do not ask again.",
  },
  proposal: {
    title: "Your answer, as a colleague would practise it",
    next: "Say yes, and your manager reviews it before anybody practises it.",
    unnamed: "Use it, without my name",
    named: "Use it, with my name",
    leave: "Not this one",
    sent: (p: { name: string }) => `Thank you. ${p.name} reviews it before anybody practises it.`,
    left: "Not used, and its words are gone.",
    nobody: "Nobody manages your team here, so nobody could review it.",
  },
  offer: {
    title: "90 seconds: an objection a colleague met well",
    body: "It is from a real talk. Try your own answer first; theirs is there to read after.",
    play: (p: { number: string }) => `Practise it ${p.number}`.trim(),
    answer: (p: { number: string }) => `How a colleague answered ${p.number}`.trim(),
    forSkill: (p: { skill: string }) => `A colleague's 90 seconds: ${p.skill}`,
  },
  list: {
    title: "Drills from colleagues",
    none: "Nobody has lent an answer in your language yet.",
    how: "From talks that colleagues shared, by their consent, cleaned and reviewed by a manager.",
  },
};
