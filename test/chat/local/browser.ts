// Headless Chromium for tests of the page, where there is one.
import { existsSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { type ServerType, serve } from "@hono/node-server";
import { type Browser, chromium, type Page } from "playwright-core";

const executablePath = "/usr/bin/chromium";
const args = [
  ...["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
  ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
];

export const hasBrowser = existsSync(executablePath);

/** A name for tests that need it, saying why they do not run. */
export const inBrowser = (name: string) =>
  hasBrowser ? name : `${name} (not run: there is no ${executablePath})`;

export const openBrowser = (): Promise<Browser> => chromium.launch({ executablePath, args });

/** Serves on loopback; port 0 is any that is free. */
export function listen(fetch: (request: Request) => Response | Promise<Response>, port = 0) {
  return new Promise<ServerType>((resolve) => {
    const made = serve({ fetch, port, hostname: "127.0.0.1" }, () => resolve(made));
  });
}

export function portOf(server: ServerType): number {
  return (server.address() as AddressInfo).port;
}

/** Ends the server and every connection, live streams included. */
export async function hangUp(server: ServerType): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  if ("closeAllConnections" in server) server.closeAllConnections();
  await closed;
}

/** What goes wrong on a page: errors in its console, errors thrown, dialogs opened. A live list. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on("console", (entry) => entry.type() === "error" && complaints.push(entry.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("dialog", (dialog) => complaints.push(dialog.message()));
  return complaints;
}
