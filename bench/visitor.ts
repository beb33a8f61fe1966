// `bench visitor`: one visitor with a million touches, who is named at the very end, against a crowd that made as many.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { VisitorMeasures } from "./visitor/measures.ts";

/** By default. */
const aMillion = 1_000_000;
/** The crowd: each visitor of it makes fifty touches. */
const crowd = 20_000;
const weeksBack = 6;

/** Imports both, each into a bot of its own, and asks each for the same cards. */
export async function benchVisitor(
  note: (line: string) => void,
  touches = aMillion,
): Promise<object> {
  const folder = await mkdtemp(join(tmpdir(), "ringside-visitor-"));
  try {
    const one = await measure(folder, { name: "one", visitors: 1, touches, note });
    const many = await measure(folder, { name: "many", visitors: crowd, touches, note });
    const [cpu] = cpus();
    return {
      name: "visitor",
      machine: { cpu: cpu?.model, cores: cpus().length, load: loadavg()[0] },
      ours: { touches, ...one },
      peers: { crowd: { touches, visitors: crowd, ...many } },
      ratios: ratiosOf(one, many),
      notes: [
        "The visitor is named by an address in the last touch: identity, chains and cards meet the whole history then.",
        "readEverythingMs is what the customer's card would wait for if it read every touch: the usual shape, in the same run.",
        "A ratio of 1: a million touches of one visitor cost what a million of twenty thousand do.",
      ],
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

type Shape = { name: string; visitors: number; touches: number; note: (line: string) => void };

async function measure(
  folder: string,
  { name, visitors, touches, note }: Shape,
): Promise<VisitorMeasures> {
  const file = join(folder, `${name}.jsonl`);
  await writeTouches(file, { visitors, touches });
  const entry = fileURLToPath(new URL("./visitor/serve.ts", import.meta.url));
  const command = ["--import", "tsx", entry, file, join(folder, name)];
  const bot = spawn(process.execPath, command, { stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  bot.stdout.on("data", (data) => {
    said += String(data);
  });
  await once(bot, "close");
  await rm(join(folder, name), { recursive: true, force: true });
  const measured = JSON.parse(said) as VisitorMeasures;
  note(`${name}: imported in ${measured.importSeconds} s, card ${measured.cardMs} ms`);
  return measured;
}

async function writeTouches(
  file: string,
  { visitors, touches }: Pick<Shape, "visitors" | "touches">,
): Promise<void> {
  const out = createWriteStream(file);
  const start = Date.now() - weeksBack * 7 * 86_400_000;
  const stepMs = (weeksBack * 7 * 86_400_000) / touches;
  for (let index = 0; index < touches; index += 1) {
    const isLast = index === touches - 1;
    const visitor = isLast ? 0 : (index * 7_919) % visitors;
    const touch = {
      ...{ id: `t${index}`, type: typeOf(index), anonymousId: `cookie-${visitor}`, source: "web" },
      at: new Date(start + index * stepMs).toISOString(),
      props: { page: "pricing", ...(isLast ? { who: { email: "wang@acme.example" } } : {}) },
    };
    if (!out.write(`${JSON.stringify(touch)}\n`)) await once(out, "drain");
  }
  out.end();
  await once(out, "close");
}

/** Somebody calls once, long ago: found among the million or not. */
function typeOf(index: number): string {
  if (index === 1_000) return "call.received";
  return index % 10 === 0 ? "file.download" : "page.view";
}

function ratiosOf(one: VisitorMeasures, many: VisitorMeasures): Record<string, number> {
  const ratio = (peer: number, own: number) => Math.round((peer / own) * 100) / 100;
  return {
    importAndResolve: ratio(
      many.importSeconds + many.caughtUpSeconds,
      one.importSeconds + one.caughtUpSeconds,
    ),
    card: ratio(many.cardMs, one.cardMs),
    cardAgainstReadingEverything: ratio(one.readEverythingMs, one.cardMs),
    memory: ratio(many.peakMegabytes, one.peakMegabytes),
  };
}
