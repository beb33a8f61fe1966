// One of the servers under load, in a process of its own: prints its port, ends with its input and
// prints the processor time since the last line of it.
import { once } from "node:events";
import { join } from "node:path";

const [kind = "ours", folder = "."] = process.argv.slice(2);
const servers = {
  ours: async () => (await import("./ours.ts")).serve,
  usual: async () => (await import("./usual.ts")).serve,
  bare: async () => (await import("./bare.ts")).serve,
};
const serve = await servers[kind as keyof typeof servers]();
const server = await serve(join(folder, kind));
process.stdout.write(`${server.port}\n`);
let before = process.cpuUsage();
process.stdin.on("data", () => {
  before = process.cpuUsage();
});
await once(process.stdin, "end");
const { user, system } = process.cpuUsage(before);
process.stdout.write(`${user + system}\n`);
await server.close();
