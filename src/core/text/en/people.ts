// People, consent and privacy, in English.
import { byName } from "../../by-name.ts";

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
    firstDay: "First working day",
    firstDayHint:
      "On it they get their customers, a practice and a buddy. Empty for somebody who is no newcomer.",
    submit: "Add",
    added: (p: { name: string }) => `${p.name} is added.`,
    nameless: "Enter a name.",
    badEmail: "This is not an e-mail address.",
    taken: "Somebody with this e-mail is already here.",
    badZone: "Use a time zone such as Europe/London or Asia/Shanghai.",
    badCapacity: "Enter a whole number from 0 to 10,000.",
  },
  purposes: byName<string>({
    practice: "keep my practice sessions and scores",
    calls: "analyse recordings and transcripts of my calls that I drop here",
    practice_in_fit: "let my practice results count when leads are assigned",
    drills: "let answers of mine that I have read become drills for colleagues",
    buddy: "name me to newcomers as somebody they can ask",
    voice: "turn my voice notes into text",
    practice_model: "let the connected chat model play my practice customer and judge beside you",
    update_model: "let the connected chat model read my updates too",
  }),
};
