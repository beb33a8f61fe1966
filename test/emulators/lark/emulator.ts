// A Lark of our own on loopback: the calls, frames and refusals of Lark, as far as we know them.
// It proves that the SDK and our code speak this protocol, not that Lark accepts it.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type Api, createApi } from "./api.ts";
import { createFaults, type Faults } from "./faults.ts";
import { createSockets, type Sockets } from "./sockets.ts";
import { createState, type State } from "./state.ts";

export type Emulator = {
  url: string;
  state: State;
  faults: Faults;
  sockets: Sockets;
  /** Ends it; an error says what Lark would have refused. */
  close(): Promise<void>;
};

export async function startEmulator({
  clock = Date.now,
}: {
  clock?: () => number;
} = {}): Promise<Emulator> {
  const state = createState(clock);
  const faults = createFaults();
  const api: Api = createApi(state, faults, () => url());
  const server = createServer((request, response) => {
    api(request, response).catch(() => response.destroy());
  });
  const sockets = createSockets(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: url(),
    ...{ state, faults, sockets },
    async close() {
      sockets.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      if (state.complaints.length > 0) throw new Error(state.complaints.join("\n"));
    },
  };
}
