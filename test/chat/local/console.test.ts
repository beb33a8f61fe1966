import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type ConsoleOptions, runConsole } from "../../../src/chat/local/console.ts";
import { assignmentCard } from "./sample-cards.ts";
import { formCard } from "./sample-forms.ts";
import { openWorld, type World } from "./world.ts";

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

/** Types lines, as a script would be piped in, and gives what the terminal showed. */
async function type(lines: string[], options: Partial<ConsoleOptions> = {}): Promise<string> {
  const output = new PassThrough();
  const shown: string[] = [];
  output.on("data", (chunk) => shown.push(String(chunk)));
  const input = Readable.from(lines.map((line) => `${line}\n`));
  await runConsole({ chat: world.chat, input, output, ...options });
  return shown.join("");
}

describe("the console", () => {
  it("says what is typed and shows what comes", async () => {
    world.behaviour.accept = async (event) => {
      if (event.kind === "message") await world.post("per_ana", assignmentCard("en"));
    };
    const shown = await type(["anything new?"]);
    expect(world.events).toMatchObject([
      { kind: "opened" },
      { kind: "message", text: "anything new?" },
    ]);
    expect(shown).toContain("You are Ana Ruiz");
    expect(shown).toContain("✓ Betasoloin is yours");
    expect(shown).toContain("[1] Accept");
  });

  it("presses a button by its number, and shows the card as it is then", async () => {
    await world.post("per_ana", assignmentCard("en"));
    const card = { ...assignmentCard("en"), title: "Betasoloin accepted", blocks: [] };
    world.behaviour.interact = async () => ({ toast: "Done", card });
    const shown = await type(["1", "99"]);
    expect(world.interactions).toMatchObject([{ kind: "action", ref: "accept-1" }]);
    expect(shown).toContain("Betasoloin accepted");
    expect(shown).toContain("» Done");
    expect(shown).toContain("There is no button 99.");
  });

  it("asks a button's question first", async () => {
    await world.post("per_ana", assignmentCard("en"));
    const shown = await type(["3", "n", "3", "y"]);
    expect(shown).toContain("Give this lead back? Bo is next in line. (y/n)");
    expect(world.interactions).toMatchObject([{ ref: "decline-1" }]);
  });

  it("says numbers while nothing can be pressed", async () => {
    await type(["42"]);
    expect(world.events.at(-1)).toMatchObject({ kind: "message", text: "42" });
  });

  it("goes on as somebody else, found by a part of the name, in their language", async () => {
    await world.post("per_li", assignmentCard("zh"));
    const shown = await type(["/as okaf", "hello", "/as 李", "1"]);
    expect(world.events).toMatchObject([
      { kind: "opened", externalId: "per_ana" },
      { kind: "opened", externalId: "per_ben" },
      { kind: "message", externalId: "per_ben" },
      { kind: "opened", externalId: "per_li" },
    ]);
    expect(shown).toContain("当前身份：李娜");
    expect(shown).toContain("[1] 接受");
    expect(world.interactions).toMatchObject([{ externalId: "per_li", ref: "accept-1" }]);
  });

  it("helps those who are lost", async () => {
    const shown = await type([
      "/help",
      "/people",
      "/as zorro",
      "/as b",
      "/dance",
      "/file",
      "/file /no/such",
    ]);
    for (const words of [
      "/file PATH",
      "Mira Novak (Manager)",
      "Nobody is called “zorro”",
      "Which one: Ben Okafor, Bo Lindqvist?",
      "There is no /dance",
      "Say which file",
      "no readable file at /no/such",
    ]) {
      expect(shown).toContain(words);
    }
  });

  it("drops a file with the words after it", async () => {
    const path = join(mkdtempSync(join(tmpdir(), "ringside-")), "my leads.csv");
    writeFileSync(path, "name\nAcme");
    await type([`/file "${path}" last week's fair`]);
    expect(world.events.at(-1)).toMatchObject({
      kind: "file",
      name: "my leads.csv",
      text: "last week's fair",
    });
  });

  it("asks a form field by field, again where something is wrong", async () => {
    await world.post("per_ana", formCard("en"));
    let tries = 0;
    world.behaviour.interact = async () => {
      tries += 1;
      return tries === 1
        ? { errors: { amount: "That is more than the quote." } }
        : { toast: "Saved" };
    };
    const shown = await type([
      ...["1", "", "much", "90000", "3", "-", "ana ruiz", "1, Risk", "as said", ""],
      ...["1", "80,000", "2"],
    ]);
    expect(shown).toContain("Amount: Please enter a number");
    expect(shown).toContain("That is more than the quote.");
    expect(shown).toContain("» Saved");
    const values = {
      step: "Send the revised quote",
      stage: "negotiation",
      owner: "per_ana",
      objections: ["price", "risk"],
      note: "as said",
    };
    expect(world.interactions).toMatchObject([
      { kind: "submit", ref: "form-save", values: { ...values, amount: 90000 } },
      { kind: "submit", ref: "form-preview", values: { ...values, amount: 80000 } },
    ]);
    const [first] = world.interactions;
    expect(first?.kind === "submit" && "by" in first.values).toBe(false);
  });

  it("asks an opened form at once, and presses its cancel when stopped", async () => {
    await world.post("per_ana", assignmentCard("en"));
    world.behaviour.interact = async ({ kind, ...rest }) =>
      kind === "action" && "ref" in rest && rest.ref === "why-1" ? { open: formCard("en") } : {};
    const shown = await type(["2", "/cancel"]);
    expect(shown).toContain("Next step* [Send the revised quote]:");
    expect(shown).toContain("Nothing was sent.");
    expect(world.interactions).toMatchObject([{ ref: "why-1" }, { ref: "form-cancel" }]);
  });

  it("ends with the script, also in the middle of a form", async () => {
    await world.post("per_ana", formCard("en"));
    const shown = await type(["1"]);
    expect(shown).toContain("Nothing was sent.");
  });

  it("stops at /quit", async () => {
    await type(["/quit", "never said"]);
    expect(world.events).toMatchObject([{ kind: "opened" }]);
  });

  it("waits for the answers before the next line of a script", async () => {
    let release = () => {};
    world.behaviour.accept = async (event) => {
      if (event.kind === "message")
        release = () => void world.post("per_ana", assignmentCard("en"));
    };
    const settle = async () => {
      release();
      release = () => {};
      while ((await world.chat.transcript("per_ana")).length === 1) await new Promise(setImmediate);
    };
    await type(["new lead", "1"], { settle });
    expect(world.interactions).toMatchObject([{ ref: "accept-1" }]);
  });

  it("goes on after an error, with a sentence", async () => {
    await world.post("per_ana", assignmentCard("en"));
    const heard: unknown[] = [];
    world.behaviour.interact = async () => {
      throw new Error("bug");
    };
    const shown = await type(["1", "still here"], { onError: (error) => heard.push(error) });
    expect(shown).toContain("That did not work.");
    expect(heard).toHaveLength(1);
    expect(world.events.at(-1)).toMatchObject({ text: "still here" });
  });

  it("says when nobody is here yet", async () => {
    await world.records.write(async (unit) => {
      const everybody = await unit.people.find({});
      await unit.putRecords(
        "person",
        everybody.map((one) => ({ ...one, active: false })),
      );
    });
    expect(await type(["hello"])).toContain("Nobody is here yet");
  });
});
