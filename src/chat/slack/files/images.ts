// Pictures: uploaded once, shown by Slack's id of them, and as their words where that fails.
import { createHash } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import type { webApi } from "@slack/bolt";
import { z } from "zod";
import { type Block, blocksOf, type Card } from "../../../core/card.ts";
import type { SlackClient } from "../client.ts";
import type { Log } from "../transport/bolt-log.ts";

/** The bytes of a picture a card shows. */
export type ReadAsset = (
  id: string,
) => Promise<{ name: string; mediaType: string; bytes: Uint8Array } | undefined>;

/** A picture to be uploaded, with words for those who cannot see it. */
export type Picture = { name: string; bytes: Uint8Array; alt: string };
const uploaded = z.object({
  files: z.array(z.object({ files: z.array(z.object({ id: z.string() })) })),
});

/** Slack shows an uploaded picture only once it has looked at it; before that the whole message is refused. */
export async function upload(
  web: webApi.WebClient,
  { name, bytes, alt }: Picture,
): Promise<string> {
  const answer = await web.filesUploadV2({
    file: Buffer.from(bytes),
    filename: name,
    alt_text: alt,
  });
  const id = uploaded.parse(answer).files[0]?.files[0]?.id;
  if (!id) throw new Error("Slack gave the uploaded picture no id.");
  for (let look = 0; look < mostLooks; look += 1) {
    const { file } = fileInfo.parse(await web.files.info({ file: id }));
    if (file.mimetype) return id;
    await setTimeout(lookAgainMs);
  }
  throw new Error("Slack did not get the uploaded picture ready.");
}

const fileInfo = z.object({ file: z.object({ mimetype: z.string().optional() }) });
const mostLooks = 10;
const lookAgainMs = 300;

type Uploading = {
  client: Pick<SlackClient, "upload">;
  /** Slack's ids of those uploaded before, by asset or by the chart they show. */
  pictures: Map<string, string>;
  readAsset: ReadAsset;
  drawChart: DrawChart;
  log: Log;
};

type Chart = Extract<Block, { t: "chart" }>;

/** A chart as a picture; undefined where there is none of its kind. */
export type DrawChart = (chart: Chart) => Uint8Array | undefined;

/** Slack's ids of a card's pictures; one that cannot be uploaded is shown as its words. */
export async function uploadAll(
  card: Card,
  { client, pictures, log, ...sources }: Uploading,
): Promise<Map<string, string>> {
  for (const { key, alt, read } of picturesOf(card.blocks, sources)) {
    if (pictures.has(key)) continue;
    try {
      const file = await read();
      if (file) pictures.set(key, await client.upload({ ...file, alt }));
    } catch (error) {
      log.warn({ err: error, asset: key }, "a picture was not uploaded");
    }
  }
  return pictures;
}

type Wanted = {
  key: string;
  alt: string;
  read(): Promise<Pick<Picture, "name" | "bytes"> | undefined>;
};

function picturesOf(
  blocks: Block[],
  sources: Pick<Uploading, "readAsset" | "drawChart">,
): Wanted[] {
  const images = blocksOf(blocks, "image").map(({ image: { asset: key }, alt }) => ({
    ...{ key, alt },
    read: () => sources.readAsset(key),
  }));
  const charts = blocksOf(blocks, "chart").filter(isDrawn);
  const drawn = charts.map((chart) => ({
    ...{ key: pictureKeyOf(chart), alt: chart.alt },
    async read() {
      const bytes = sources.drawChart(chart);
      return bytes && { name: `${chart.chart}.png`, bytes };
    },
  }));
  return [...images, ...drawn];
}

/** Slack has neither radars nor heat maps: they come as pictures. */
export function isDrawn({ chart }: Chart): boolean {
  return chart === "radar" || chart === "heatmap";
}

/** The same for charts that look the same. */
export function pictureKeyOf({ alt: _words, ...chart }: Chart): string {
  return createHash("sha256").update(JSON.stringify(chart)).digest("base64url");
}
