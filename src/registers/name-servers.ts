// Name servers: whether a domain is there and takes mail. Waits two seconds and never throws.
import { Resolver } from "node:dns/promises";
import type { LookedUp, NameServers } from "../core/pipeline/checks/company/ports.ts";

export type NameServerOptions = {
  /** Addresses such as 127.0.0.1:5353; by default this machine's own. */
  servers?: string[];
  timeoutMs?: number;
};

export function createNameServers({
  servers,
  timeoutMs = 2_000,
}: NameServerOptions = {}): NameServers {
  const resolver = new Resolver({ timeout: timeoutMs, tries: 1 });
  if (servers) resolver.setServers(servers);
  return {
    mail: (domain) =>
      toLookedUp(async () => {
        const found = await resolver.resolveMx(domain);
        return found.sort((one, other) => one.priority - other.priority).map((one) => one.exchange);
      }),
    async host(domain) {
      const four = await toLookedUp(() => resolver.resolve4(domain));
      return four.state === "none" ? toLookedUp(() => resolver.resolve6(domain)) : four;
    },
  };
}

async function toLookedUp(ask: () => Promise<string[]>): Promise<LookedUp> {
  try {
    const hosts = await ask();
    return hosts.length > 0 ? { state: "found", hosts } : { state: "none" };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOTFOUND" || code === "ENODATA") return { state: "none" };
    return { state: code === "ETIMEOUT" ? "slow" : "offline" };
  }
}
