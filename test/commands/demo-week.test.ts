import { describe, expect, it } from "vitest";
import { stories } from "../../src/commands/demo/stories.ts";
import { demo } from "../../src/commands/demo.ts";
import { languages } from "../../src/core/model.ts";
import { createLog } from "../../src/log.ts";
import { sharedTraining } from "../helpers/training.ts";

/** What stands on the screen of each, computed just then. */
const seen = {
  en: ["Supported: call made by us", "72 hours after weights version 2", "your buddy", "no clear"],
  zh: ["得到支持：我方致电", "权重第 2 版之后的 72 小时", "您的搭档", "没有明显差异"],
};

describe.each(languages)("the week's story in %s", (language) => {
  it("goes from Monday's question to what changed, computed on the way", async () => {
    const lines: string[] = [];
    const report = await demo({
      story: (await stories.week?.()) ?? [],
      training: sharedTraining(),
      language,
      print: (line) => lines.push(line),
      pause: async () => {},
      ...{ width: 90, color: false, log: createLog({ level: "silent" }) },
    });
    expect(report.weekStrategy).toMatchObject({ verdict: "supported", decided: 6 });
    expect(report.weekDebrief).toMatchObject({ shown: 1, text: expect.any(String) });
    expect(JSON.stringify(report.weekDebrief)).not.toMatch(/7700|13800138000/);
    expect(report.weekFirstDay).toMatchObject({ state: "shown", buddy: true });
    expect(report.weekChanged).toMatchObject({ periods: expect.stringContaining("→") });
    const text = lines.join("\n");
    for (const words of seen[language]) expect(text).toContain(words);
  }, 300_000);
});
