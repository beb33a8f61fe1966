import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { sourceVariables } from "../../../src/settings/sources.ts";
import { createSources } from "../../../src/sources/touches/sources.ts";

describe("docs/touch-sources.md", () => {
  const docs = readFileSync("docs/touch-sources.md", "utf8");
  it.each(createSources([]).map((source) => [source.id, source] as const))(
    "says of %s where it delivers, with which secret and how late",
    (id, { paths, lateness }) => {
      const row = docs.split("\n").find((line) => line.startsWith(`| \`${id}\``)) ?? "";
      expect(row).toContain(paths[0]);
      expect(row).toContain(sourceVariables[id as keyof typeof sourceVariables]);
      expect(row).toContain(lateness);
    },
  );
});
