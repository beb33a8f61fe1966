// Wires the pages of customers: links where there is a public address, and word of new touches for those that are open.
import type { Clock } from "../core/ports.ts";
import { createNews, type News } from "../news.ts";
import type { OpenEventLog } from "../store/event-log.ts";
import { readLinkKey } from "../store/link-key.ts";
import { type CustomerLinks, createCustomerLinks } from "../web/customer-page/links.ts";

export type PageParts = {
  events: OpenEventLog;
  /** Tells whenever touches were stored. */
  touchNews: News;
  customerPages?: CustomerLinks;
};

type Given = {
  events: OpenEventLog;
  clock: Clock;
  dataDir: string;
  pages: { publicUrl: string; lifeMs: number } | undefined;
};

export function createPageParts({ events, clock, dataDir, pages }: Given): PageParts {
  const touchNews = createNews();
  const append: OpenEventLog["append"] = async (touches) => {
    const counts = await events.append(touches);
    if (counts.stored > 0) touchNews.tell();
    return counts;
  };
  const parts = { events: { ...events, append }, touchNews };
  if (!pages) return parts;
  const key = readLinkKey(dataDir);
  return { ...parts, customerPages: createCustomerLinks({ ...pages, key, clock }) };
}
