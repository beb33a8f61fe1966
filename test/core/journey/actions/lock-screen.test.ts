import { describe, expect, it } from "vitest";
import { withoutSecrets } from "../../../../src/core/journey/actions/lock-screen.ts";

describe("a lock screen", () => {
  it.each([
    ["Call Wang Li 138 0013 8000", "Call Wang Li …"],
    ["Call +44 (20) 7946-0958 back", "Call … back"],
    ["Quote of $12,500 for Acme", "Quote of … for Acme"],
    ["报价 50万元 给蓝海", "报价 … 给蓝海"],
    ["合同 3.2 亿元", "合同 …"],
    ["EUR 900 left", "… left"],
    ["write to wang@acme.example", "write to …"],
    ["contract 20261123", "contract …"],
  ])("shows no amount, phone number or address: %s", (words, shown) => {
    expect(withoutSecrets(words).replace(/\s+/g, " ").trim()).toBe(shown);
  });

  it.each(["3M", "7-Eleven", "Call Wang Li · Acme Medical", "Haus 24", "致电 陈静 · 58同城"])(
    "keeps names with numbers: %s",
    (words) => expect(withoutSecrets(words)).toBe(words),
  );
});
