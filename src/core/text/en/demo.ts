// What the terminal demo says between the cards, in English.
export const demo = {
  loaded: (p: {
    people: number;
    accounts: number;
    deals: number;
    touches: number;
    seconds: string;
  }) =>
    `A sample team: ${p.people} people, ${p.accounts} accounts, ${p.deals} closed deals, ${p.touches} touches (loaded in ${p.seconds} s).`,
  arrive: (p: { count: number; reps: number; seconds: string }) =>
    `${p.count} new leads arrive. Each is compared with ${p.reps} reps and goes to the one who fits best (decided in ${p.seconds} s):`,
  gets: (p: { rep: string }) => `${p.rep} gets:`,
  others: "The others, in short:",
  sum: (p: { parts: string; fit: string }) => `${p.parts} = ${p.fit}`,
  accepts: (p: { rep: string; customer: string }) => `${p.rep} accepts ${p.customer}.`,
  declines: (p: { rep: string; customer: string; reason: string }) =>
    `${p.rep} declines ${p.customer}: “${p.reason}”.`,
  next: (p: { rep: string }) =>
    `It goes to the next rep, ${p.rep}, with the reasons computed again:`,
  answers: (p: { text: string }) => `Ringside answers: “${p.text}”`,
  where: "Where to go next",
  steps: [
    "npm start              the same team in your browser, at http://localhost:3000: be a rep, be the manager",
    "npm run chat           the same in this terminal",
    "npm run -s ringside -- import leads --from leads.csv    your own data (README, “Import your data”)",
    "npm run -s ringside -- doctor                           what is on, what is off, and why",
  ],
  honest:
    "Everything above was computed just now; run it again with --lang zh for the Chinese side.",
};
