import { expect, it } from "vitest";
import { startSlack } from "./emulator.ts";

it("refuses what Slack refuses, in Slack's words, and says so at the end", async () => {
  const slack = await startSlack({ people: 1 });
  const channel = await slack.channel(slack.user("user1"));
  const post = async (text: string) => {
    const blocks = JSON.stringify([{ type: "header", text: { type: "plain_text", text } }]);
    const answer = await fetch(`${slack.apiUrl}chat.postMessage`, {
      method: "POST",
      headers: { authorization: `Bearer ${slack.botToken}` },
      body: new URLSearchParams({ channel, text: "In short", blocks }),
    });
    return answer.json();
  };
  expect(await post("A title")).toMatchObject({ ok: true });
  const problem = "must be less than 151 characters [json-pointer:/blocks/0/text/text]";
  expect(await post("T".repeat(151))).toEqual({
    ok: false,
    error: "invalid_blocks",
    errors: [problem],
    response_metadata: { messages: [`[ERROR] ${problem}`] },
  });
  expect(await slack.messages(slack.user("user1"))).toHaveLength(1);
  await expect(slack.close()).rejects.toThrow(problem);
});
