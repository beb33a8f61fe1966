import { describe, expect, it } from "vitest";
import { readRules } from "../../../src/sources/rules/read-rules.ts";
import { quietDoubt, ruleFolder } from "./rule-folder.ts";

const dayMs = 86_400_000;

async function read(text: string) {
  return readRules(ruleFolder({ "rule.yaml": text }));
}

/** The only problem of a rule file, as [line, column, code, message, fix]. */
async function problemOf(text: string) {
  const { problems } = await read(text);
  const said = problems.map(({ line, column, code, message, fix }) => {
    return [line, column, code, message, fix];
  });
  expect(said).toHaveLength(1);
  return said[0];
}

const rule = (rest: string) => `id: r\n${rest}`;
const looking = "steps: [{ touch: page.view }]\n";

describe("a rule file", () => {
  it("becomes a rule, with durations in milliseconds and conditions spelled out", async () => {
    const { rules, problems } = await read(quietDoubt);
    expect(problems).toEqual([]);
    expect(rules[0]?.rule).toMatchObject({
      ...{ id: "quiet-pricing-doubt", scope: "contact", match: "all" },
      ...{ withinMs: 3 * dayMs, cooldownMs: 7 * dayMs, unless: [{ touch: "meeting.booked" }] },
      steps: [
        {
          touch: "page.view",
          times: 1,
          where: [
            { prop: "page", op: "eq", value: "product" },
            { prop: "dwellSeconds", op: "gt", value: 120 },
          ],
        },
        { touch: "file.download" },
        { touch: "page.leave" },
      ],
      // biome-ignore lint/suspicious/noThenProperty: the word of the rule language.
      then: { action: "call", dueInMs: dayMs, talkTrack: "pricing-doubt", assignTo: "owner" },
    });
  });

  it("may hold a list, or types and rules, and names of touches count for the whole folder", async () => {
    const folder = ruleFolder({
      "list.yaml": `- id: b\n  ${looking}- id: a\n  steps: [{ touch: tour.taken }]\n`,
      "types.yml": "types: [tour.taken]\nrules: []\n",
      "notes.txt": "not for us",
    });
    const { rules, problems } = await readRules(folder);
    expect([rules.map((each) => each.rule.id), problems]).toEqual([["a", "b"], []]);
  });

  it("takes an absence of one kind of touch, or of several", async () => {
    const { rules } = await read(
      rule(
        "steps: [{ touch: page.view }, { absent: [call.made, { touch: email.sent }], for: 48h }]",
      ),
    );
    expect(rules[0]?.rule.absent).toEqual({
      anyOf: ["call.made", "email.sent"].map((touch) => ({ touch, where: [] })),
      forMs: 2 * dayMs,
    });
  });
});

describe("what is wrong with a rule is said with line, column and fix:", () => {
  it("a touch nobody knows", async () => {
    expect(await problemOf(rule("steps: [{ touch: page.veiw }]"))).toEqual([
      ...[2, 18, "unknown_type", 'no touch is called "page.veiw" (rule "r")'],
      'write page.view, or name it under "types:" if it is your own',
    ]);
  });

  it.each([
    ["-3d", "is negative: time does not run backwards"],
    ["0s", "leaves no time for anything"],
    ["3 days", "is no duration"],
    ["5", "is no duration"],
  ])("a window of %s", async (window, message) => {
    expect(await problemOf(rule(`within: ${window}\n${looking}`))).toEqual([
      ...[2, 9, "invalid", `"within" of "r": "${window}" ${message}`],
      "write a number with s, m, h or d, such as 3d",
    ]);
  });

  it("a window that is missing, where more than one touch is asked for", async () => {
    const steps = "steps: [{ touch: page.view, times: 2 }]";
    expect((await problemOf(rule(steps)))?.slice(3)).toEqual([
      '"within" of "r" is missing',
      'add "within:"',
    ]);
  });

  it.each([
    "{ gt: 5, lt: 3 }",
    "{ gte: 5, lt: 5 }",
    "{ eq: 4, gt: 5 }",
    "{ in: [1, 2], ne: 1, gt: 2 }",
    "{ exists: false, eq: 1 }",
    "{ gt: 1, lt: a }",
  ])("a step that can never match: %s", async (where) => {
    const text = rule(`steps: [{ touch: page.view, where: { n: ${where} } }]`);
    const [line, column, code, message] = (await problemOf(text)) ?? [];
    expect([line, column, code]).toEqual([2, 41, "impossible"]);
    expect(message).toMatch(/^no touch can ever match: .* exclude each other/);
  });

  it.each([
    ['survey.score, where: { score: { gt: "7" } }', '"score" is a number', "without quotes"],
    [
      "page.view, where: { dwellSeconds: { contains: 5 } }",
      '"dwellSeconds" is a number',
      "without quotes",
    ],
    ["video.progress, where: { percent: { gt: 100 } }", "from 0 to 100", "ask for something from"],
    ["video.progress, where: { percent: { in: [120] } }", "from 0 to 100", "ask for something"],
  ])("a demand that no value of its kind meets: %s", async (touch, message, fix) => {
    const found = (await problemOf(rule(`steps: [{ touch: ${touch} }]`))) ?? [];
    expect(found[2]).toBe("unmatchable");
    expect(found[3]).toContain(message);
    expect(found[4]).toContain(fix);
  });

  it("nothing where numbers are asked for what they can be", async () => {
    const where = "{ percent: { gte: 100, ne: all }, seconds: { exists: true, in: [5, x] } }";
    const { problems } = await read(rule(`steps: [{ touch: video.progress, where: ${where} }]`));
    expect(problems).toEqual([]);
  });

  it("a way to compare that there is not, or with nothing to compare", async () => {
    const where = (written: string) => rule(`steps: [{ touch: page.view, where: ${written} }]`);
    expect((await problemOf(where("{ n: { gtt: 3 } }")))?.at(-1)).toBe("write gt");
    expect((await problemOf(where("{ n: [1, 2] }")))?.at(-1)).toBe("write { in: [ … ] }");
    expect((await problemOf(where("{ n: { in: [] } }")))?.at(-1)).toBe("write in: [a, b]");
    expect((await problemOf(where("{ n: {} }")))?.[3]).toContain("nothing is asked of it");
  });

  it("a rule that forbids what it asks for", async () => {
    const text = rule(`${looking}unless: [{ touch: page.view }]`);
    expect(await problemOf(text)).toEqual([
      ...[3, 10, "unmatchable"],
      'this is what step 1 asks for, so the rule can never match (rule "r")',
      "take it out, or say what makes it different",
    ]);
  });

  it("an absence that follows nothing, or is followed", async () => {
    const absence = "{ absent: call.made, for: 1h }";
    const alone = await problemOf(rule(`steps: [${absence}]`));
    expect(alone?.at(-1)).toBe("put the touch it follows before it");
    const first = await problemOf(rule(`steps: [${absence}, { touch: page.view }]`));
    expect(first?.at(-1)).toBe("make it the last step, once");
    const endless = await problemOf(rule("steps: [{ touch: page.view }, { absent: call.made }]"));
    expect(endless?.slice(3)).toEqual(['"for" of "r" is missing', 'add "for:"']);
  });

  it("two rules of one id, wherever they lie", async () => {
    const folder = ruleFolder({ "a.yaml": rule(looking), "b.yaml": rule(looking) });
    const { problems } = await readRules(folder);
    expect(problems).toMatchObject([
      {
        file: `${folder}/b.yaml`,
        line: 1,
        message: `"r" is also the rule at ${folder}/a.yaml:1`,
        fix: "give one of the two another id",
      },
    ]);
  });

  it("a key nobody reads", async () => {
    expect(await problemOf(rule(`cooldwon: 3d\n${looking}`))).toEqual([
      ...[2, 1, "invalid", '"cooldwon" of "r" is not known here'],
      "correct its spelling or take it out",
    ]);
  });

  it("text that is no YAML, and a folder with no rule", async () => {
    expect((await problemOf("id: [r"))?.slice(0, 2)).toEqual([1, 7]);
    expect((await problemOf(""))?.[3]).toBe("no rule is written here");
    const { problems } = await readRules("/nowhere/at/all");
    expect(problems).toMatchObject([{ message: "there is nothing here" }]);
  });
});
