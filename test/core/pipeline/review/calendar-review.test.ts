import { describe, expect, it } from "vitest";
import {
  isReviewTitle,
  usualReviewTitles,
  withoutReviewWords,
} from "../../../../src/core/pipeline/review/calendar-review.ts";
import { reviewSettings } from "../../../../src/settings/reviews.ts";

const isReview = (title: string) => isReviewTitle(title, usualReviewTitles);

describe("the title of a meeting", () => {
  it.each([
    "Deal review: Acme",
    "ACME  DEAL  REVIEW",
    "Weekly pipeline reviews",
    "华星 商机评审",
    "商機復盤：華星",
    "项目复盘（华星）",
    "Ｄｅａｌ　Ｒｅｖｉｅｗ",
  ])("says deal review in “%s”", (title) => {
    expect(isReview(title)).toBe(true);
  });

  it.each(["Quarterly business review", "Code review", "ideal reviewer", "复盘", "", "Demo Acme"])(
    "says none in “%s”",
    (title) => {
      expect(isReview(title)).toBe(false);
    },
  );

  it("leaves the name of the deal when its words are taken out", () => {
    expect(withoutReviewWords("Deal review: Acme Seats", usualReviewTitles)).toMatch(/acme seats/);
    expect(withoutReviewWords("华星商机评审", usualReviewTitles)).not.toContain("商机");
  });
});

describe("REVIEW_TITLES", () => {
  const { read } = reviewSettings.REVIEW_TITLES;

  it("takes words with commas of both widths, and off", () => {
    expect(read.parse("win review，打单会, 立项会")).toEqual(["win review", "打单会", "立项会"]);
    expect(read.parse("off")).toEqual([]);
    expect(isReviewTitle("打单会 华星", read.parse("打单会"))).toBe(true);
    expect(isReviewTitle("Deal review", read.parse("off"))).toBe(false);
  });

  it("refuses a single letter, which would be in every title", () => {
    expect(read.safeParse("a").success).toBe(false);
  });
});
