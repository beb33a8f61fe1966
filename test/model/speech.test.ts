import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Refused, RetryLater } from "../../src/core/errors.ts";
import { createSpeech } from "../../src/model/speech.ts";
import {
  hears,
  type SpeechEndpoint,
  sendJson,
  startSpeechEndpoint,
} from "../helpers/speech-endpoint.ts";

let endpoint: SpeechEndpoint;
beforeEach(async () => {
  endpoint = await startSpeechEndpoint();
});
afterEach(() => endpoint.close());

const audio = {
  bytes: new TextEncoder().encode("OggS…"),
  mediaType: "audio/ogg; codecs=opus",
  language: "zh",
} as const;
const speech = (set: { apiKey?: string; baseUrl?: string; timeoutMs?: number } = {}) =>
  createSpeech({
    ...{ baseUrl: endpoint.url, model: "whisper-1", timeoutMs: 60_000, maxRetries: 0 },
    ...set,
  });
const failure = (set: { timeoutMs?: number } = {}) =>
  speech(set)
    .transcribe(audio)
    .then(
      () => undefined,
      (error: Error) => error,
    );

describe("the speech endpoint", () => {
  it("is sent the recording with its language, model and key, and its words come back", async () => {
    endpoint.answer = hears(" 报价已发 ");
    expect(await speech({ apiKey: "sk-1" }).transcribe(audio)).toEqual({ text: " 报价已发 " });
    const [request] = endpoint.requests;
    expect(request?.key).toBe("Bearer sk-1");
    expect(request?.body).toContain('filename="voice.ogg"');
    expect(request?.body).toMatch(/name="language"\r\n\r\nzh/);
    expect(request?.body).toMatch(/name="model"\r\n\r\nwhisper-1/);
  });

  it("needs no key, and takes none from the environment", async () => {
    process.env.OPENAI_API_KEY = "sk-from-elsewhere";
    await speech().transcribe(audio);
    delete process.env.OPENAI_API_KEY;
    expect(endpoint.requests[0]?.key).toBe("Bearer none");
  });

  it("is named by its host", () => {
    expect(speech({ baseUrl: "https://speech.example.com/v1" }).endpoint).toBe(
      "speech.example.com",
    );
  });

  it.each([408, 429, 500, 503])("that answers %s may answer later", async (status) => {
    endpoint.answer = (response) => sendJson(response, status, { error: { message: "我的原话" } });
    const error = await failure();
    expect(error).toBeInstanceOf(RetryLater);
    expect(error?.message).not.toContain("我的原话");
  });

  it("that keeps silent, or sends half an answer and stops, is not waited for", async () => {
    const impatient = { timeoutMs: 300 };
    endpoint.answer = () => {};
    expect(await failure(impatient)).toBeInstanceOf(RetryLater);
    endpoint.answer = (response) => {
      response.writeHead(200, { "content-type": "application/json" });
      response.write('{"text": "hal');
    };
    expect(await failure(impatient)).toBeInstanceOf(RetryLater);
  });

  it("that hangs up or is not there may be there later", async () => {
    endpoint.answer = (response) => response.destroy();
    expect(await failure()).toBeInstanceOf(RetryLater);
    await endpoint.close();
    expect(await failure()).toBeInstanceOf(RetryLater);
    endpoint = await startSpeechEndpoint();
  });

  it.each([
    [401, "SPEECH_API_KEY"],
    [404, "SPEECH_BASE_URL"],
    [413, "smaller"],
    [400, "this kind of recording"],
  ])("that answers %s has refused, and the operator reads what to do", async (status, words) => {
    endpoint.answer = (response) => sendJson(response, status, { error: { message: "no" } });
    const error = await failure();
    expect(error).toBeInstanceOf(Refused);
    expect(error?.message).toContain(words);
  });

  it.each([
    ["a page", "text/html", "<html>Welcome</html>"],
    ["broken JSON", "application/json", '{"text": '],
    ["JSON without words", "application/json", '{"words": 3}'],
    ["no object", "application/json", "[]"],
    ["nothing", "application/json", ""],
  ])("that answers %s is refused, never believed", async (_what, type, body) => {
    endpoint.answer = (response) => {
      response.writeHead(200, { "content-type": type });
      response.end(body);
    };
    expect(await failure()).toBeInstanceOf(Refused);
  });
});
