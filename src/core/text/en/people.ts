// People, consent and privacy, in English.
export const people = {
  add: {
    title: "Add somebody to the team",
    name: "Name",
    email: "E-mail they use in Slack or Feishu/Lark",
    role: "Role",
    roles: { rep: "Rep", manager: "Manager", contributor: "Contributor" },
    language: "Language",
    languages: { en: "English", zh: "中文" },
    timeZone: "Time zone",
    territories: "Territories (comma separated; empty = everywhere)",
    capacity: "Leads and deals at once",
    submit: "Add",
    added: (p: { name: string }) => `${p.name} is added.`,
    nameless: "Enter a name.",
    badEmail: "This is not an e-mail address.",
    taken: "Somebody with this e-mail is already here.",
    badZone: "Use a time zone such as Europe/London or Asia/Shanghai.",
    badCapacity: "Enter a whole number from 0 to 10,000.",
  },
  purposes: {
    practice: "keep my practice sessions and scores",
    calls: "analyse recordings and transcripts of my calls that I drop here",
    practice_in_fit: "let my practice results count when leads are assigned",
    voice: "turn my voice notes into text",
  } as Record<string, string>,
};
