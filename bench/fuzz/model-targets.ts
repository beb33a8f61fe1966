// What models answer, in each form that is asked of one, and everything that believes some of it.
import { modelQuerySchema, toQuery } from "../../src/core/ask/model-query.ts";
import { readRegistration } from "../../src/core/pipeline/checks/company/read-subject.ts";
import { licenceSchema, yearOf } from "../../src/core/pipeline/checks/licence/licence.ts";
import { groundReading } from "../../src/core/pipeline/updates/second/model-reading.ts";
import { createGuidedMaker } from "../../src/core/training/customer/guided/guided-maker.ts";
import type { Plan } from "../../src/core/training/customer/model.ts";
import { openTalk } from "../../src/core/training/customer/reply.ts";
import { toRulebook } from "../../src/core/training/scorer/rulebook.ts";
import { scoreTranscript } from "../../src/core/training/scorer/score.ts";
import { createCustomerVoice } from "../../src/model/customer/voice.ts";
import { createJudge } from "../../src/model/judge.ts";
import { readAnswer } from "../../src/model/read-answer.ts";
import { createReadAlong } from "../../src/model/updates/reader.ts";
import { saying } from "../../test/emulators/model/saying.ts";
import type { Target } from "./target.ts";

const deadline = () => AbortSignal.timeout(60_000);
const at = Date.UTC(2026, 10, 23, 9);
const words = "Acme: sent the quote, budget 50k EUR; 王总下周三给答复";

/** Over a plan in each language. */
export function createModelTargets(plans: readonly Plan[]): Target[] {
  return [...plans.flatMap(createPracticeTargets), ...createReadingTargets()];
}

function createPracticeTargets(plan: Plan): Target[] {
  const { language } = plan;
  const said = plan.scenario.objections[0]?.says[0] ?? "";
  const view = { believes: "", reaction: null, trustDelta: 0.2, wants: "continue", says: said };
  const turns = [
    { who: "customer", text: said },
    { who: "rep", text: words },
  ] as const;
  const score = scoreTranscript(turns, toRulebook(plan));
  const checks = [{ id: score.checks[0]?.id, passed: true, quote: "sent the quote" }];
  return [
    {
      name: `model's customer, ${language}`,
      examples: [
        JSON.stringify(view),
        `<think>{"a": 1}</think> \`\`\`json\n${JSON.stringify(view)}`,
      ],
      run(text) {
        const maker = createGuidedMaker({ voice: createCustomerVoice(saying(text)), deadline });
        const { state } = openTalk(plan, 1);
        return maker.reply({ plan, state, turns: [], heard: words, onPartial: () => {} });
      },
    },
    {
      name: `model's judge, ${language}`,
      examples: [JSON.stringify({ checks })],
      run: (text) => createJudge(saying(text), deadline).judge({ plan, turns: [...turns], score }),
    },
  ];
}

function createReadingTargets(): Target[] {
  const facts = [
    { field: "amount", value: 50_000, quote: "budget 50k" },
    { field: "nextStepDate", value: "2026-12-02", quote: "下周三" },
  ];
  const vocabulary = { named: [{ dimension: "person", value: "per_1", names: ["ana silva"] }] };
  const query = { metric: "leads", by: "person", names: ["Ana Silva"], period: null, order: null };
  return [
    {
      name: "model's reading of an update",
      examples: [JSON.stringify({ deal: 1, facts })],
      async run(text) {
        const along = createReadAlong(saying(text), deadline);
        const read = await along.read({ text: words } as never, "zh");
        if ("reading" in read) groundReading(read.reading, { text: words, today: "2026-11-23" });
      },
    },
    {
      name: "model's reading of a question",
      examples: [JSON.stringify({ ...query, top: 5, compare: false })],
      run(text) {
        const answer = readAnswer(text, (found) => modelQuerySchema.safeParse(found).data);
        const question = "leads of Ana Silva";
        if (answer) toQuery(answer, { question, vocabulary: vocabulary as never });
      },
    },
    {
      name: "model's reading of a licence",
      examples: [
        '{"isLicence":true,"name":"上海远景科技有限公司","creditCode":"91350100M000100Y43","established":"2015年3月2日"}',
      ],
      run(text) {
        const licence = readAnswer(text, (found) => licenceSchema.safeParse(found).data);
        if (!licence) return;
        yearOf(licence.established, at);
        if (licence.creditCode) readRegistration(licence.creditCode, at);
      },
    },
  ];
}
