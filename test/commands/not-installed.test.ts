import { describe, expect, it } from "vitest";
import { whatToInstall } from "../../src/commands/not-installed.ts";

const missing = (message: string) =>
  Object.assign(new Error(message), { code: "ERR_MODULE_NOT_FOUND" });

describe("an installation that was cut short", () => {
  it("is told how to make the database client", () => {
    const error = missing("Cannot find module '/srv/ringside/src/store/generated/client.ts'");
    expect(whatToInstall(error)).toContain("node prisma/generate.mjs");
  });

  it("is told which package is missing", () => {
    const error = missing("Cannot find package '@slack/bolt' imported from /srv/x.ts");
    expect(whatToInstall(error)).toContain("@slack/bolt is not installed: run “npm ci”");
  });

  it("is not seen in a bug of our own, or in any other error", () => {
    const own = missing("Cannot find module '/srv/ringside/src/core/gone.ts' imported from x");
    expect(whatToInstall(own)).toBeUndefined();
    expect(whatToInstall(new Error("Cannot find package 'x'"))).toBeUndefined();
    expect(whatToInstall("boom")).toBeUndefined();
  });
});
