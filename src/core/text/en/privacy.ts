// What is kept of a person, what leaves, and how it goes, in English.
import { byName } from "../../by-name.ts";

export const privacy = {
  title: "Your privacy",
  summary: "What is kept of you, and what you agreed to",
  intro: "You decide what is kept. You can change your mind, take it all with you, or delete it.",
  agreed: (p: { since: string }) => `You agreed to this (${p.since})`,
  open: "You have not agreed to this",
  agree: (p: { purpose: string }) => `Agree: ${p.purpose}`,
  withdraw: (p: { purpose: string }) => `Withdraw: ${p.purpose}`,
  granted: "Thank you. You can withdraw this at any time.",
  withdrawn: "Withdrawn. Nothing more is kept for this; what there was stays until you delete it.",
  kept: "What is kept of you now",
  keptTitle: (p: { entries: string; kinds: number }) =>
    `${p.entries} entries of ${p.kinds} kinds, and for how long`,
  columns: { what: "What", many: "How many", until: "How long" },
  none: "Nothing.",
  days: (p: { days: number }) => (p.days === 1 ? "1 day" : `${p.days} days`),
  whileHere: "while you are here",
  kinds: byName<string>({
    sessions: "practice sessions",
    turns: "sentences said in practice",
    reports: "practice reports",
    evidence: "evidence on your skills",
    estimates: "estimates of your skills",
    calls: "analysed calls",
    alerts: "coaching alerts about you",
    sentReports: "daily and weekly reports you sent",
    updates: "how you said your updates (what they wrote stays with the deal)",
    debriefs: "your answers about deals that are over",
    drills: "drills made of your answers, and drafts nobody has read",
    tracks: "talk tracks of the team that came from you (they stay, without you)",
    nudges: "messages offered to you",
    messages: "messages in the local chat",
    passing: "words that came in and cards that went out",
    buttons: "buttons that carry words",
    files: "files you dropped",
    conversation: "what we last talked about",
    looks: "looks of managers at your skills",
    pages: "detail pages you opened",
    identities: "your chat accounts",
    consents: "what you agreed to",
    preferences: "what may interrupt you",
    absences: "days you were away",
  }),
  leavesTitle: "What leaves this machine",
  leavesNothing: "Nothing. No chat model, speech service or embedding service is connected.",
  speech: (p: { endpoint: string }) =>
    `Your voice notes, once you agree, go to ${p.endpoint} to be turned into text.`,
  embedder: (p: { endpoint: string }) =>
    `What you ask the library for (“say …”) goes to ${p.endpoint} to be compared by meaning.`,
  platform:
    "What you write in Slack or Feishu/Lark is also kept there, by their rules; deleting here does not delete it there.",
  backups:
    "Backups taken before still hold what you delete. One that is put back deletes it again before anything else.",
  exportButton: "Export",
  exporting: "I am putting it together; the file comes in a moment.",
  exported: "Everything kept of you",
  exportedSummary: "Your export is here",
  exportedBody: (p: { count: number; size: string }) =>
    `${p.count} entries, ${p.size}, as JSON. The copy on this machine is deleted after a day.`,
  fileName: (p: { day: string }) => `ringside-export-${p.day}.json`,
  deleteTitle: "Delete what is kept of you?",
  deleteButton: "Delete",
  deleteConfirm:
    "This deletes your practice, calls, skills and messages here for good. Leads and deals stay. Delete?",
  deleting: "I am deleting it. A message follows when it is gone.",
  deleted: "It is deleted",
  deletedSummary: "What was kept of you is deleted",
  deletedBody: (p: { count: number }) =>
    p.count === 1
      ? "1 entry is gone, on the disk as well. Leads, deals and what you agreed to stay."
      : `${p.count} entries are gone, on the disk as well. Leads, deals and what you agreed to stay.`,
  deletedNothing: "There was nothing left to delete.",
  formerContact: (p: { mark: string }) => `Forgotten customer ${p.mark}`,
  former: (p: { mark: string }) => `Former colleague ${p.mark}`,
};
