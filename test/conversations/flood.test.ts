import { expect } from "vitest";
import { textsFor } from "../../src/core/text/texts.ts";
import { onEverySurface } from "../helpers/surfaces.ts";

const { en, zh } = { en: textsFor("en"), zh: textsFor("zh") };

onEverySurface(
  // A twentieth of what people may usually send: the limit is the same, and five platforms are sooner through.
  { title: "a flood", options: async () => ({ flood: { burst: 6, perMinute: 6 } }) },
  {
    "is told once to slow down, in either language, holds nobody else up, and is over after a while":
      async ({ world, as }) => {
        const [ana, lei, mia] = [as("per_ana"), as("per_lei"), as("per_mia")];
        for (let number = 0; number < 10; number += 1) await ana.says(`qqq ${number}`);
        const told = (await ana.all()).filter(({ text }) => text.includes(en.chat.tooFast));
        expect(told).toHaveLength(1);
        const answered = (await ana.all()).length;
        await ana.says("help again");
        expect(await ana.all()).toHaveLength(answered);

        await mia.says("help");
        expect(await mia.last()).not.toContain(en.chat.tooFast);

        for (let number = 0; number < 8; number += 1) await lei.says(`嗯嗯 ${number}`);
        expect(await lei.last()).toContain(zh.chat.tooFast);

        await world.passes(60_000);
        await ana.says("my leads");
        expect((await ana.all()).length).toBeGreaterThan(answered);
        expect(await ana.last()).not.toContain(en.chat.tooFast);
      },
  },
);
