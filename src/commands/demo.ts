// `npm run demo`: a story in the terminal. Everything on screen is computed by the product itself.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dayMs } from "../core/durations.ts";
import type { Language } from "../core/model.ts";
import { fromLocalTime, localTime } from "../core/people/working-time.ts";
import { textsFor } from "../core/text/texts.ts";
import { openRingside, type Ringside } from "../main.ts";
import { createSample, type Sample } from "../sample/create-sample.ts";
import { loadSample } from "../sample/load-sample.ts";
import { openTraining, type Training } from "../wiring/training.ts";
import { createStage, type DemoOptions, type Story } from "./demo/stage.ts";

/** What each scene returned, by its name. */
export type DemoReport = Record<string, object>;

/** When and where a story plays: its people, across their zones, may all be written to then. */
const settings: Record<Language, { zones: [string, ...string[]]; minutes: number }> = {
  en: { zones: ["Europe/London", "America/New_York"], minutes: 14.5 * 60 },
  zh: { zones: ["Asia/Shanghai"], minutes: 10 * 60 },
};

type Playing = DemoOptions & {
  story: Story;
  /** The library, where somebody has read it already, as in tests. */
  training?: Training;
};

/** Plays a story on a data folder of its own, which is gone afterwards. */
export async function demo({ story, training, ...options }: Playing): Promise<DemoReport> {
  const dataDir = mkdtempSync(join(tmpdir(), "ringside-demo-"));
  const clock = { now: Date.now() };
  const library = training ?? openTraining({ dataDir, log: options.log });
  try {
    const ringside = await openRingside({
      ...{ dataDir, log: options.log, clock: () => clock.now, training: library },
    });
    try {
      clock.now = settingOf(ringside, options.language);
      await library.reload();
      return await play({ ringside, options, story, clock });
    } finally {
      await ringside.close();
    }
  } finally {
    if (!training) library.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

type Played = {
  ringside: Ringside;
  options: DemoOptions;
  story: Story;
  clock: { now: number };
};

async function play({ ringside, options, story, clock }: Played): Promise<DemoReport> {
  const texts = textsFor(options.language).demo;
  const sample = await load(ringside, options);
  const advance = (ms: number) => {
    clock.now += ms;
  };
  const stage = createStage({ ringside, sample, options, advance });
  const report: DemoReport = {};
  for (const [index, scene] of story.entries()) {
    const number = { number: index + 1, of: story.length };
    await stage.tell(texts.scene({ ...number, title: texts.scenes[scene.name] ?? scene.name }));
    report[scene.name] = await scene.play(stage);
  }
  options.print(`\n${texts.where}`);
  for (const step of texts.steps) options.print(`  ${step}`);
  options.print(`\n${texts.honest}`);
  return report;
}

/** Such a moment on the last day, today at the latest, that is worked in all those zones. */
function settingOf({ workdays, clock }: Ringside, language: Language): number {
  const { zones, minutes } = settings[language];
  for (let at = clock(); ; at -= dayMs) {
    const { day } = localTime(at, zones[0]);
    if (zones.every((zone) => workdays.isWorkday(day, zone)))
      return fromLocalTime({ day, minutes }, zones[0]);
  }
}

async function load(ringside: Ringside, options: DemoOptions): Promise<Sample> {
  const began = performance.now();
  const sample = createSample({ now: ringside.clock() });
  const { records, gate, events } = ringside;
  await loadSample(sample, { store: records, gate, events });
  options.print(
    textsFor(options.language).demo.loaded({
      people: sample.people.length,
      accounts: sample.accounts.length,
      deals: sample.deals.filter(({ status }) => status !== "open").length,
      touches: sample.touches.length,
      seconds: ((performance.now() - began) / 1_000).toFixed(1),
    }),
  );
  return sample;
}
