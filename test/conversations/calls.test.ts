import { afterAll, beforeAll, beforeEach, expect } from "vitest";
import { createSpeech } from "../../src/model/speech.ts";
import { aRecording } from "../helpers/recordings.ts";
import { type SpeechEndpoint, sendJson, startSpeechEndpoint } from "../helpers/speech-endpoint.ts";
import { onEverySurface, type Stage } from "../helpers/surfaces.ts";
import { sharedTraining } from "../helpers/training.ts";

let endpoint: SpeechEndpoint;
beforeAll(async () => {
  endpoint = await startSpeechEndpoint();
  await sharedTraining().reload();
});
afterAll(() => endpoint.close());
beforeEach(() => {
  endpoint.requests.length = 0;
});
const speech = () =>
  createSpeech({ baseUrl: endpoint.url, model: "whisper-1", timeoutMs: 1_000, maxRetries: 0 });

const transcript = `Ana Silva: Good morning, thanks for your time. What matters most to you this year?
Wang Li: Honestly your price is too expensive, the other supplier is cheaper.
Ana Silva: I understand that the budget is tight. Over five years our service saves 12 % of the cost, and St. Mary hospital measured it. If you order two units, I can give you the training for free.
Wang Li: That sounds fair, I like that.
Ana Silva: I will send you the proposal on Friday.
Wang Li: Good, thank you.`;
const file = { name: "call.txt", content: transcript, mediaType: "text/plain" };
const answers = (about: string) => ({ told: "announced", about, seen: "me" });
const files = ({ world }: Stage) => world.ringside.records.read.assets.count({});

onEverySurface(
  { title: "a call", speech },
  {
    "is read only with consent and once the other side was told, and is its rep's": async (
      stage,
    ) => {
      const { world, as } = stage;
      const { read } = world.ringside.records;
      await world.add("deal", "dea_acme", {
        ...{ name: "Scanners", accountId: "acc_acme", ownerId: "per_ana" },
      });
      const ana = as("per_ana");
      await ana.drops(file);
      expect(await ana.last()).toContain("May I go through your calls?");
      expect(await ana.last()).toContain("only if you share that call by a tap");
      expect(await files(stage)).toBe(0);
      await ana.taps("Agree to my calls being read");

      await world.passes(1_000);
      await ana.drops(file);
      await ana.fills({ ...answers("dea_acme"), told: "not_told" });
      expect(await ana.last()).toContain("Not read, and deleted");
      expect([await files(stage), await read.calls.count({})]).toEqual([0, 0]);

      await world.passes(1_000);
      await ana.drops(file);
      await ana.fills(answers("dea_acme"));
      const summary = await ana.last();
      expect(summary).toContain("Your call: Scanners · Acme Medical");
      expect(summary).toContain("You are Ana Silva.");
      expect(summary).toContain("Objections met: 1 of 1");
      expect(summary).toContain("send the proposal, 2026-11-27");
      expect(summary).toContain("Only you see this.");
      expect(await files(stage)).toBe(0);
      expect(await read.skillEvidence.count({ source: "call" })).toBeGreaterThan(0);
      expect((await read.deals.get("dea_acme"))?.nextStep).toBeNull();

      await ana.taps("Keep it as a note");
      expect(await ana.last()).toContain("send the proposal");
      await ana.says("my calls");
      await ana.taps("Open 1");
      const { toast } = await ana.taps("Share with my manager");
      expect(toast).toContain("Your first 30 days are yours alone");
      await ana.taps("Delete");
      expect(await read.calls.count({})).toBe(0);
      expect(await read.skillEvidence.count({ source: "call" })).toBe(0);
    },

    "that was recorded is heard in pieces, again when the endpoint was busy": async (stage) => {
      const { world, as } = stage;
      const lei = as("per_lei");
      await lei.drops({ ...file, name: "通话.txt" });
      await lei.taps("同意分析我的通话");
      await lei.says("我的通话");
      await lei.taps("下一个文件是通话");
      const content = aRecording(
        [
          { from: 0.5, to: 2, channel: 0 },
          { from: 2.5, to: 4, channel: 1 },
          { from: 4.5, to: 6, channel: 0 },
        ],
        { seconds: 7 },
      );
      const heard = [
        "您好，我是远景公司的李明，您目前主要看重什么？",
        "你们的价格太贵了，我们预算不够。",
      ];
      const said = [...heard, "我理解您的顾虑。三年下来能省 12% 的成本，我下周三给您发方案。"];
      let asked = 0;
      endpoint.answer = (response) => {
        asked += 1;
        if (asked === 2) return sendJson(response, 503, {});
        return sendJson(response, 200, { text: said.shift() ?? "", language: "chinese" });
      };
      await lei.drops({ name: "通话.wav", content, mediaType: "application/octet-stream" });
      await lei.fills(answers("nobody"));
      expect(await lei.last()).toContain("语音识别服务繁忙");
      await world.passes(31_000);
      const summary = await lei.last();
      expect(asked).toBe(4);
      expect(summary).toContain("从说话方式看，您应该是 A");
      expect(summary).toContain("已回应的异议：1/1");
      expect(summary).toContain("发方案");
      expect(await files(stage)).toBe(0);
      await lei.taps("我是 B");
      expect(await lei.last()).toContain("您说过您是 B。");
    },
  },
);
