import { defineConfig } from "vitest/config";
import { ClosingLine } from "./test/closing-line.ts";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: "test/temporary-folder.ts",
    setupFiles: "test/property-seed.ts",
    reporters: ["default", new ClosingLine()],
    // One more than the cores of the smallest machine: tests also wait for processes; 640 s against 743 s with two.
    maxWorkers: 3,
    // Every file makes its own world and closes it: what is loaded once may serve the next file.
    isolate: false,
    // Long enough for a busy machine: a limit is there for what hangs, not for what is slow.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 60_000, interval: 20 } },
  },
});
