import { describe, expect, it } from "vitest";
import { type DemoReport, demo } from "../../src/commands/demo.ts";
import { languages } from "../../src/core/model.ts";
import { createLog } from "../../src/log.ts";

async function run(
  language: (typeof languages)[number],
): Promise<{ report: DemoReport; text: string }> {
  const lines: string[] = [];
  const report = await demo({
    language,
    print: (line) => lines.push(line),
    width: 90,
    color: false,
    log: createLog({ level: "silent" }),
  });
  return { report, text: lines.join("\n") };
}

describe.each(languages)("the demo in %s", (language) => {
  it("assigns every lead with contributions that add up, also as printed", async () => {
    const { report, text } = await run(language);
    expect(report.leads).toHaveLength(14);
    for (const { fit, contributions } of [...report.leads, report.next]) {
      expect(contributions.reduce((sum, { points }) => sum + points, 0)).toBe(fit);
    }
    const sums = [...text.matchAll(/^\s+((?:\d+\.\d\d \+ )+\d+\.\d\d) = (\d+\.\d\d)$/gm)];
    expect(sums.length).toBe(report.leads.length - 3);
    for (const [, parts = "", fit = ""] of sums) {
      const cents = parts.split(" + ").map((part) => Math.round(Number(part) * 100));
      expect(cents.reduce((sum, part) => sum + part, 0)).toBe(Math.round(Number(fit) * 100));
    }
    expect(text).toContain("http://localhost:3000");
  });

  it("hands the declined lead to another rep", async () => {
    const { report } = await run(language);
    expect(report.next.customer).toBe(report.declined.customer);
    expect(report.next.rep).not.toBe(report.declined.rep);
  });
});
