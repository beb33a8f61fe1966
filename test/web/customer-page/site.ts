// The pages of a small company, served as the public listener does, with a clock the test moves.
import type { ServerType } from "@hono/node-server";
import { apiServices } from "../../../src/commands/start/listeners.ts";
import type { Touch } from "../../../src/core/model.ts";
import { createCustomerLinks } from "../../../src/web/customer-page/links.ts";
import { createCustomerPages } from "../../../src/web/customer-page/routes.ts";
import { createPublicApp } from "../../../src/web/public-app.ts";
import { hangUp, listen, portOf } from "../../chat/local/browser.ts";
import { testNow } from "../../helpers/people.ts";
import { createWorld, type World } from "../../helpers/world.ts";

const lifeMs = 24 * 3_600_000;
const key = Buffer.alloc(32, 7);

export async function openSite() {
  const time = { now: testNow };
  const clock = () => time.now;
  const world = await createWorld();
  const { records: store, events, metrics, touchNews } = world.ringside;
  const lead = { title: "Acme", contactId: "con_wang", accountId: "acc_acme" };
  await world.add("lead", "led_1", { ...lead, ownerId: "per_ana", status: "accepted" });
  const deal = { name: "Acme scanners", accountId: "acc_acme", stage: "proposal" } as const;
  await world.add("deal", "dea_1", { ...deal, ownerId: "per_ana" });
  const log = { debug: () => {}, error: () => {} };
  const links = createCustomerLinks({ key, publicUrl: "http://ringside.example", lifeMs, clock });
  const pages = createCustomerPages({
    ...{ links, store, events, clock, log, listen: touchNews.listen, views: metrics.pageViews },
    pace: { heartbeatMs: 200, settleMs: 20 },
  });
  const ready = async () => ({ ok: true, parts: {} });
  const services = { ...apiServices(world.ringside), clock };
  const shared = { ...services, metrics, log, ready, version: "1", openMetrics: true };
  const app = createPublicApp({ ...shared, pages });
  const link = (customerId = "acc_acme", readerId = "per_ana") =>
    links.linkTo({ customerId, readerId }).replace("http://ringside.example", "");
  return { app, world, time, link, links, metrics, lifeMs };
}

export type Site = Awaited<ReturnType<typeof openSite>>;

/** Opens a link as a browser does, and returns what it then sends along. */
export async function openAs({ app }: Site, path: string, cookie = ""): Promise<string> {
  const answer = await app.request(`${path}/open`, { method: "POST", headers: { cookie } });
  if (answer.status !== 204) throw new Error(`Not opened: ${answer.status}`);
  return (answer.headers.get("set-cookie") ?? cookie).split(";", 1)[0] ?? "";
}

/** Touches of Wang Li: `count` over ninety days, of several kinds. */
export function manyTouches(count: number): Touch[] {
  const types = ["page.view", "file.download", "email.open", "video.play", "product.login"];
  return Array.from({ length: count }, (_, index) => {
    const at = testNow - Math.floor((index / count) * 90 * 86_400_000) - 1_000;
    return {
      ...{ id: `tch_many_${index}`, contactId: "con_wang", anonymousId: null, accountId: null },
      ...{ type: types[index % types.length] ?? "", at, receivedAt: at, source: "web" },
      props: { page: "pricing" },
    };
  });
}

/** The same over a real port, for a browser. */
export async function serveSite(site: Site): Promise<{ base: string; close(): Promise<void> }> {
  const server: ServerType = await listen((request) => site.app.fetch(request));
  return { base: `http://127.0.0.1:${portOf(server)}`, close: () => hangUp(server) };
}

/** Everything closed. */
export async function closeSite({ world }: { world: World }): Promise<void> {
  await world.close();
}
