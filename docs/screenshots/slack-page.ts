// A card as Slack's clients draw it: our blocks through a public renderer of Block Kit.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { Message, type MessageProps } from "slack-blocks-to-jsx";
import { isDrawn, pictureKeyOf } from "../../src/chat/slack/files/images.ts";
import type { SlackBlock } from "../../src/chat/slack/render/text.ts";
import { renderMessage } from "../../src/chat/slack/render.ts";
import type { Card } from "../../src/core/card.ts";
import { readingOf } from "../../src/core/text/format.ts";
import { drawChart } from "../../src/pictures/draw-chart.ts";
import type { Offer } from "./offers.ts";

const styleFile = createRequire(import.meta.url).resolve("slack-blocks-to-jsx/dist/style.css");

/** A page with the one message on it. */
export function renderSlackPage({ card, language, rep }: Offer): string {
  const { texts, format } = readingOf(rep);
  const pictures = picturesOf(card);
  const images = new Map([...pictures.keys()].map((key) => [key, key]));
  const blocks = renderMessage(card, { texts, images }).blocks.map((block) =>
    "slack_file" in block ? withPicture(block, pictures) : block,
  );
  const message = createElement(Message, {
    blocks: blocks as unknown as MessageProps["blocks"],
    logo: mark,
    name: "Ringside",
    withoutWrapper: true,
    // Slack writes dates in the reader's zone; the renderer would take this machine's.
    hooks: {
      date: ({ timestamp }) => {
        const at = Number(timestamp) * 1000;
        return `${format.day(at)} ${format.time(at)}`;
      },
    },
  });
  return `<!doctype html><html lang="${language}"><meta charset="utf-8">
    <style>${readFileSync(styleFile, "utf8")}</style>
    <style>body { margin: 0; font-family: "Lato", "Noto Sans", "Noto Sans CJK SC", sans-serif; background: #fff }
      #message { padding: 12px; width: 366px; overflow-wrap: anywhere }</style>
    <div id="message">${renderToStaticMarkup(message)}</div></html>`;
}

/** What we upload to Slack, by the key that its message names. */
function picturesOf({ blocks }: Card): Map<string, string> {
  const drawn = blocks.filter((block) => block.t === "chart").filter(isDrawn);
  return new Map(
    drawn.map((chart) => {
      const png = Buffer.from(drawChart(chart) ?? []).toString("base64");
      return [pictureKeyOf(chart), `data:image/png;base64,${png}`];
    }),
  );
}

function withPicture({ slack_file: file, ...block }: SlackBlock, pictures: Map<string, string>) {
  const { id } = file as { id: string };
  return { ...block, image_url: pictures.get(id) };
}

/** The bot's picture: its colour in the manifest. */
const mark = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><rect width="8" height="8" rx="1.5" fill="#1f2937"/></svg>',
)}`;
