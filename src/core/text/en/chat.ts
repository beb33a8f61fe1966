// Conversation: help, choices, failures, in English.
export const chat = {
  help: {
    title: "What I can do",
    summary: "What Ringside can do for you",
    greeting: (p: { name: string }) => `Hello ${p.name}. I am in your corner.`,
    rep: "New leads arrive here with the reason they are yours. You can also ask:",
    manager: "I tell you when a lead is stuck. You can also ask:",
    contributor: "You can ask:",
    operator: "You can ask:",
    examples: {
      my_leads: "my leads",
      why: "why Acme",
      new_lead: "new lead: Wang Li, Acme, wang@acme.example, needs 20 seats",
      team_leads: "team leads",
      add_person: "add person",
      privacy: "privacy",
      language: "中文",
      help: "help",
    } as Record<string, string>,
    about: {
      my_leads: "the leads that are yours, and what waits for you",
      why: "why a lead is yours, number by number",
      new_lead: "save a lead of your own",
      team_leads: "every open lead of your team",
      add_person: "add somebody to the team",
      privacy: "what you agreed to, and change it",
      language: "talk to me in Chinese",
      help: "this list",
    } as Record<string, string>,
    drop: "Drop a CSV file here to import your own data.",
  },
  unknown: {
    title: "I did not understand that",
    body: "Did you mean one of these?",
  },
  failed: {
    title: "Something went wrong on my side",
    body: "Nothing was changed. The operator finds this in the log under the number below. You can try again.",
    toast: "Something went wrong on my side. Nothing was changed.",
  },
  stranger:
    "I do not know you yet. Ask your manager to add you with the e-mail address you use here. / 我还不认识您，请让主管用您在这里的邮箱把您加入团队。",
  gone: "This is no longer here, or it is not yours.",
  forbidden: "You may not do that. Your manager can.",
  busy: "I am still working on that.",
  later: "Something I need is not answering. I keep trying and tell you.",
  tooLong: (p: { max: number }) =>
    `That is too long for one message (at most ${p.max} characters). Send it as a file.`,
  empty: "I got an empty message.",
  languageSet: "From now on I speak English with you.",
  notSure: {
    title: "I am not sure my last message arrived",
    body: (p: { title: string }) =>
      `It was “${p.title}”. I did not send it again, so that you do not get it twice. “my leads” shows where things stand.`,
  },
};
