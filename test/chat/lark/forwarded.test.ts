import { afterEach, expect, it } from "vitest";
import { messageEvent } from "../../emulators/lark/envelopes.ts";
import { refusal } from "../../emulators/lark/faults.ts";
import { createLarkWorld, type LarkWorld } from "./world.ts";

let world: LarkWorld;
afterEach(() => world.close());

/** As Lark sends it: a placeholder for what was forwarded together. */
const aForward = (messageId: string) => {
  const content = "Merged and Forwarded Message" as unknown as object;
  const said = { from: "ou_ana", type: "merge_forward", content, at: world.now, messageId };
  return messageEvent(world.emulator.state.app, said);
};

it("keeps the words of messages that were forwarded together, not the placeholder", async () => {
  world = await createLarkWorld();
  world.emulator.state.forwards.set("om_1", ["我们同意报价", "合同周一寄出"]);
  expect((await world.emulator.sockets.push(aForward("om_1"))).code).toBe(200);
  expect(world.accepted).toMatchObject([
    { kind: "message", text: "", forwarded: "我们同意报价\n合同周一寄出" },
  ]);
});

it("is an empty message where Lark refuses to tell, and says which permission is missing", async () => {
  world = await createLarkWorld();
  world.emulator.faults.add({ path: /messages\/om_2/, ...refusal(99991672) });
  expect((await world.emulator.sockets.push(aForward("om_2"))).code).toBe(200);
  expect(world.accepted).toMatchObject([{ kind: "message", text: "" }]);
  expect(world.accepted[0]).not.toHaveProperty("forwarded");
  expect(world.logged.join()).toContain("im:message:readonly");
});

it("asks Lark to deliver it again while Lark does not answer", async () => {
  world = await createLarkWorld();
  world.emulator.faults.add({ path: /messages\/om_3/, status: 500, times: 9 });
  expect((await world.emulator.sockets.push(aForward("om_3"))).code).toBe(500);
  expect(world.accepted).toEqual([]);
});
