import { beforeAll, expect } from "vitest";
import { oneMoment } from "../../src/core/training/one-moment.ts";
import { onEverySurface, onLocalChat } from "../helpers/surfaces.ts";
import { sharedTraining } from "../helpers/training.ts";

beforeAll(() => sharedTraining().reload());

onLocalChat("what is asked before the library is read", {
  "is answered by itself once it is, after one word that it will be": async ({ world, as }) => {
    const { records } = world.ringside;
    for (const [id, asked] of [
      ["per_ana", "say"],
      ["per_lei", "practice"],
    ] as const) {
      const person = await records.read.people.get(id);
      if (!person) throw new Error(id);
      const words = asked === "say" ? "it is too expensive" : "";
      await records.write(async (unit) => {
        await oneMoment(person, { asked, words })(unit);
      });
    }
    await world.passes(1_000);
    const [moment, lines] = await as("per_ana").all();
    expect(moment?.text).toContain("One moment");
    expect(lines?.text).toContain("“it is too expensive”");
    expect(await as("per_lei").last()).toContain("考察要点");
  },
});

onEverySurface("what to say", {
  "gives three lines for an objection, each with its source": async ({ as }) => {
    const ana = as("per_ana");
    await ana.says("say it is too expensive");
    const shown = await ana.last();
    expect(shown).toContain("“it is too expensive”");
    expect(shown.match(/ · (?:finance|manufacturing|medical devices) library/g)).toHaveLength(3);
    expect(shown.match(/Kept in: \S+entries\.yaml:\d+/g)).toHaveLength(3);
    expect(shown).toMatch(/price anchoring|discount demand/);
  },

  "names a source by its place in the library, not in this machine's folders": async ({ as }) => {
    const ana = as("per_ana");
    await ana.says("say medical: it is too expensive");
    const places = (await ana.last()).match(/\S*entries\.yaml:\d+/g) ?? [];
    expect(places).toHaveLength(3);
    for (const place of places) expect(place).toMatch(/^[a-z]+\/en\/entries\.yaml:\d+$/);
  },

  "gives Chinese lines for Chinese words, whatever the rep's language": async ({ as }) => {
    const lei = as("per_lei");
    await lei.says("话术 太贵了");
    expect(await lei.last()).toContain("“太贵了”");
    expect(await lei.last()).toMatch(/zh\/entries\.yaml:\d+/);
    const ana = as("per_ana");
    await ana.says("say 太贵了");
    expect(await ana.last()).toMatch(/zh\/entries\.yaml:\d+/);
  },

  "looks in the library that is named, and offers the others": async ({ as }) => {
    const ana = as("per_ana");
    await ana.says("say manufacturing: your competitor is cheaper");
    expect(await ana.last()).toContain("manufacturing library");
    await ana.taps("In finance");
    expect(await ana.last()).toContain("finance library");
  },

  "begins with the library of the rep's own speciality": async ({ as }) => {
    const ana = as("per_ana"); // her industries: medical
    await ana.says("say we have no budget this year");
    expect((await ana.last()).match(/medical devices library/g)).toHaveLength(3);
  },

  "asks for the customer's words when there are none": async ({ as }) => {
    const lei = as("per_lei");
    await lei.says("话术");
    expect(await lei.last()).toContain("客户是怎么说的？");
    expect((await lei.fills({ objection: "", vertical: "" })).errors).toHaveProperty("objection");
    await lei.fills({ objection: "先发份资料看看", vertical: "medical" });
    expect(await lei.last()).toContain("医疗器械话术库");
  },

  "is one tap away for a customer's words that were forwarded or pasted": async ({ as }) => {
    const ana = as("per_ana");
    await ana.says("We would love to, but the budget has been frozen until spring");
    await ana.taps("What do I say to this?");
    expect(await ana.last()).toMatch(/entries\.yaml:\d+/);
    const lei = as("per_lei");
    await lei.says("今年预算冻结了，明年再看吧");
    await lei.taps("这句怎么回？");
    expect(await lei.last()).toMatch(/zh\/entries\.yaml:\d+/);
  },

  "says so when nothing fits": async ({ as }) => {
    const ana = as("per_ana");
    await ana.says("say qqqq zzzz xxxx");
    expect(await ana.last()).toContain("I have no line for that");
  },

  "rehearses a line: their words, an answer aloud, then what works": async ({ as }) => {
    const ana = as("per_ana");
    await ana.says("say it is too expensive");
    await ana.taps("Practise 1");
    await ana.taps("Aloud, without a score");
    expect(await ana.last()).toContain("PRACTICE");
    expect(await ana.last()).toContain("Answer aloud");
    await ana.taps("Show what works");
    expect(await ana.last()).toContain("Why it works");
    await ana.taps("Once more");
    expect(await ana.last()).toContain("Answer aloud");
  },
});
