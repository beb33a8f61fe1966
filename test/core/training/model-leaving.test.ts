import { describe, expect, it } from "vitest";
import { en } from "../../../src/core/text/en.ts";
import { zh } from "../../../src/core/text/zh.ts";
import { describeModelLeaving } from "../../../src/core/training/model-leaving.ts";

describe.each([{ texts: en }, { texts: zh }])("what leaves for a chat model", ({ texts }) => {
  it("is nothing without one", () => {
    expect(describeModelLeaving(undefined, texts)).toEqual([texts.model.none]);
  });

  it("names the endpoint and the model", () => {
    const lines = describeModelLeaving({ host: "models.example.com", model: "m-1" }, texts);
    expect(lines).toHaveLength(5);
    expect(lines.join()).toContain("models.example.com");
    expect(lines[0]).toContain("m-1");
  });
});
