import { describe, expect, it } from "vitest";
import { asErrors, LarkFault, type Reaction } from "../../../../src/chat/lark/client/failures.ts";
import { Refused, RetryLater } from "../../../../src/core/errors.ts";

/** Every code Lark names for the calls we make, with what to do. */
const noted: [Reaction, number[]][] = [
  ["later", [99991400, 230020, 230049, 99991403, 230006]],
  ["token", [99991663, 99991661, 10014]],
  ["mask", [230022, 230028]],
  ["renew", [230011, 230110, 231003, 230031]],
  ["refused", [230002, 232009, 230013, 230029, 230053, 230017, 230034, 99992361]],
  ["refused", [230035, 99991672, 99991679, 234008]],
  ["simplify", [230099, 230025, 230001, 11310, 200380, 200381, 200530, 200550, 200570]],
  ["simplify", [200621, 200861, 200830, 200914, 200915, 100290]],
];

describe.each(noted)("%s", (reaction, codes) => {
  it.each(codes)("is what %i calls for, in a sentence of its own", (code) => {
    const fault = new LarkFault(code);
    expect(fault.reaction).toBe(reaction);
    expect(fault.message).not.toContain("Lark refused the call.");
  });
});

it("waits for a locked card, which comes under the code of a refused one", () => {
  const locked = "Failed to create card content, ext=ErrCode: 11310; ErrMsg: card action is lock";
  expect(new LarkFault(230099, { message: locked }).reaction).toBe("later");
  const tooMany = "Failed to create card content, ext=ErrCode: 11310; element exceeds the limit";
  expect(new LarkFault(230099, { message: tooMany }).reaction).toBe("simplify");
});

it("takes an unknown code for a refusal", () => {
  expect(new LarkFault(999).reaction).toBe("refused");
});

it("lets what is waiting keep while only the operator can help", async () => {
  const fail = (code: number) => asErrors(() => Promise.reject(new LarkFault(code)));
  await expect(fail(10014)).rejects.toMatchObject({ name: "RetryLater", afterMs: 60_000 });
  await expect(fail(230006)).rejects.toBeInstanceOf(RetryLater);
  await expect(fail(230053)).rejects.toBeInstanceOf(Refused);
});

it("repeats nothing of Lark's message but the page where a permission is granted", () => {
  const url = "https://open.larksuite.com/app/cli_1/auth?q=im:message";
  const message = new LarkFault(99991672, { message: `Wang Li ${url} ok` }).message;
  expect(message).toContain(url);
  expect(message).not.toContain("Wang Li");
});
