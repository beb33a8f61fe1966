import { describe, expect, it } from "vitest";
import { personalKinds } from "../../../../src/core/strategy/debrief/personal/kinds.ts";
import { createClean } from "../../../../src/core/strategy/debrief/personal/remove-personal.ts";

const words = Object.fromEntries(personalKinds.map((kind) => [kind, `{${kind}}`])) as Parameters<
  typeof createClean
>[1];
const clean = (text: string) => createClean({ people: [], accounts: [] }, words)(text).text;

describe("a full name with a form of address, in no record", () => {
  it.each([
    ["昨天跟王丽女士聊了半小时", "王丽"],
    ["张建国经理说预算没问题", "张建国"],
    ["李大夫和陈思源主任都在", "陈思源"],
    ["请欧阳明先生签字", "欧阳明"],
    ["郭晓峰总今天拍板", "郭晓峰"],
  ])("is gone from “%s”", (text, name) => {
    expect(clean(text)).not.toContain(name);
  });

  it.each(["华东区经理不同意", "周一先跟客户经理对一下", "马上找采购经理", "金融产品经理"])(
    "is none in “%s”",
    (text) => {
      expect(clean(text)).toBe(text);
    },
  );
});
