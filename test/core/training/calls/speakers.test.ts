import { existsSync, readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { groupBy } from "../../../../src/core/group-by.ts";
import {
  findSpeakers,
  saidTo,
} from "../../../../src/core/training/calls/speakers/find-speakers.ts";

const pitch = "I'm Li Ming from Yuanjing. Our product saves you 12 % and I can send you the proof.";
const doubt = "Your price is too expensive, our budget is gone and we already have a supplier.";
const talk = (first: string, second: string) => [
  { speaker: first, text: pitch },
  { speaker: second, text: doubt },
  { speaker: first, text: "What matters most to you? We can offer training for that." },
  { speaker: second, text: "How much is it? Send me something." },
];

describe("the rep in a call", () => {
  it.each([
    ["their name", talk("Ana Silva", "Wang Li"), "Ana Silva", "Ana Silva"],
    ["their first name", talk("Ana (host)", "Wang Li"), "Ana Silva", "Ana (host)"],
    ["a Chinese name", talk("李雷", "王丽"), "李雷", "李雷"],
    ["their role", talk("Sales", "Client"), "Ana Silva", "Sales"],
    ["the other's role", talk("Speaker 1", "客户"), "Ana Silva", "Speaker 1"],
  ])("is known by %s", (_, lines, name, rep) => {
    expect(findSpeakers(lines, name).speakers).toMatchObject({ rep, ground: "names" });
  });

  it("is guessed by how they talk, with how sure that is", () => {
    const { speakers } = findSpeakers(talk("Speaker 2", "Speaker 1"), "Ana Silva");
    expect(speakers).toMatchObject({ rep: "Speaker 2", ground: "guess" });
    expect(speakers.sure).toBeGreaterThan(0.8);
    expect(saidTo(speakers, "Speaker 1")).toMatchObject({ rep: "Speaker 1", sure: 1 });
  });

  it("is guessed line by line where nobody is named, never surer than 80 %", () => {
    const lines = talk("", "").map(({ text }) => ({ speaker: null, text }));
    const { lines: told, speakers } = findSpeakers(lines, "Ana Silva");
    expect(told.map(({ speaker }) => speaker)).toEqual(["A", "B", "A", "B"]);
    expect(speakers.ground).toBe("lines");
    expect(speakers.sure).toBeLessThanOrEqual(0.8);
  });

  it("is somebody in the call, and every line has a speaker, whatever was said", () => {
    const line = fc.record({
      speaker: fc.constantFrom(null, "A", "B", "Carol"),
      text: fc.string({ maxLength: 60 }),
    });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), (lines) => {
        const { speakers, lines: told } = findSpeakers(lines, "Ana Silva");
        expect(speakers.labels).toContain(speakers.rep);
        expect(told).toHaveLength(lines.length);
        for (const { speaker } of told) expect(speakers.labels).toContain(speaker);
        expect(speakers.sure).toBeGreaterThanOrEqual(0);
        expect(speakers.sure).toBeLessThanOrEqual(1);
      }),
      { numRuns: 100 },
    );
  });

  const file = "../shared/data/persuasion/full_dialog.csv";
  it.skipIf(!existsSync(file))(
    "is found in most talks of strangers, and in nearly all where the guess is sure (skipped without the shared data)",
    () => {
      const rows: { B2: string; B4: string; Unit: string }[] = parse(readFileSync(file), {
        columns: true,
      });
      const talks = groupBy(rows, ({ B2 }) => B2);
      const guesses = [...talks.values()].slice(0, 400).map((turns) => {
        const lines = turns.map(({ B4, Unit }) => ({ speaker: `Speaker ${B4}`, text: Unit }));
        return findSpeakers(lines, "Nobody").speakers;
      });
      const right = ({ rep }: { rep: string }) => rep === "Speaker 0";
      const sure = guesses.filter((guess) => guess.sure >= 0.9);
      expect(guesses.filter(right).length / guesses.length).toBeGreaterThan(0.74);
      expect(sure.filter(right).length / sure.length).toBeGreaterThan(0.9);
    },
  );
});
