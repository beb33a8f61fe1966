// A whole playbook with one thing changed: the one problem it has, at its line, with its fix.
import { beforeEach, describe, it } from "vitest";
import { expectOne, newPlaybookFolder, type PlaybookFolder } from "./playbook-folder.ts";

const entries = "finance/en/entries.yaml";
const scenarios = "finance/en/scenarios.yaml";
let folder: PlaybookFolder;
beforeEach(() => {
  folder = newPlaybookFolder();
});

/** What a change to a file is answered with; the line is that of the change unless it says another. */
type Case = {
  title: string;
  file?: string;
  from: string | RegExp;
  to: string;
  line?: number;
  message: string;
  fix: string;
};

const cases: Case[] = [
  {
    title: "a field that is missing",
    from: /say:[\s\S]*?why: .*\n/,
    to: "say: [one two, three, four]\n",
    line: 1,
    message: '"why" of "entry-0" is missing',
    fix: 'add "why:"',
  },
  {
    title: "a field nobody knows",
    from: "  when:",
    to: "  wen: x\n  when:",
    message: '"wen" of "entry-0" is not known here',
    fix: "correct its spelling or take it out",
  },
  {
    title: "a tactic there is not",
    from: "tactic: silence",
    to: "tactic: sillence",
    message: '"tactic" of "entry-7" is "sillence", which is no choice',
    fix: "use one of price_anchoring, discount_demand",
  },
  {
    title: "a colon that makes text a group",
    from: /customer:\n {4}- .*/,
    to: "customer:\n    - Price: too high",
    message: '"customer" 1 of "entry-0" is a group of keys, and must be text',
    fix: "put the text in quotes",
  },
  {
    title: "a number where text belongs",
    from: /when: .*/,
    to: "when: 30",
    message: '"when" of "entry-0" is 30, and must be text',
    fix: "put it in quotes",
  },
  {
    title: "a key without a value",
    from: /when: .*/,
    to: "when:",
    message: '"when" of "entry-0" is empty, and must be text',
    fix: "write text here",
  },
  {
    title: "too few lines",
    from: /say:\n {4}- .*\n/,
    to: "say:\n",
    message: '"say" of "entry-0" has 2, and must have at least 3',
    fix: "add 1 more",
  },
  {
    title: "text that is too long",
    from: /when: .*/,
    to: `when: ${"long ".repeat(200)}`,
    message: '"when" of "entry-0" has 999 characters, and must have at most 600',
    fix: "shorten it",
  },
  {
    title: "an id in capitals",
    from: "id: entry-0",
    to: "id: Entry-0",
    message: '"id" of "Entry-0" is "Entry-0"',
    fix: "use small letters, digits and hyphens",
  },
  {
    title: "a number beyond its range",
    file: "finance/en/personas.yaml",
    from: "trust: 0.5",
    to: "trust: 5",
    message: '"trust" of "persona-0" is 5',
    fix: "write a number that is at most 1",
  },
  {
    title: "a skill there is not",
    file: "finance/en/rubric.yaml",
    from: "needs_discovery",
    to: "needs",
    message: '"needs" is not known here',
    fix: "correct its spelling or take it out",
  },
  {
    title: "an id that is used twice",
    from: "id: entry-9",
    to: "id: entry-8",
    message: `the id "entry-8" is already used, in ${"PATH"}/finance/en/entries.yaml:`,
    fix: "give one of the two another id",
  },
  {
    title: "an objection's id that is used twice",
    file: scenarios,
    from: "id: authority-comes",
    to: "id: silence-comes",
    message: 'the id "silence-comes" is already used by another objection of this scenario',
    fix: "give one of the two another id",
  },
  {
    title: "a persona there is not",
    file: scenarios,
    from: "persona: persona-3",
    to: "persona: nobody",
    message: 'the persona "nobody" does not exist',
    fix: 'name one of persona-0, persona-1, persona-2, persona-3, persona-4, persona-5, or add "nobody" to personas.yaml',
  },
  {
    title: "a scenario there is not",
    from: "- scenario-3",
    to: "- nowhere",
    message: 'the scenario "nowhere" does not exist',
    fix: 'or add "nowhere" to scenarios.yaml',
  },
  {
    title: "a scenario with two tactics",
    file: scenarios,
    from: "tactic: no_time",
    to: "tactic: silence",
    line: 11,
    message: 'the scenario "scenario-0" uses only silence and authority',
    fix: "let its objections use at least 3 different tactics",
  },
  {
    title: "a Chinese line in an English file",
    from: /customer:\n {4}- .*/,
    to: "customer:\n    - 太贵了",
    message: "this line is not in English",
    fix: "write it in English",
  },
  {
    title: "an English line in a Chinese file",
    file: "finance/zh/entries.yaml",
    from: /customer:\n {4}- .*/,
    to: "customer:\n    - That is too expensive for us",
    message: "this line is not in Chinese",
    fix: "write it in Chinese",
  },
];

describe("the check of playbooks", () => {
  for (const { title, file = entries, from, to, line, message, fix } of cases) {
    it(`says file, line and fix of ${title}`, async () => {
      const start = folder.replace(file, from, to);
      // Below a key of its own the change is one line further down.
      const changed = start + (to.startsWith("customer:\n") ? 1 : 0);
      const at = line ?? changed + (to.startsWith("say:\n") ? 1 : 0);
      const wanted = message.replace("PATH", folder.path);
      expectOne(await folder.problems(), { file, line: at, message: wanted, fix });
    });
  }
});
