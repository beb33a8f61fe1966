// What the terminal demo says between the cards, in English, and what its people say.
import { byName } from "../../by-name.ts";

export const demo = {
  loaded: (p: {
    people: number;
    accounts: number;
    deals: number;
    touches: number;
    seconds: string;
  }) =>
    `A sample team: ${p.people} people, ${p.accounts} accounts, ${p.deals} closed deals, ${p.touches} touches (loaded in ${p.seconds} s).`,
  scene: (p: { number: number; of: number; title: string }) =>
    `── ${p.number}/${p.of}  ${p.title} ──`,
  scenes: byName<string>({
    assign: "A lead finds its rep",
    nextAction: "Behaviour becomes the next action",
    practice: "Practice before the call",
    update: "The call ends, the deal is up to date",
    claim: "Does what we do work?",
    weekStrategy: "Monday: what worked, tested, and switched on",
    weekDebrief: "A win becomes words for everybody",
    weekFirstDay: "Somebody's first day",
    weekChanged: "What changed",
  }),
  arrive: (p: { count: number; reps: number; seconds: string }) =>
    `${p.count} new leads arrive. Each is compared with ${p.reps} reps and goes to the one who fits best (decided in ${p.seconds} s).`,
  gets: (p: { rep: string }) => `${p.rep} gets:`,
  others: "The others, in short:",
  sum: (p: { parts: string; fit: string }) => `${p.parts} = ${p.fit}`,
  accepts: (p: { rep: string; customer: string }) => `${p.rep} accepts ${p.customer}.`,
  declines: (p: { rep: string; customer: string; reason: string }) =>
    `${p.rep} declines ${p.customer}: “${p.reason}”.`,
  next: (p: { rep: string }) =>
    `It goes to the next rep, ${p.rep}, with the reasons computed again:`,
  says: (p: { person: string; words: string }) => `${p.person}: “${p.words}”`,
  presses: (p: { person: string; label: string }) => `${p.person} presses “${p.label}”.`,
  fills: (p: { person: string; label: string }) =>
    `${p.person} fills in what is asked for, and presses “${p.label}”.`,
  answers: (p: { text: string }) => `Ringside answers: “${p.text}”`,
  visits:
    "The new customer studies the product page, takes the white paper, and leaves the price page after eight seconds.",
  completed: (p: { rep: string }) => `Together that is a chain, and a next action for ${p.rep}:`,
  practice: {
    customer: (p: { words: string }) => `  The virtual customer: “${p.words}”`,
    lines: [
      "Thank you for your time. Before I show you anything: what happens today when this goes wrong, and what does it cost you in a month?",
      "I understand that this worries you. Who else has to agree, and what would they need to see?",
      "Suppose a four-week pilot with one team halves that number. Would you take it to your budget meeting then?",
    ],
    timeUp: "Five minutes are over, and this is what they were worth:",
  },
  callEnds: (p: { rep: string; customer: string; deal: string }) =>
    `Twenty minutes later ${p.rep}'s call with ${p.customer} about “${p.deal}” ends. The telephony says so, and:`,
  sentence: (p: { currency: string; decides: string }) =>
    `Quote is out, total is 60k ${p.currency}, ${p.decides} decides, demo next Wednesday`,
  weekly: (p: { manager: string }) =>
    `It is the time of the week for one effective action. ${p.manager} has one in mind.`,
  claim:
    "strategy: calling deals brings 10 points more wins within 30 days because customers feel taken seriously",
  where: "Where to go next",
  steps: [
    "npm start              the same team in your browser, at http://localhost:3000: be a rep, be the manager",
    "npm run chat           the same in this terminal",
    "npm run -s ringside -- import leads --from leads.csv    your own data (README, “Import your data”)",
    "npm run -s ringside -- doctor                           what is on, what is off, and why",
  ],
  honest:
    "What people say is written for the story; everything Ringside shows was computed just now. Run it again with --lang zh for the Chinese side.",
};
