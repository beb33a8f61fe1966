// The sandbox, and the six questions before a first publication, in English.
import type { OptionId, QuestionId } from "../../strategy/sandbox/questions.ts";

/** Options fit a list on the narrowest platform: 75 characters. */
type Question = { ask: string; options: Record<OptionId, string>; why: string };

const each: Record<QuestionId, Question> = {
  few_cases: {
    ask: "Data: a rule's customers won 3 of 4 deals last month. What does that show?",
    options: {
      a: "The rule wins 75 % of deals",
      b: "Too little: the true share may lie anywhere from 30 % to 95 %",
      c: "More than 50 of 100 would",
    },
    why: "With 4 deals the 95 % interval runs from 30 % to 95 %. A share without its sample says nothing; that is why every figure here carries both.",
  },
  who_was_chosen: {
    ask: "Data: deals that got a visit are won more often. What else would look like that?",
    options: {
      a: "Reps visit the deals that already look good",
      b: "Nothing: more wins can only come from the visits",
      c: "Visits are not counted as touches",
    },
    why: "Who gets an action is rarely chance. A test here compares with deals that were alike and did not get it, and even then it says “goes with”, not “makes”.",
  },
  whose_number: {
    ask: "AI: a connected model words a card for you. Where do its numbers come from?",
    options: {
      a: "The model estimates them",
      b: "The model looks them up on the internet",
      c: "From the records: no model writes a number here",
    },
    why: "Models make up figures that sound right. Here a number in a sentence is always the stored number.",
  },
  what_fit_says: {
    ask: "AI: a rep's fit for a lead is 78. What does it say?",
    options: {
      a: "This rep wins the lead with 78 %",
      b: "By the weights and the past this rep comes first; it can be wrong",
      c: "The rep is better than colleagues with less",
    },
    why: "Fit is a weighted sum of factors from the past. It ranks reps for one lead; it is no chance of winning, no judgement of a person, and the past may not hold. That is why it can be disputed.",
  },
  whose_skills: {
    ask: "Ethics: may what practice shows of a rep's skills decide on pay or dismissal?",
    options: {
      a: "Yes, it is measured",
      b: "Yes, if the rep shared it",
      c: "No: it is the rep's, to learn with",
    },
    why: "Nothing here exports skills for pay or dismissal, shared or not. Who fears the result stops practising, and then nobody learns anything.",
  },
  who_loses: {
    ask: "Ethics: new weights promise more wins, and one rep would get hardly any leads. Before you publish?",
    options: {
      a: "I look at fairness in the preview and talk to the rep",
      b: "I publish: only wins count",
      c: "I publish without a reason, so that nobody asks",
    },
    why: "The preview shows fairness beside expected wins, and “my share” shows it to every rep. A change comes with its author and its reason; those it costs something hear it from you first.",
  },
};

export const sandbox = {
  title: "Sandbox: try it on your own history",
  intro:
    "Everything here is a rehearsal: leads are decided again and rules run over what happened, and nothing is published, sent or changed.",
  history: (p: { leads: string; deals: string; since: string | null }) =>
    `To try it on: ${p.leads} leads decided by fit, ${p.deals} closed deals of your people${p.since ? ` since ${p.since}` : ""}.`,
  noHistory:
    "There is no history yet: no lead was decided by fit and no deal was closed. Previews will say so.",
  tryWeights: "Try weights …",
  newRule: "Try a rule of my own …",
  allRules: "All rules",
  tryRules: "Rules that are off, to run over the past:",
  ready: "You may publish: the six questions are behind you.",
  left: (p: { count: number }) =>
    `Before your first publication: ${p.count} ${p.count === 1 ? "question" : "questions"} on data, the limits of AI, and fairness.`,
  first: {
    title: "Six questions first",
    body: "Weights, rules and strategies decide what others work on. Before you publish for the first time there are six short questions on data, the limits of AI, and fairness. They are asked once; a wrong answer is explained and can be tried again. What you were about to publish waits where it is.",
    begin: "Begin the questions …",
    sandbox: "To the sandbox",
  },
  questions: {
    title: "Before your first publication",
    submit: "Answer",
    missing: "Please choose an answer.",
    done: "All six answered: you may publish",
    wrong: (p: { count: number }) =>
      p.count === 1 ? "One answer was not right" : `${p.count} answers were not right`,
    again: "Try again …",
    goOn: "Press “Publish …” again where you were.",
    each,
  },
};
