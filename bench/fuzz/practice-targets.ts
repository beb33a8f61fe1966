// Practice and calls: a rep's words to the customer, talks of every form, recordings, what a talk is scored by.
import { parseScript } from "../../src/commands/practice.ts";
import { parseWav } from "../../src/core/training/calls/audio/parse-wav.ts";
import { findSpeakers } from "../../src/core/training/calls/speakers/find-speakers.ts";
import {
  looksLikeTalk,
  parseTranscript,
} from "../../src/core/training/calls/transcript/parse-transcript.ts";
import { findNearDuplicates } from "../../src/core/training/checks/near-duplicates.ts";
import type { Plan } from "../../src/core/training/customer/model.ts";
import { toPlan } from "../../src/core/training/customer/plan.ts";
import { openTalk, replyTo } from "../../src/core/training/customer/reply.ts";
import { markBlanks } from "../../src/core/training/fill-in.ts";
import type { Library } from "../../src/core/training/library.ts";
import { readDemand } from "../../src/core/training/moves/demand.ts";
import { understandCustomer } from "../../src/core/training/moves/understand-customer.ts";
import { toRulebook } from "../../src/core/training/scorer/rulebook.ts";
import { scoreTranscript } from "../../src/core/training/scorer/score.ts";
import { readLibrary } from "../../src/sources/playbooks/read-library.ts";
import { shippedPlaybooks } from "../../src/sources/playbooks/shipped.ts";
import { createModelTargets } from "./model-targets.ts";
import type { OpenTargets, Target } from "./target.ts";

const timed = `WEBVTT

00:00:01.000 --> 00:00:04.000
<v Ana>Good morning, what matters most to you?

00:00:05.000 --> 00:00:09.000
<v Wang>Your price is too expensive, 12 % more.
`;
const talk =
  "Ana: Good morning.\nWang: 你们太贵了。\nAna: I will send it on Friday.\nWang: Thanks.\n";
const json =
  '{"segments":[{"speaker":"A","text":"你好，您最看重什么？"},{"speaker":"B","text":"价格太贵了"}]}';

const answers = {
  en: [
    "I understand that the budget is tight. What would help you most?",
    "You pay 40 EUR a seat, the trial ends on 3 December, and Globex saved 12 % in a year.",
  ],
  zh: [
    "我理解预算比较紧，您最看重的是什么？",
    "每个账号 300 元，12月3日前可以试用，同行一年省了百分之十二。",
  ],
} as const;

/** Over the playbooks that ship. */
export async function openPracticeTargets(): Promise<OpenTargets> {
  const { library } = await readLibrary({ shipped: shippedPlaybooks, own: "" });
  const plans = (["en", "zh"] as const).map((language) => firstPlan(library, language));
  const targets = [
    ...plans.flatMap(createTurnTargets),
    ...createTalkTargets(),
    ...createModelTargets(plans),
  ];
  return { targets, close: async () => {} };
}

function firstPlan(library: Library, language: "en" | "zh"): Plan {
  const playbook = library.playbooks.find((each) => each.language === language);
  return toPlan(library, { scenario: playbook?.scenarios[0]?.id ?? "", language });
}

/** Turns of a talk with one customer, and the score of what was said so far. */
function createTurnTargets(plan: Plan): Target[] {
  const { language } = plan;
  const rulebook = toRulebook(plan);
  let state = openTalk(plan, 1).state;
  return [
    {
      name: `customer in practice, ${language}`,
      examples: answers[language],
      run(text) {
        if (state.outcome || state.turn > 8) state = openTalk(plan, state.seed + 1).state;
        state = replyTo(plan, state, text).state;
      },
    },
    {
      name: `scorer, ${language}`,
      examples: answers[language],
      run: (text) =>
        scoreTranscript(
          [
            { who: "customer", text },
            { who: "rep", text },
          ],
          rulebook,
        ),
    },
  ];
}

function createTalkTargets(): Target[] {
  return [
    {
      name: "transcripts",
      examples: [timed, talk, json],
      run(text) {
        const lines = parseTranscript(text);
        if (lines) findSpeakers(lines, "Ana Silva");
      },
    },
    { name: "is it a talk", examples: [talk, timed, json], run: looksLikeTalk },
    {
      name: "customer's words in a call",
      examples: [
        "Your price is too expensive, your rival is 12 % cheaper.",
        "太贵了，别家便宜三成。",
      ],
      run: understandCustomer,
    },
    { name: "recordings", examples: [wav()], run: (text) => parseWav(Buffer.from(text, "latin1")) },
    {
      name: "scripts of practice",
      examples: ['{"text":"Good morning.","atMs":10}\n{"text":"您好"}', "Good morning.\n\n您好"],
      run: parseScript,
    },
    {
      name: "lines of playbooks",
      examples: ["Offer {number} seats until {date}, with proof", "用 {数字} 举例，并道歉"],
      run: (text) => [
        ...[markBlanks(text, "en"), markBlanks(text, "zh"), readDemand(text)],
        findNearDuplicates([text, text.slice(1), talk]),
      ],
    },
  ];
}

/** A tenth of a second of silence, a byte a letter. */
function wav(): string {
  const samples = Buffer.alloc(1_600);
  const head = Buffer.alloc(44);
  head.write("RIFF", 0);
  head.writeUInt32LE(36 + samples.length, 4);
  head.write("WAVEfmt ", 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(8_000, 24);
  head.writeUInt32LE(16_000, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write("data", 36);
  head.writeUInt32LE(samples.length, 40);
  return Buffer.concat([head, samples]).toString("latin1");
}
