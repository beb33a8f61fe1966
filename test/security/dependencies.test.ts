// What is installed is what the lock file says, and only what we decided may run a script while it is.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

type Locked = {
  integrity?: string;
  optional?: boolean;
  dev?: boolean;
  hasInstallScript?: boolean;
};
const read = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../${name}`, import.meta.url), "utf8")) as unknown;
const { packages } = read("package-lock.json") as { packages: Record<string, Locked> };
const { allowScripts } = read("package.json") as { allowScripts: Record<string, boolean> };
const locked = Object.entries(packages).filter(([path]) => path !== "");
const nameOf = (path: string) => path.slice(path.lastIndexOf("node_modules/") + 13);

describe("a dependency", () => {
  it("has a checksum in the lock file, unless it is another platform's build of one that has", () => {
    const open = locked.filter(([, { integrity = "" }]) => !integrity.startsWith("sha512-"));
    expect(open.filter(([, { optional }]) => !optional)).toEqual([]);
  });

  it("runs a script while it is installed only where package.json decides so by name", () => {
    const withScript = locked.filter(([, one]) => one.hasInstallScript).map(([path]) => path);
    expect(withScript.length).toBeGreaterThan(0);
    expect(withScript.map(nameOf).filter((name) => !(name in allowScripts))).toEqual([]);
  });
});
