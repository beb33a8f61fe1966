import { describe, expect, it } from "vitest";
import { callIn } from "../../../../src/core/training/calls/is-call.ts";
import type { CallServices } from "../../../../src/core/training/calls/services.ts";
import { aPerson } from "../../../helpers/people.ts";

const ana = aPerson("per_ana");

/** What is dropped: its name, kind, words beside it, and how long it lasts. */
type Dropped = { name: string; kind: "table" | "voice" | "other"; text?: string; minutes?: number };

function sourceOf({ name, kind, text = "", minutes = 0 }: Dropped, callUntil = 0) {
  const services = {
    store: { read: { conversations: { get: async () => ({ state: { callUntil } }) } } },
    clock: () => 1_000,
    assets: { read: async () => ({ bytes: Buffer.from('{"segments":[{"text":"hello"}]}') }) },
    probeAudio: async () => ({ durationMs: minutes * 60_000 }),
  } as unknown as CallServices;
  return callIn(services, ana, { assetId: "ast_1", name, kind, text });
}

describe("a dropped file", () => {
  it.each<[Dropped, string | undefined]>([
    [{ name: "talk.vtt", kind: "other" }, "transcript"],
    [{ name: "talk.json", kind: "table" }, "transcript"],
    [{ name: "leads.csv", kind: "table" }, undefined],
    [{ name: "photo.png", kind: "other" }, undefined],
    [{ name: "voice.ogg", kind: "voice", minutes: 2 }, undefined],
    [{ name: "voice.ogg", kind: "voice", text: "note Acme: I will call on Friday" }, undefined],
    [{ name: "voice.ogg", kind: "voice", text: "我的通话" }, undefined],
    [{ name: "a.mp3", kind: "voice", text: "Call with Acme" }, "recording"],
    [{ name: "a.mp3", kind: "voice", text: "和王总的通话录音" }, "recording"],
    [{ name: "a.mp3", kind: "voice", minutes: 12 }, "recording"],
  ])("%o is a call or is not", async (dropped, source) => {
    expect(await sourceOf(dropped)).toBe(source);
  });

  it("is a call for as long as its rep said so", async () => {
    expect(await sourceOf({ name: "a.ogg", kind: "voice" }, 2_000)).toBe("recording");
    expect(await sourceOf({ name: "a.ogg", kind: "voice" }, 999)).toBeUndefined();
  });
});
