// The pictures in the docs: they are there, shown, small, and what they are drawn from still works.
import { existsSync, readFileSync, statSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { withOffers } from "../docs/screenshots/offers.ts";
import { renderSlackPage } from "../docs/screenshots/slack-page.ts";
import { languages } from "../src/core/model.ts";

const root = new URL("../", import.meta.url);
const pictures = ["slack", "local"].flatMap((surface) =>
  languages.map((language) => `docs/screenshots/${surface}-${language}.png`),
);
const talks = ["practice", "report"].flatMap((part) =>
  languages.map((language) => `docs/screenshots/${part}-${language}.png`),
);
const readme = readFileSync(new URL("README.md", root), "utf8");

describe("the pictures", () => {
  it.each(pictures)("%s is there, small, and shown in the README", (path) => {
    expect(existsSync(new URL(path, root))).toBe(true);
    expect(statSync(new URL(path, root)).size).toBeLessThan(300_000);
    expect(readme).toContain(path);
  });

  it.each(talks)("%s is there, small, and shown in docs/practice.md", (path) => {
    expect(statSync(new URL(path, root)).size).toBeLessThan(300_000);
    const page = readFileSync(new URL("docs/practice.md", root), "utf8");
    expect(page).toContain(path.replace("docs/", ""));
  });

  it("are drawn from cards the product computed, in both languages", async () => {
    await withOffers(async (offers) => {
      expect(offers.map(({ language }) => language).toSorted()).toEqual([...languages].toSorted());
      for (const offer of offers) {
        const page = renderSlackPage(offer);
        for (const part of offer.card.title.split(" · ")) expect(page).toContain(part);
      }
    });
  });
});
