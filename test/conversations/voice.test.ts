import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { kindOf } from "../../src/chat/files.ts";
import { createSpeech } from "../../src/model/speech.ts";
import {
  hears,
  type SpeechEndpoint,
  sendJson,
  startSpeechEndpoint,
} from "../helpers/speech-endpoint.ts";
import { onEverySurface, type Stage } from "../helpers/surfaces.ts";

let endpoint: SpeechEndpoint;
beforeAll(async () => {
  endpoint = await startSpeechEndpoint();
});
afterAll(() => endpoint.close());
beforeEach(() => {
  endpoint.requests.length = 0;
});

const speech = () =>
  createSpeech({ baseUrl: endpoint.url, model: "whisper-1", timeoutMs: 1_000, maxRetries: 0 });
const voice = { name: "voice.ogg", content: "OggS…", mediaType: "audio/ogg" };

async function agree({ as }: Stage, personId: string, label: string): Promise<void> {
  await as(personId).says("privacy");
  await as(personId).taps(label);
}
const anaAgrees = (stage: Stage) => agree(stage, "per_ana", "Agree: turn my voice notes into text");

/** The only files left are those that nobody's voice is in. */
const recordings = ({ world }: Stage) => world.ringside.records.read.assets.count({});

onEverySurface(
  { title: "a voice note", speech },
  {
    "is listened to only once its speaker agreed, and nothing of it is kept": async (stage) => {
      const ana = stage.as("per_ana");
      await ana.drops(voice);
      expect(endpoint.requests).toHaveLength(0);
      expect(await recordings(stage)).toBe(0);
      expect(await ana.last()).toMatch(/voice (notes|message)/);

      await anaAgrees(stage);
      endpoint.answer = hears("my leads");
      await ana.drops(voice);
      expect(endpoint.requests).toHaveLength(1);
      const shown = (await ana.all()).map(({ text }) => text);
      expect(shown.at(-2)).toContain("You said");
      expect(shown.at(-2)).toContain("my leads");
      expect(shown.at(-1)).toContain("You have no leads right now");
      expect(await recordings(stage)).toBe(0);
    },

    "becomes a note in the speaker's own words": async (stage) => {
      const { world, as } = stage;
      await world.add("account", "acc_lan", { name: "蓝海物流" });
      await world.add("deal", "dea_lan", {
        name: "续约",
        accountId: "acc_lan",
        ownerId: "per_lei",
      });
      await agree(stage, "per_lei", "同意：把我的语音转成文字");
      endpoint.answer = hears("记一下 蓝海：报价已发，王总下周三给答复。");
      const lei = as("per_lei");
      await lei.drops(voice);
      expect(await lei.last()).toContain("已保存到 续约 · 蓝海物流");
      expect(endpoint.requests[0]?.body).toMatch(/name="language"\r\n\r\nzh/);
      const [touch] = await world.ringside.events.ofAccounts(["acc_lan"]);
      expect(touch?.props.text).toBe("报价已发，王总下周三给答复。");
    },

    "that says something not understood, or nothing, is answered so": async (stage) => {
      await anaAgrees(stage);
      const ana = stage.as("per_ana");
      endpoint.answer = hears("mumble mumble");
      await ana.drops(voice);
      expect(await ana.last()).toContain("I did not understand that");
      endpoint.answer = hears("  ");
      await ana.drops(voice);
      expect(await ana.last()).toContain("I heard no words in that recording");
      endpoint.answer = hears("team leads");
      await ana.drops(voice);
      expect(await ana.last()).toContain("You may not do that");
      expect(await recordings(stage)).toBe(0);
    },

    "is not kept when the endpoint fails, and the speaker is told": async (stage) => {
      await anaAgrees(stage);
      const ana = stage.as("per_ana");
      endpoint.answer = (response) => sendJson(response, 503, {});
      await ana.drops(voice);
      expect(await ana.last()).toContain("The speech service did not answer.");
      endpoint.answer = (response) => sendJson(response, 401, {});
      await ana.drops(voice);
      expect(await ana.last()).toContain("did not accept that recording");
      expect(await recordings(stage)).toBe(0);
    },

    "goes where the privacy card says it goes": async ({ as }) => {
      await as("per_ana").says("privacy");
      expect(await as("per_ana").last()).toContain(new URL(endpoint.url).host);
      await as("per_lei").says("隐私");
      expect(await as("per_lei").last()).toContain("转成文字");
    },
  },
);

onEverySurface("a dropped file", {
  "that is a voice note needs an endpoint, which is said, and is not kept": async (stage) => {
    await anaAgrees(stage);
    const ana = stage.as("per_ana");
    await ana.drops(voice);
    expect(await ana.last()).toContain("none is connected here");
    expect(await recordings(stage)).toBe(0);
  },

  "of another kind is refused in one sentence, and is not kept": async (stage) => {
    const lei = stage.as("per_lei");
    await lei.drops({ name: "合同.pdf", content: "%PDF-1.7", mediaType: "application/pdf" });
    expect(await lei.last()).toContain("我读不了 合同.pdf");
    expect(await recordings(stage)).toBe(0);
  },
});

describe("the kind of a file", () => {
  it.each([
    ["leads.csv", "text/csv", "table"],
    ["leads.csv", "application/octet-stream", "table"],
    ["deals.json", "", "table"],
    ["book.xlsx", "application/zip", "table"],
    ["export", "text/csv; charset=utf-8", "table"],
    ["voice.ogg", "application/octet-stream", "voice"],
    ["audio_message.m4a", "audio/mp4", "voice"],
    ["memo", "audio/x-m4a", "voice"],
    ["call.MP3", "", "voice"],
    ["film.mp4", "video/mp4", "other"],
    ["photo.png", "image/png", "other"],
    ["notes.txt", "text/plain", "other"],
    ["", "", "other"],
  ])("of %s (%s) is %s", (name, mediaType, kind) => {
    expect(kindOf(name, mediaType)).toBe(kind);
  });
});
