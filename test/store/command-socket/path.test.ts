import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { socketPathFor } from "../../../src/store/command-socket/socket.ts";

describe("socketPathFor", () => {
  it("stays inside a data folder with a short path", () => {
    expect(socketPathFor("/srv/ringside/data", "linux")).toBe("/srv/ringside/data/ringside.sock");
  });

  it("moves to the temp folder where Unix would not take the path, one name per folder", () => {
    const long = `/srv/${"销".repeat(40)}`;
    const path = socketPathFor(long, "linux");
    expect(path.startsWith(join(tmpdir(), "ringside-"))).toBe(true);
    expect(Buffer.byteLength(path)).toBeLessThan(100);
    expect(socketPathFor(`${long}/`, "linux")).toBe(path);
    expect(socketPathFor(`${long}2`, "linux")).not.toBe(path);
  });

  it("is a named pipe on Windows", () => {
    expect(socketPathFor("/srv/data", "win32")).toMatch(/^\\\\\.\\pipe\\ringside-[0-9a-f]{16}$/);
  });
});
