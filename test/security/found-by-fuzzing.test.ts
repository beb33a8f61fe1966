// What fuzzing found, each as it was found and in milliseconds, so that it stays mended without the fuzzer.
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createCalendar } from "../../src/calendar.ts";
import { nearest, understand } from "../../src/chat/intents.ts";
import { parseContent } from "../../src/chat/lark/parse/content.ts";
import { parseEnvelope } from "../../src/chat/lark/parse.ts";
import { remarkIn } from "../../src/chat/phrases/remarks.ts";
import { Refused } from "../../src/core/errors.ts";
import { withoutSecrets } from "../../src/core/journey/actions/lock-screen.ts";
import { readNewLead } from "../../src/core/leads/incoming/read-new-lead.ts";
import { readAbsence } from "../../src/core/people/read-absence.ts";
import { readDay, readSpan } from "../../src/core/people/read-day.ts";
import { readUpdate } from "../../src/core/pipeline/reading/read-update.ts";
import { readAsked } from "../../src/core/pipeline/review/book-time.ts";
import { readClaim } from "../../src/core/strategy/read-claim.ts";
import { textsFor } from "../../src/core/text/texts.ts";
import { understandRep } from "../../src/core/training/moves/understand-rep.ts";
import { readMapping } from "../../src/crm/read-mapping.ts";
import { createLog } from "../../src/log.ts";
import { readAnswer } from "../../src/model/read-answer.ts";
import { parseDate } from "../../src/sources/import/values/date.ts";
import { readExportRow } from "../../src/sources/touches/ga4/export-row.ts";
import { emailOf } from "../../src/sources/touches/read.ts";
import { readXml } from "../../src/sources/touches/salesforce/read-xml.ts";
import { processorMs as msOf } from "../helpers/processor-time.ts";

/** A hang, as the fuzzer counts it; each of these took seconds or minutes before. */
const mostMs = 1_000;
/** As much as a person may send at once. */
const long = 20_000;

const update = (text: string) =>
  readUpdate(text, {
    ...{ now: Date.UTC(2026, 10, 23), timeZone: "UTC", workdays: createCalendar() },
    deals: [{ id: "dea_1", account: "Acme", stage: "qualified" }],
  });

/** What every object of the language has by birth. */
const inborn = ["constructor", "__proto__", "toString", "hasOwnProperty"];

describe("in time", () => {
  it("reads an update with a long number beside a date", () => {
    const figures = `下下周五 ${"9".repeat(60)} 再说, tomorrow ${"1".repeat(50)}x`;
    expect(msOf(() => update(figures))).toBeLessThan(mostMs);
    expect(msOf(() => update(`passwd${"9".repeat(60)} 王总`))).toBeLessThan(mostMs);
    expect(msOf(() => update(`报价已发,预算5${"1".repeat(4_000)}`))).toBeLessThan(mostMs);
  });

  it.each(["（", "底签约", "零", "[", "a and "])("reads an update of many %j", (piece) => {
    const ms = msOf(() =>
      update(`报价已发，Acme 下周三给答复 ${piece.repeat(long / piece.length)}`),
    );
    expect(ms).toBeLessThan(mostMs);
  });

  it.each(["beals ", "客户两内跟进报", "and "])("reads a claim of many %j", (piece) => {
    const vocabulary = { rules: [], teams: [], industries: [] };
    const said = `quote follow-up within 2 days, 对客户两天内${piece.repeat(long / piece.length)}`;
    expect(msOf(() => readClaim(said, vocabulary))).toBeLessThan(mostMs);
  });

  it("hears a turn of a thousand questions", () => {
    const said = `您最看重的是什么？${"么？".repeat(1_000)}`;
    expect(msOf(() => understandRep(said))).toBeLessThan(mostMs);
  });

  it("takes no command and no remark out of thousands of marks", () => {
    for (const marks of ["!", " !", "?", "，", "👍", ":) "]) {
      const said = `${marks.repeat(long / marks.length)}a`;
      expect(msOf(() => expect(remarkIn(said)).toBeUndefined())).toBeLessThan(mostMs);
      expect(msOf(() => expect(understand(said)).toBeUndefined())).toBeLessThan(mostMs);
    }
  });

  it("takes no absence, no hour and no code out of thousands of spaces and figures", () => {
    const said = [
      `下${" ".repeat(long)}周`,
      `核验 ${"913501 ".repeat(1_500)}`,
      `at${" ".repeat(long)}3`,
    ];
    for (const words of said) {
      expect(msOf(() => understand(words))).toBeLessThan(mostMs);
      expect(msOf(() => readAbsence(words, "2026-11-23"))).toBeLessThan(mostMs);
      expect(msOf(() => readAsked(words, { now: 0, timeZone: "UTC" }))).toBeLessThan(mostMs);
    }
    expect(understand("核验 91350100M000100Y43")?.intent).toBe("check_code");
    expect(understand("check DE 136 695 976")?.intent).toBe("check_code");
  });

  it.each(["十", "二。", "1", "a "])("understands a rep's answer of many %j", (piece) => {
    expect(msOf(() => understandRep(`You ${piece.repeat(long / 2)}`))).toBeLessThan(mostMs);
  });

  it("looks for an address in a long word", () => {
    expect(msOf(() => readNewLead("a".repeat(long)))).toBeLessThan(mostMs);
    expect(readNewLead("Ada, Acme, (ada+x@mail.acme.example)").email).toBe(
      "ada+x@mail.acme.example",
    );
    expect(msOf(() => emailOf(`a@${".".repeat(100_000)} @`))).toBeLessThan(mostMs);
  });

  it.each(["a", "a.", "1", "1,", "9 ", "+"])(
    "writes a log line of many %j, and takes secrets out",
    (piece) => {
      const lines: string[] = [];
      const log = createLog({
        level: "debug",
        destination: { write: (one) => void lines.push(one) },
      });
      const words = `ada@acme.example ${piece.repeat(long)}`;
      const ms = msOf(() => log.error({ err: new Error(words), reason: words }, words));
      expect(ms).toBeLessThan(mostMs);
      expect(lines.join("")).not.toContain("ada@acme");
    },
  );

  it.each(["a", "a.", "1", "1,", "1 ", "¥ "])(
    "keeps secrets of many %j off a lock screen",
    (piece) => {
      expect(msOf(() => withoutSecrets(piece.repeat(long)))).toBeLessThan(mostMs);
      expect(withoutSecrets(`ada@acme.example ${piece.repeat(9)}`)).not.toContain("@");
    },
  );

  it("refuses XML whose tag never ends", () => {
    const endless = `<a><${"b".repeat(long)}`;
    expect(msOf(() => expect(() => readXml(endless)).toThrow("not XML"))).toBeLessThan(mostMs);
  });

  it("gives up a model's answer of thousands of open braces, and reads the one behind a few", () => {
    const accept = (value: unknown) => (value as { deal?: number } | undefined)?.deal;
    expect(msOf(() => readAnswer('{"'.repeat(30_000), accept))).toBeLessThan(mostMs);
    expect(msOf(() => readAnswer("{".repeat(60_000), accept))).toBeLessThan(mostMs);
    expect(readAnswer('{ {"a": {} } {"deal": 7}', accept)).toBe(7);
  });

  it("understands nothing in 20,000 letters, and still offers what is nearest", () => {
    const said = "no ".repeat(long / 3);
    expect(msOf(() => understand(said))).toBeLessThan(mostMs);
    for (const language of ["en", "zh"] as const) {
      const { examples } = textsFor(language).chat.help;
      expect(msOf(() => nearest(said, examples))).toBeLessThan(mostMs);
      expect(nearest(examples.my_leads ?? "", examples)[0]).toBe("my_leads");
    }
  });
});

describe("by name", () => {
  it.each(inborn)("takes %s for no event and no kind of message of Lark's", (event_type) => {
    const header = { event_id: "e", event_type, app_id: "a", tenant_key: "t", create_time: "1" };
    const to = { appId: "a", botOpenId: "b" };
    expect(parseEnvelope({ header, event: {} }, to).kind).toBe("ignored");
    const content = JSON.stringify({ text: "words" });
    expect(parseContent({ message_type: event_type, content }, [])).toEqual({ text: "" });
  });

  it.each(inborn)("takes %s in a GA4 export for a use of the product like any other", (name) => {
    const row = { event_timestamp: "1700000000000000", event_name: name, user_pseudo_id: "1.2" };
    expect(readExportRow(row)).toMatchObject({
      type: "product.feature.used",
      props: { feature: name },
    });
  });

  it.each(inborn)("takes %s for no day and no number", (word) => {
    expect(readDay(word, "2026-11-23")).toBeUndefined();
    expect(readSpan(`${word} days`)).toBeUndefined();
    expect(readAsked(`Ana tomorrow at ${word}10:30`, { now: 0, timeZone: "UTC" }).at).toBeDefined();
  });

  it("takes a date with thousands of line breaks for none, in time", () => {
    const text = `2026-11-23T09:00:0${"\n".repeat(long)}x`;
    const options = { order: "dmy", zone: "UTC" } as const;
    expect(msOf(() => expect(parseDate(text, options)).toBeUndefined())).toBeLessThan(mostMs);
  });

  it("takes a word that is no month for no date", () => {
    expect(parseDate("23 Foo 2026", { order: "dmy", zone: "UTC" })).toBeUndefined();
  });
});

it("refuses a CRM mapping that is nested too deep, or whose aliases repeat without end", async () => {
  const folder = mkdtempSync(join(tmpdir(), "ringside-mapping-"));
  const letters = "abcdefghij".split("");
  const bomb = letters.map((one, at) => `${one}: &${one} [${`*${letters[at - 1]}, `.repeat(9)}]`);
  const texts = [
    "[".repeat(long),
    `a: ${"{a: ".repeat(5_000)}`,
    ["a: &a [x]", ...bomb.slice(1)].join("\n"),
  ];
  for (const [number, text] of texts.entries()) {
    const file = join(folder, `${number}.yaml`);
    writeFileSync(file, text);
    await expect(readMapping(file)).rejects.toBeInstanceOf(Refused);
  }
});
