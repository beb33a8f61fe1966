// What became of leads, by where they came from, in English.
export const leadSources = {
  title: (p: { days: number }) => `What became of the leads of the last ${p.days} days`,
  summary: "Leads by source",
  none: (p: { days: number }) => `No lead came in within the last ${p.days} days.`,
  columns: {
    source: "Source",
    arrived: "Leads",
    taken: "Taken up",
    deals: "Deals",
    won: "Won",
    lost: "Lost",
  },
  unknown: "not said",
  footnote:
    "Taken up: accepted by a rep. Deals: those that became one. Won and lost: closed by now, young leads mostly are neither. Whose lead is whose is for reps and their managers.",
};
