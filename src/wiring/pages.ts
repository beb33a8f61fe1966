// Wires the pages of customers and of data health: links where there is a public address, and word of new touches for those that are open.
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { Hono } from "hono";
import type { Clock, Store } from "../core/ports.ts";
import { createNews, type News } from "../news.ts";
import { createContractFiles } from "../sources/contracts/contract-files.ts";
import type { OpenEventLog } from "../store/event-log/event-log.ts";
import { readLinkKey } from "../store/link-key.ts";
import { type CustomerLinks, createCustomerLinks } from "../web/customer-page/links.ts";
import { createHealthLinks, type HealthLinks } from "../web/health-page/links.ts";
import { createHealthPage } from "../web/health-page/routes.ts";
import type { Metrics } from "../web/metrics.ts";
import type { WebLog } from "../web/problem.ts";

export type PageParts = {
  events: OpenEventLog;
  /** Tells whenever touches were stored. */
  touchNews: News;
  customerPages?: CustomerLinks;
  healthPages?: HealthLinks;
};

/** The live page of health, for the public listener; undefined without a public address. */
export function openHealthPage(
  { dataDir, clock, store, metrics }: HealthSite,
  { pages, log }: { pages: Given["pages"]; log: WebLog },
): Hono | undefined {
  if (!pages) return undefined;
  const links = createHealthLinks({ ...pages, key: readLinkKey(dataDir), clock });
  const contractFiles = createContractFiles({
    ...{ own: join(dataDir, "playbooks", "contracts"), clock },
  });
  const services = { store, clock, contractFiles, pause: () => setImmediate() };
  return createHealthPage({ links, services, log, views: metrics.pageViews });
}

type HealthSite = { dataDir: string; clock: Clock; store: Store; metrics: Metrics };

type Given = {
  events: OpenEventLog;
  clock: Clock;
  dataDir: string;
  pages: { publicUrl: string; lifeMs: number } | undefined;
};

/** Without a public address there are no links, and everything else is the same. */
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
  const given = { ...pages, key, clock };
  return {
    ...{ ...parts, customerPages: createCustomerLinks(given) },
    healthPages: createHealthLinks(given),
  };
}
