import { describe, expect, it } from "vitest";
import { limits } from "../../../src/chat/local/limits.ts";
import {
  parseFile,
  parseMessage,
  parseOpened,
  parsePress,
  parseSubmit,
} from "../../../src/chat/local/parse.ts";
import { at } from "./sample-cards.ts";

const from = { personId: "per_ana", key: "3f2a-1", at };
const inbound = { key: "3f2a-1", surface: "local", connection: "local", externalId: "per_ana", at };
const refused = (code: string) => expect.objectContaining({ code });

describe("what comes in", () => {
  it("becomes events of the local surface", () => {
    expect(parseMessage(from, "  hi\n")).toEqual({ ...inbound, kind: "message", text: "hi" });
    expect(parseOpened(from)).toEqual({ ...inbound, kind: "opened" });
    expect(parseFile(from, { assetId: "ast_1", name: "a.csv", text: "" })).toEqual({
      ...inbound,
      ...{ kind: "file", assetId: "ast_1", name: "a.csv", text: "" },
    });
  });

  it("becomes interactions", () => {
    expect(parsePress(from, "act_1")).toEqual({ ...inbound, kind: "action", ref: "act_1" });
    const values = { a: "x", b: 2, c: ["y"] };
    expect(parseSubmit(from, { ref: "act_1", values })).toEqual({
      ...inbound,
      ...{ kind: "submit", ref: "act_1", values },
    });
  });

  it("is refused when it is empty, too long, or no key or reference at all", () => {
    expect(() => parseMessage(from, " \n ")).toThrow(refused("local.nothing-said"));
    const long = "x".repeat(limits.text + 1);
    expect(() => parseMessage(from, long)).toThrow(refused("local.text-too-long"));
    expect(() => parsePress(from, "")).toThrow(refused("local.bad-request"));
    expect(() => parsePress(from, "x".repeat(201))).toThrow(refused("local.bad-request"));
    for (const key of ["", "a b", "x".repeat(101), "a/../b", "<b>"]) {
      expect(() => parseOpened({ ...from, key })).toThrow(refused("local.bad-request"));
    }
    expect(() => parseOpened({ ...from, personId: "" })).toThrow(refused("local.bad-request"));
  });
});
