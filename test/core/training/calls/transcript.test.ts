import { describe, expect, it } from "vitest";
import {
  languageNamed,
  languageOfTalk,
} from "../../../../src/core/training/calls/transcript/language-of-talk.ts";
import {
  looksLikeTalk,
  maxLines,
  parseTranscript,
} from "../../../../src/core/training/calls/transcript/parse-transcript.ts";

const said = [
  { speaker: "Ana", text: "Hello, how are you?" },
  { speaker: "Wang Li", text: "Fine. It is too expensive." },
];

const vtt = `WEBVTT

NOTE made by a tool

1
00:00:01.000 --> 00:00:04.000
<v Ana>Hello, how are you?</v>

2
00:00:04.500 --> 00:00:06.000
<v.loud Wang Li>Fine.</v>

00:06.000 --> 00:08.000
<v Wang Li>It is too expensive.</v>`;
const srt = `1\r
00:00:01,000 --> 00:00:04,000\r
Ana: Hello, how are you?\r
\r
2\r
00:00:04,500 --> 00:00:06,000\r
Wang Li: Fine.\r
It is too expensive.`;

describe("a transcript", () => {
  it.each([
    ["WebVTT", vtt],
    ["SubRip", srt],
    ["names before a colon", "Ana: Hello, how are you?\nWang Li: Fine.\nIt is too expensive."],
    [
      "times before names",
      "[00:01] Ana: Hello, how are you?\n00:04 - Wang Li: Fine. It is too expensive.",
    ],
    [
      "names above the words",
      "Ana 00:01\nHello, how are you?\n\nWang Li 00:04\nFine.\nIt is too expensive.",
    ],
    ["full-width colons", "Ana：Hello, how are you?\nWang Li：Fine. It is too expensive."],
    [
      "JSON segments",
      JSON.stringify({
        segments: said.map(({ speaker, text }) => ({ speaker, text, start: 0.5 })),
      }),
    ],
    [
      "JSON of another service",
      JSON.stringify(said.map(({ speaker, text }) => ({ role: speaker, content: text }))),
    ],
  ])("is read from %s", (_, content) => {
    expect(parseTranscript(content)).toEqual(said);
  });

  it("without speakers keeps its lines, and long ones by sentence", () => {
    const long = "We need this by June, and it has to work. ".repeat(20);
    const lines = parseTranscript(`Hello there.\n${long}`);
    expect(lines[0]).toEqual({ speaker: null, text: "Hello there." });
    expect(lines).toHaveLength(21);
  });

  it("takes neither addresses nor clock times for names", () => {
    expect(parseTranscript("https://example.com is ours\nat 10:30 we meet")).toEqual([
      { speaker: null, text: "https://example.com is ours" },
      { speaker: null, text: "at 10:30 we meet" },
    ]);
  });

  it.each([
    ["nothing", ""],
    ["no words", "…\n—\n\n"],
    ["a table", '[{"name":"Acme","amount":3},{"name":"Bolt","amount":4}]'],
  ])("of %s holds no conversation, or no speakers", (_, content) => {
    expect(parseTranscript(content).filter(({ speaker }) => speaker !== null)).toEqual([]);
  });

  it("ends where nobody could have gone on speaking", () => {
    const endless = Array.from(
      { length: maxLines + 50 },
      (_, at) => `${at % 2 ? "A" : "B"}: yes ${at}`,
    );
    expect(parseTranscript(endless.join("\n"))).toHaveLength(maxLines);
  });
});

describe("pasted words", () => {
  it.each([
    ["a talk", "A: hello there\nB: hello\nA: the price?\nB: too much", true],
    ["a Chinese talk", "销售：您好\n客户：你好\n销售：您看价格\n客户：太贵", true],
    ["an update", "Acme: quote sent, budget 50k\nnext step: call on Friday", false],
    ["a list", "Name: Ana\nMail: ana@example.com\nPhone: 123\nTitle: CEO", false],
    ["a sentence", "They said: too expensive", false],
  ])("are a conversation or not: %s", (_, words, isTalk) => {
    expect(looksLikeTalk(words)).toBe(isTalk);
  });
});

describe("the language of a talk", () => {
  it.each([
    ["We would like to see the offer before the board meets on Friday", "en"],
    ["我们预算不够，ROI 也不清楚", "zh"],
    [
      "Nous voudrions voir votre offre avant la réunion du conseil de vendredi prochain, merci beaucoup",
      "other",
    ],
    [
      "Wir möchten gern das Angebot sehen, bevor der Vorstand sich am nächsten Freitag trifft",
      "other",
    ],
    ["Мы хотели бы увидеть предложение", "other"],
    ["価格が高すぎると思います。来週までに見積もりをください", "other"],
    ["", "other"],
    ["Yes. OK.", "en"],
  ])("%s", (text, language) => {
    expect(languageOfTalk(text)).toBe(language);
  });

  it.each([
    ["english", "en"],
    ["en-US", "en"],
    ["zh", "zh"],
    ["Chinese", "zh"],
    ["french", "other"],
    [undefined, undefined],
  ])("named %s by a service is %s", (name, language) => {
    expect(languageNamed(name)).toBe(language);
  });
});
