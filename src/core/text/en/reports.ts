// Reports written from what was confirmed, and the manager's morning brief, in English.
export const reports = {
  title: "Reports",
  titles: {
    day: (p: { day: string }) => `Daily report, ${p.day}`,
    week: (p: { first: string; last: string }) => `Weekly report, ${p.first} – ${p.last}`,
  },
  summary: "Your report is written and waits for you",
  sentSummary: "Your report was sent",
  marks: { colon: ": ", semicolon: "; ", comma: ", " },
  headings: {
    deals: "Deals",
    talks: "Calls and meetings",
    done: "Done",
    leads: "Leads accepted",
    next: (p: { day: string }) => `Next steps until ${p.day}`,
    nextWeek: "Next steps next week",
  },
  talks: {
    call: (p: { customer: string }) => `Call with ${p.customer}`,
    meeting: (p: { customer: string }) => `Meeting with ${p.customer}`,
  },
  moreLines: (p: { count: number }) => `… and ${p.count} more`,
  since: "Since then",
  form: {
    text: "The report: change what you like",
    part: (p: { number: number }) => `The report, part ${p.number}: change what you like`,
    add: "Anything to add",
  },
  removes:
    "Written from what you confirmed, and nothing else; it takes the place of the report you would type. Your manager gets what you send with the next morning brief.",
  noManager: (p: { names: string }) =>
    `You have no manager here yet, so there is nobody to send it to: ask ${p.names} to enter yours. You can copy it.`,
  operator: "whoever runs Ringside",
  yourManager: "your manager",
  otherManager: (p: { name: string }) =>
    `Not sent yet: your manager is now ${p.name}. Send it again if it should go there.`,
  send: "Send to my manager",
  sendConfirm: (p: { name: string }) => `Send this report to ${p.name}?`,
  sendCorrection: "Send as a correction",
  edit: "Edit …",
  keep: "Keep without sending",
  kept: "Changed, and not sent yet.",
  copy: "Copy",
  copied: "The text is below, to copy.",
  notToday: "Not today",
  leaveIt: "Leave it as it was sent",
  skipped: "Not today. “daily report” or “weekly report” writes it whenever you want it.",
  correct: "Correct …",
  sentToast: (p: { name: string }) => `Sent to ${p.name}`,
  sentAt: (p: { name: string; time: string }) => `Sent to ${p.name}, ${p.time}.`,
  correctedAt: (p: { name: string; time: string }) => `Corrected for ${p.name}, ${p.time}.`,
  already: "It was sent already. Nothing was sent again.",
  empty: "There is nothing in it to send. Write something, or press “Not today”.",
  tooLong: (p: { max: string; length: string }) =>
    `At most ${p.max} characters; this has ${p.length}. Shorten it, or send the rest as a file.`,
  nothing: {
    day: "Nothing was confirmed, done or accepted that day, so there is nothing to report.",
    week: "Nothing was confirmed, done or accepted that week, so there is nothing to report.",
  },
  before: {
    day: { label: "The day before", ask: (p: { day: string }) => `daily report ${p.day}` },
    week: { label: "The week before", ask: (p: { day: string }) => `weekly report ${p.day}` },
  },
  unknownDay: (p: { words: string }) =>
    `I know no day called “${p.words}”. Say “daily report yesterday”, “daily report Monday” or “daily report 2026-11-20”.`,
  notYet: "That day is still to come.",
  offer: {
    on: (p: { time: string }) =>
      `On working days at ${p.time} you get your daily report to look at, if there is anything in it. “daily report off” stops it.`,
    off: "The daily report no longer comes by itself. “daily report” writes it when you ask.",
    outside: "Choose a time between 8:00 and 20:00: at other hours nothing disturbs you.",
  },
  list: {
    title: "Reports of your team",
    none: "Nobody sent you a report in the last month.",
    what: "Report",
    sent: "Sent",
    corrected: " (corrected)",
    more: (p: { count: number }) =>
      `… and ${p.count} more. “reports” and a name shows one person's.`,
    read: (p: { name: string }) => `Read ${p.name}`,
  },
  morning: {
    title: (p: { day: string }) => `Morning brief, ${p.day}`,
    summary: (p: { count: number }) =>
      p.count === 1
        ? "Morning brief: 1 thing needs you"
        : `Morning brief: ${p.count} things need you`,
    quietSummary: "Morning brief: nothing needs you",
    quiet: "Nothing needs you.",
    sections: {
      leads: (p: { count: number }) =>
        p.count === 1 ? "1 lead nobody accepted" : `${p.count} leads nobody accepted`,
      overdue: (p: { count: number }) =>
        p.count === 1 ? "1 overdue action" : `${p.count} overdue actions`,
      slipping: (p: { count: number }) =>
        p.count === 1 ? "1 customer slipping away" : `${p.count} customers slipping away`,
      stuck: (p: { count: number }) =>
        p.count === 1
          ? "1 deal longer in its stage than nine of ten won deals"
          : `${p.count} deals longer in their stage than nine of ten won deals`,
      broken: (p: { count: number }) =>
        p.count === 1
          ? "1 deal closing this month breaks its data contract"
          : `${p.count} deals closing this month break their data contract`,
      systems: (p: { count: number }) =>
        p.count === 1 ? "1 system needs a look" : `${p.count} systems need a look`,
    },
    since: (p: { what: string; day: string }) => `${p.what}: since ${p.day}`,
    due: (p: { what: string; name: string; time: string }) => `${p.what}: ${p.name}, due ${p.time}`,
    silent: (p: { customer: string; name: string; silent: string; usual: string }) =>
      `${p.customer}: ${p.name}, silent for ${p.silent} days, usually ${p.usual}`,
    stage: (p: { deal: string; name: string; stage: string; days: string; usual: string }) =>
      `${p.deal}: ${p.name}, ${p.days} days in ${p.stage}; nine of ten won deals took at most ${p.usual}`,
    closes: (p: { deal: string; name: string; day: string; wrong: string }) =>
      `${p.deal}: ${p.name}, closes ${p.day}; ${p.wrong}`,
    import: (p: { kind: string; time: string }) => `Import of ${p.kind} failed, ${p.time}`,
    alerts: (p: { count: number }) =>
      p.count === 1
        ? "1 skill alert is open: “alerts”"
        : `${p.count} skill alerts are open: “alerts”`,
    more: (p: { count: number }) => `… and ${p.count} more`,
    numbers: (p: { day: string; leads: number; moves: number; won: number; lost: number }) =>
      `Since ${p.day}: new leads ${p.leads}, deals moved ${p.moves}, won ${p.won}, lost ${p.lost}`,
    reports: "Reports sent to you",
    waiting: "What could wait",
    at: (p: { time: string }) =>
      `Your morning brief comes on working days at ${p.time}, if there is anything to say. “mute morning brief” stops it.`,
    off: "Your morning brief no longer comes by itself. “morning brief” shows it when you ask.",
    outside: "Choose a time between 5:00 and 13:00: it is a morning brief.",
    unknown: (p: { words: string }) =>
      `I know no time called “${p.words}”. Say “morning brief at 8:30”.`,
  },
};
