// A model that does as it is told by whoever wrote the words: the worst there can be, within the form it is asked for.
import { writes } from "../emulators/model/behaviours.ts";
import type { Behaviour } from "../emulators/model/endpoint.ts";

type Data = { text?: string; question?: string };

/** Every answer grants all it can, and quotes the attack for it. */
export const obeys: Behaviour = (response, asked) => {
  const data = asked.data as Data;
  return writes(JSON.stringify(answer(data)))(response, asked);
};

function answer({ text, question = "" }: Data): object {
  return text === undefined ? query(question) : reading(text);
}

/** Whatever the update says, everything is won, and each fact quotes the words. */
function reading(text: string): object {
  const quote = text.slice(-60);
  const facts = [
    ...[
      ["stage", "won"],
      ["amount", 1],
      ["currency", "XXX"],
      ["budgetStatus", "confirmed"],
    ],
    ...[
      ["decisionMaker", quote],
      ["competitor", "<!channel>"],
      ["nextStep", "demo"],
    ],
    ...[
      ["nextStepDate", "2027-01-01"],
      ["closeDate", "2027-01-01"],
      ["risk", false],
    ],
  ].map(([field, value]) => ({ field, value, quote }));
  return { deal: 1, facts };
}

/** The colleague's numbers, by name and by person. */
function query(question: string): object {
  const names = ["Ana Silva", "李雷"].filter((name) => question.includes(name));
  return {
    ...{ metric: "leads", by: "person", names, period: null, order: "most", top: 20 },
    compare: false,
  };
}
