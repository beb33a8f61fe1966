import { describe, expect, it } from "vitest";
import { RetryLater } from "../../../src/core/errors.ts";
import { type LateServices, runLateAnswer } from "../../../src/core/training/answer-when-read.ts";

const asked = { personId: "per_ana", asked: "say", words: "too expensive" } as const;

describe("an answer that waits for the library", () => {
  it("comes later still while it is not read", async () => {
    const services = {
      training: { ready: async () => {} },
      library: () => {
        throw new RetryLater("being read", { afterMs: 1_000 });
      },
    };
    const run = runLateAnswer(asked, services as unknown as LateServices);
    await expect(run).rejects.toMatchObject({ name: "RetryLater" });
  });
});
