import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { reportOnFiles } from "../../src/commands/discover/report.ts";
import { newFolder } from "../helpers/records.ts";
import { runCli } from "./run-cli.ts";

const day = 86_400_000;
const start = Date.UTC(2025, 0, 6);

/** A hundred deals; whoever was won looked at prices. */
function writeFiles() {
  const folder = newFolder();
  const deals = Array.from({ length: 100 }, (_, index) => ({
    ...{ id: `d${index}`, account: `a${index}`, outcome: index % 2 === 0 ? "won" : "lost" },
    openedAt: new Date(start + index * day).toISOString(),
    closedAt: new Date(start + (index + 60) * day).toISOString(),
  }));
  const touches = deals.flatMap(({ account }, index) => [
    { anonymousId: "v", account, type: "email.open", at: start + (index + 1) * day },
    ...(index % 2 === 0 || index % 10 === 1
      ? [
          {
            contact: "c",
            account,
            type: "page.view",
            at: start + (index + 2) * day,
            props: { page: "pricing" },
          },
        ]
      : []),
  ]);
  const first = { contact: "x", type: "page.view", at: start - 100 * day };
  const files = { deals: join(folder, "deals.csv"), touches: join(folder, "touches.jsonl") };
  const columns = ["id", "account", "outcome", "openedAt", "closedAt"] as const;
  const rows = deals.map((deal) => columns.map((column) => deal[column]).join(","));
  writeFileSync(files.deals, [columns.join(","), ...rows, "broken,,,,"].join("\n"));
  writeFileSync(
    files.touches,
    [first, ...touches].map((touch) => JSON.stringify(touch)).join("\n"),
  );
  return files;
}

describe("discover", () => {
  it("prints one object with what goes with winning, on files", async () => {
    const { deals, touches } = writeFiles();
    const { code, out } = await runCli(
      ["discover", "--deals", deals, "--touches", touches, "--json"],
      {},
    );
    expect(code).toBe(0);
    const report = JSON.parse(out);
    expect(report).toMatchObject({ name: "discover", verdict: "found" });
    expect(report.data).toMatchObject({ deals: 100, unreadDeals: 1, landmarkDays: 30 });
    expect(report.findings[0]).toMatchObject({ signs: ["page.view:pricing"], says: "winning" });
    expect(report.slipping.backtest.verdict).toBe("thin");
  });

  it("says what is missing", async () => {
    const { deals, touches } = writeFiles();
    await expect(reportOnFiles({ deals })).rejects.toMatchObject({ code: "no_file" });
    await expect(reportOnFiles({ deals: touches, touches })).rejects.toMatchObject({
      code: "bad_deals",
    });
    const { code, out } = await runCli(
      ["discover", "--deals", "/nowhere", "--touches", touches, "--json"],
      {},
    );
    expect(code).toBe(1);
    expect(JSON.parse(out).error.code).toBe("file_missing");
  });
});
