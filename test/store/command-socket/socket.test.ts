import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, statSync, writeFileSync } from "node:fs";
import { connect, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { NotFound, Refused, RetryLater } from "../../../src/core/errors.ts";
import {
  type CommandHandler,
  type CommandServer,
  callCommand,
  serveCommands,
  socketPathFor,
} from "../../../src/store/command-socket/socket.ts";

const newFolder = () => mkdtempSync(join(tmpdir(), "ringside-"));

/** A promise with its key outside. */
function gate<Value = void>() {
  let open: (value: Value) => void = () => {};
  const opened = new Promise<Value>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

describe("command socket", () => {
  let path: string;
  let handle: CommandHandler;
  let bugs: unknown[];
  let server: CommandServer;

  const call = (command: string, args: unknown = null, onProgress = (_line: unknown) => {}) =>
    callCommand(path, { command, args }, onProgress);
  const serve = async (drainMs?: number) => {
    const options = { onBug: (error: unknown) => bugs.push(error) };
    server = await serveCommands(
      path,
      (...call) => handle(...call),
      drainMs === undefined ? options : { ...options, drainMs },
    );
  };
  const rawClient = async (): Promise<Socket> => {
    const socket = connect(path);
    await once(socket, "connect");
    return socket;
  };

  beforeEach(async () => {
    path = socketPathFor(newFolder());
    bugs = [];
    handle = async ({ command, args }) => ({ command, args });
    await serve();
  });

  afterEach(() => server.close());

  it("gives a command and its arguments to the owner and brings back the result", async () => {
    const args = { file: "试驾.csv", rows: [1, null, "two\nlines"] };
    expect(await call("import", args)).toEqual({ command: "import", args });
  });

  it("brings back null from a command without a result", async () => {
    handle = async () => undefined;
    expect(await call("sync")).toBeNull();
  });

  it("passes progress on, in order, before the result", async () => {
    handle = async (_request, progress) => {
      for (const line of [{ rows: 1 }, "half", null, undefined]) progress(line);
      return "done";
    };
    const lines: unknown[] = [];
    expect(await call("import", {}, (line) => lines.push(line))).toBe("done");
    expect(lines).toEqual([{ rows: 1 }, "half", null, null]);
  });

  it("brings a result of several megabytes", async () => {
    const large = "é".repeat(3_000_000);
    handle = async () => large;
    expect(await call("export")).toBe(large);
  });

  it("throws here what the command threw there", async () => {
    const thrown = [
      new Refused("bad_mapping", "No column is mapped.", { column: "name", row: 3 }),
      new NotFound("no_person", "There is no such person."),
      new RetryLater("The CRM is busy.", { afterMs: 700, ambiguous: true }),
    ];
    for (const error of thrown) {
      handle = () => Promise.reject(error);
      const received = await call("import").catch((caught: unknown) => caught);
      expect(received).toBeInstanceOf(error.constructor);
      expect({ ...(received as Error), message: (received as Error).message }).toEqual({
        ...error,
        message: error.message,
      });
    }
    expect(bugs).toEqual([]);
  });

  it("tells the client nothing about a bug, and the owner everything", async () => {
    const bug = new TypeError("password is undefined");
    handle = () => {
      throw bug;
    };
    await expect(call("import")).rejects.toThrow(/^Something went wrong inside Ringside/);
    handle = async () => 1n;
    await expect(call("import")).rejects.toThrow(/^Something went wrong inside Ringside/);
    expect(bugs).toEqual([bug, expect.any(TypeError)]);
  });

  it("answers in lines of JSON that say kind, code and message", async () => {
    handle = () => Promise.reject(new Refused("bad_mapping", "No column is mapped."));
    const socket = await rawClient();
    socket.write('{"command":"import","args":{}}\n');
    expect(await text(socket)).toBe(
      '{"error":{"kind":"refused","code":"bad_mapping","message":"No column is mapped.","params":{}}}\n',
    );
  });

  it("refuses what is not a request, and goes on serving", async () => {
    for (const line of ["{nonsense\n", "[]\n", '{"args":{}}\n', "\n"]) {
      const socket = await rawClient();
      socket.write(line);
      expect(JSON.parse(await text(socket))).toMatchObject({
        error: { code: "request_malformed" },
      });
    }
    expect(await call("still")).toMatchObject({ command: "still" });
  });

  it("refuses a line of 10 MB, on either side", async () => {
    const socket = await rawClient();
    socket.write(Buffer.alloc(10_000_000, "x"));
    expect(JSON.parse(await text(socket))).toMatchObject({ error: { code: "request_too_large" } });
    await expect(call("import", "x".repeat(10_000_000))).rejects.toMatchObject({
      name: "Refused",
      code: "request_too_large",
    });
    expect(await call("still")).toMatchObject({ command: "still" });
  });

  it("takes a request that arrives in pieces", async () => {
    const socket = await rawClient();
    for (const byte of Buffer.from('{"command":"试驾","args":1}\n')) {
      socket.write(Buffer.of(byte));
      await new Promise(setImmediate);
    }
    expect(JSON.parse(await text(socket))).toEqual({ result: { command: "试驾", args: 1 } });
  });

  it("aborts the command of a client that hangs up, and goes on serving", async () => {
    const started = gate();
    const aborted = gate<unknown>();
    handle = async (_request, progress, signal) => {
      signal.addEventListener("abort", () => aborted.open(signal.reason));
      started.open();
      await sleep(60_000, undefined, { signal }).finally(() => progress("too late"));
    };
    const socket = await rawClient();
    socket.write('{"command":"import","args":{}}\n');
    await started.opened;
    socket.destroy();
    expect(await aborted.opened).toBeInstanceOf(RetryLater);

    handle = async () => "well";
    expect(await call("still")).toBe("well");
    expect(bugs).toEqual([]);
  });

  it("outlives a client that hangs up before it has asked", async () => {
    const socket = await rawClient();
    socket.write('{"command":');
    socket.destroy();
    expect(await call("still")).toMatchObject({ command: "still" });
  });

  it("serves several clients at once", async () => {
    const all = gate();
    let waiting = 0;
    handle = async ({ args }, progress) => {
      progress(args);
      if (++waiting === 20) all.open();
      await all.opened;
      return args;
    };
    const numbers = Array.from({ length: 20 }, (_, number) => number);
    const progress: unknown[] = [];
    const results = await Promise.all(
      numbers.map((number) => call("count", number, (line) => progress.push(line))),
    );
    expect(results).toEqual(numbers);
    expect(new Set(progress)).toEqual(new Set(numbers));
  });

  it("finishes the command under way when it closes, and takes no other", async () => {
    const started = gate();
    const finish = gate();
    handle = async () => {
      started.open();
      await finish.opened;
      return "done";
    };
    const idle = await rawClient();
    const result = call("import");
    await started.opened;
    const closed = server.close();
    await once(idle.resume(), "close");
    await expect(call("other")).rejects.toMatchObject({ code: "not_running" });
    finish.open();
    expect(await result).toBe("done");
    await closed;
    expect(existsSync(path)).toBe(false);
  });

  it("stops a command that takes longer than closing can wait", async () => {
    await server.close();
    await serve(0);
    const started = gate();
    handle = async (_request, _progress, signal) => {
      started.open();
      await sleep(60_000, undefined, { signal });
    };
    const result = call("import");
    await started.opened;
    await Promise.all([
      expect(result).rejects.toMatchObject({ name: "RetryLater", ambiguous: true }),
      server.close(),
    ]);
    expect(bugs).toEqual([]);
  });

  it("waits for the command of a client that has gone", async () => {
    const started = gate();
    const finish = gate();
    const aborted = gate();
    let finished = false;
    handle = async (_request, _progress, signal) => {
      signal.addEventListener("abort", () => aborted.open());
      started.open();
      await finish.opened;
      finished = true;
    };
    const socket = await rawClient();
    socket.write('{"command":"import","args":{}}\n');
    await started.opened;
    socket.destroy();
    await aborted.opened;
    const closed = server.close().then(() => finished);
    finish.open();
    expect(await closed).toBe(true);
  });

  it("tells a client whose owner goes away that the command may have been carried out", async () => {
    const lonely = socketPathFor(newFolder());
    const broken = createServer((socket) => socket.once("data", () => socket.destroy()));
    broken.listen(lonely);
    await once(broken, "listening");
    const error = await callCommand(lonely, { command: "import", args: 1 }, () => {}).catch(
      (caught: unknown) => caught,
    );
    expect(error).toMatchObject({ name: "RetryLater", ambiguous: true });
    broken.close();
  });

  it("says that nobody is running, be there no socket or a dead one", async () => {
    const refusal = { name: "Refused", code: "not_running" };
    await server.close();
    await expect(call("import")).rejects.toMatchObject(refusal);
    writeFileSync(path, "");
    await expect(call("import")).rejects.toMatchObject(refusal);
  });

  it("replaces what a killed process left in its place", async () => {
    await server.close();
    writeFileSync(path, "");
    await serve();
    expect(await call("still")).toMatchObject({ command: "still" });
  });

  it("says so when it cannot listen", async () => {
    const folder = join(newFolder(), "ringside.sock");
    mkdirSync(folder);
    const options = { onBug: (error: unknown) => bugs.push(error) };
    const refusal = { name: "Refused", code: "socket_unavailable" };
    await expect(serveCommands(folder, handle, options)).rejects.toMatchObject(refusal);
    const nowhere = join(newFolder(), "no", "ringside.sock");
    await expect(serveCommands(nowhere, handle, options)).rejects.toMatchObject(refusal);
  });

  it.skipIf(process.platform === "win32")("lets only its own user in", () => {
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });
});
