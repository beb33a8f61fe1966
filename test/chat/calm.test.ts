import { describe, expect, it } from "vitest";
import { createCalm } from "../../src/chat/calm.ts";

/** Something under way that the test ends. */
function anAck() {
  let end = (): void => {};
  const work = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { work, end: () => end() };
}

describe("calm", () => {
  it("comes at once when nobody waits for anything", async () => {
    await expect(createCalm().come()).resolves.toBeUndefined();
  });

  it("does not come while an acknowledgement is under way, and comes after it", async () => {
    const calm = createCalm({ mostMs: 10_000 });
    const ack = anAck();
    const order: string[] = [];
    const acknowledged = calm.during(ack.work).then(() => order.push("acknowledged"));
    const come = calm.come().then(() => order.push("calm"));
    ack.end();
    await Promise.all([acknowledged, come]);
    expect(order).toEqual(["acknowledged", "calm"]);
  });

  it("comes after a while although the crowd never rests", async () => {
    const calm = createCalm({ mostMs: 5 });
    const ack = anAck();
    const acknowledged = calm.during(ack.work);
    await calm.come();
    await calm.come();
    ack.end();
    await acknowledged;
  });

  it("comes sooner to each the longer a line stands while the crowd never rests", async () => {
    const calm = createCalm({ mostMs: 20 });
    const ack = anAck();
    const acknowledged = calm.during(ack.work);
    const came: number[] = [];
    const began = performance.now();
    const line = Array.from({ length: 80 }, () =>
      calm.come().then(() => came.push(performance.now() - began)),
    );
    await Promise.all(line);
    const [first = 0, beforeLast = 0, last = 0] = [came[4], came[74], came[79]];
    expect(last - beforeLast).toBeLessThan(first);
    ack.end();
    await acknowledged;
  });

  it("comes to one after another", async () => {
    const calm = createCalm();
    const order: number[] = [];
    await Promise.all([1, 2, 3].map((at) => calm.come().then(() => order.push(at))));
    expect(order).toEqual([1, 2, 3]);
  });

  it("hands on what an acknowledgement answers, and how it fails", async () => {
    const calm = createCalm();
    await expect(calm.during(Promise.resolve("answer"))).resolves.toBe("answer");
    await expect(calm.during(Promise.reject(new Error("no")))).rejects.toThrow("no");
    await expect(calm.come()).resolves.toBeUndefined();
  });
});
