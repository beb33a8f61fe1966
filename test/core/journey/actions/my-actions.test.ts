import { expect, it } from "vitest";
import { en } from "../../../../src/core/text/en.ts";
import { zh } from "../../../../src/core/text/zh.ts";

it("tells what was put off beside what is to do, so that none to do is no riddle", () => {
  expect(en.actions.waiting({ count: 0, late: 0, later: 1 })).toBe("0 to do, 1 put off.");
  expect(en.actions.waiting({ count: 2, late: 1, later: 0 })).toBe("2 to do, 1 overdue.");
  expect(zh.actions.waiting({ count: 0, late: 0, later: 1 })).toBe("0 条待办，另有 1 条稍后处理。");
  expect(zh.actions.waiting({ count: 2, late: 1, later: 0 })).toBe("2 条待办，其中 1 条逾期。");
});
