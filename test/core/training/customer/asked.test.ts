import { describe, expect, it } from "vitest";
import { askedIn, occasionFor } from "../../../../src/core/training/customer/asked.ts";
import { figuresIn } from "../../../../src/core/training/customer/figures.ts";
import { sameDayLines } from "../../../../src/core/training/customer/fitting-lines.ts";
import { understandRep } from "../../../../src/core/training/moves/understand-rep.ts";

const asked = (text: string) => askedIn(understandRep(text));

describe("what the rep asked", () => {
  it.each([
    ["Saturday 14 september, 7am?", "step"],
    ["Could I come Tuesday at 6 and walk palletiser 3 with you?", "step"],
    ["Would you let me test that on your test system?", "step"],
    ["评审放在八月二十号可以吗？", "step"],
    ["周四两点，就十五分钟，我带两页纸，行不行您给句话", "step"],
    ["Sixty days from signature. Can you live with that?", "view"],
    ["三个人，进去都留日志，您这边能查。您看这样行不行？", "view"],
    ["board on the twentieth, yes?", "view"],
    ["Shall I put three rates side by side for you?", "offer"],
    ["您要不要现场拔一次网线试试？", "offer"],
    ["Pixel data can still carry text. Is that a blocker for you?", "objects"],
    ["roughly how many compressors are you running?", "amount"],
    ["what's a saturday cost you?", "amount"],
    ["旺季排队要排多久？", "duration"],
    ["您那天晚上谁拍板叫停？", "person"],
    ["when is your next security review?", "day"],
    ["So tell me, why a stapling line now?", "reason"],
    ["您现在主要是怕升还是怕贬？", "choice"],
    ["漏件您这边留着没？", "have"],
    ["do your nurses scan today?", "yesNo"],
  ])("is heard in %s", (text, kind) => {
    expect(asked(text)).toBe(kind);
  });

  it.each([
    "How are you?",
    "I'll send it on Friday.",
    "好的，记下了。",
    "what went wrong last time?",
  ])("is nothing that a common answer fits in %s", (text) => {
    expect(asked(text)).toBeUndefined();
  });

  it("is answered with a yes, a yes for now or a not yet, by how what was said stands", () => {
    expect((["met", "heard", "open"] as const).map((each) => occasionFor("view", each))).toEqual([
      "agreed",
      "agreedForNow",
      "notYet",
    ]);
  });
});

describe("the figures of a text", () => {
  it("are the same in words and digits, with their unit", () => {
    expect(figuresIn("Eight percent, three years, forty-five days")).toEqual(
      figuresIn("8%, 3 years and 45 days"),
    );
    expect(figuresIn("cap at three times")).not.toEqual(figuresIn("three years"));
    expect(figuresIn("八个点，三年")).toEqual(figuresIn("8个点，3年"));
  });
});

describe("words of a yes", () => {
  it("name no other day than the one that was asked for", () => {
    const lines = ["行，周四上午我在第二家店。", "行，周四你来。"];
    expect(sameDayLines(lines, "周四下午两点我来，行吗？")).toEqual([lines[1]]);
    expect(sameDayLines(lines, "我来一趟，行吗？")).toEqual(lines);
  });
});
