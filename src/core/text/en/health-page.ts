// The live page of data health, in English.
export const healthPage = {
  button: "Live page",
  link: (p: { hours: number }) =>
    p.hours === 1
      ? "The live page is for you alone: it works for 1 hour, in the browser that opens it first."
      : `The live page is for you alone: it works for ${p.hours} hours, in the browser that opens it first.`,
  noAddress: "A live page of this needs a public address (the operator sets PUBLIC_URL).",
  heading: "Data health",
  forReader: (p: { reader: string; until: string }) => `For ${p.reader}, until ${p.until}`,
  measured: (p: { when: string; seconds: number }) =>
    `Measured ${p.when}. This page looks again every ${p.seconds} seconds.`,
  open: "Open here",
  openNote:
    "This link works in one browser only: the one you open it in now. Programs that look at links in a chat see nothing.",
  nights: "Contract rate, night by night",
  nightsNone: "The first night's reading is still to come.",
  metrics: "Every metric",
  fields: "By field",
  people: "By person",
  teams: "By team",
  regions: "By region",
  columns: {
    name: "Name",
    now: "Now",
    before: "A week ago or more",
    fix: "To fix",
    total: "Values",
    night: "Night",
  },
  empty: "There are no open deals, leads or customers to measure yet.",
  titles: {
    expired: "This link has expired",
    tampered: "This link is not valid",
    elsewhere: "This link was opened in another browser",
    lost: "This page is not shown to you any more",
    busy: "Too many pages at once",
  },
  todo: {
    expired: "Ask Ringside in chat for “data health”: its card has a new link.",
    tampered:
      "It may have been cut off when it was copied, or it is of another Ringside. Ask in chat for “data health”.",
    elsewhere:
      "A link works only where it was first opened. Ask Ringside in chat for “data health” to get your own.",
    lost: "It is for people who manage others.",
    busy: "Wait a minute and load this page again.",
  },
};
