// The local chat's routes over a test world, called in memory as a browser would.
import { createLocalRoutes } from "../../../src/chat/local/http/routes.ts";
import { openWorld, type World } from "./world.ts";

type Entries = [string, string | File][];

export type Site = {
  world: World;
  app: ReturnType<typeof createLocalRoutes>;
  /** What went wrong on our side. */
  failures: unknown[];
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  post(path: string, entries: Entries, headers?: Record<string, string>): Promise<Response>;
};

export const ownHeaders = { host: "localhost:4000", origin: "http://localhost:4000" };

export async function openSite(): Promise<Site> {
  const world = await openWorld();
  const failures: unknown[] = [];
  const app = createLocalRoutes(world.chat, { onError: (error) => failures.push(error) });
  return {
    ...{ world, app, failures },
    get: async (path, headers) =>
      app.request(path, { headers: { host: ownHeaders.host, ...headers } }),
    async post(path, entries, headers) {
      const body = new FormData();
      for (const [name, value] of entries) body.append(name, value);
      return app.request(path, { method: "POST", body, headers: { ...ownHeaders, ...headers } });
    },
  };
}
