// A small library with known words, and a log that remembers.
import type { Library, Playbook } from "../../../src/core/training/library.ts";
import type { Entry } from "../../../src/core/training/playbook.ts";
import type { Log } from "../../../src/log.ts";

type Written = Pick<Entry, "id" | "tactic"> & {
  customer: string;
  say: string;
  scenarios?: string[];
};

const english: Written[] = [
  {
    id: "dear",
    tactic: "price_anchoring",
    customer: "It is too expensive for us",
    say: "Compared with what?",
  },
  {
    id: "quotes",
    tactic: "competitor_quote",
    customer: "We have three quotes on the table",
    say: "Which one do you like best?",
    scenarios: ["tender"],
  },
  {
    id: "freeze",
    tactic: "budget_freeze",
    customer: "Our budget is frozen until July",
    say: "What would thaw it?",
  },
  {
    id: "boss",
    tactic: "authority",
    customer: "My boss decides that",
    say: "Shall we ask her together?",
    scenarios: ["tender"],
  },
];
const chinese: Written[] = [
  {
    id: "tai-gui",
    tactic: "price_anchoring",
    customer: "太贵了，我们买不起",
    say: "您是跟哪家比的？",
  },
  {
    id: "san-jia",
    tactic: "competitor_quote",
    customer: "我手里有三家报价",
    say: "三家里您最看好哪家？",
    scenarios: ["tender"],
  },
  {
    id: "dong-jie",
    tactic: "budget_freeze",
    customer: "今年预算冻结了",
    say: "明年什么时候解冻？",
  },
];

/** One vertical in both languages; `more` are added to its English. */
export function smallLibrary(more: Written[] = []): Library {
  return {
    playbooks: [toPlaybook("en", [...english, ...more]), toPlaybook("zh", chinese)],
  };
}

function toPlaybook(language: "en" | "zh", entries: Written[]): Playbook {
  return {
    ...{ vertical: "medical", language, personas: [], scenarios: [], rubric: [], compliance: [] },
    entries: entries.map(({ customer, say, scenarios = [], ...entry }, index) => ({
      ...entry,
      ...{ scenarios, when: customer, customer: [customer], say: [say, say, say], why: say },
      at: {
        file: `medical/${language}/entries.yaml`,
        line: index * 8 + 1,
        column: 1,
        path: [index],
      },
    })),
  };
}

/** What was logged, as "level: sentence". */
export function rememberingLog(): Log & { lines: string[] } {
  const lines: string[] = [];
  const at = (level: string) => (_: unknown, sentence: string) => {
    lines.push(`${level}: ${sentence}`);
  };
  return { lines, debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") };
}
