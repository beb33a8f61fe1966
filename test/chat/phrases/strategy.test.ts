import { expect, it } from "vitest";
import { understand } from "../../../src/chat/intents.ts";

it.each([
  ["weekly question", "week_hour", ""],
  ["weekly question at Thursday 16:00", "week_hour", "Thursday 16:00"],
  ["周会时间 周四16:00", "week_hour", "周四16:00"],
  ["每周提问改成周一上午9点", "week_hour", "周一上午9点"],
  ["team channel", "team_channel", ""],
  ["this is our team channel", "team_channel", ""],
  ["这是我们的团队群", "team_channel", ""],
  ["assets", "team_scripts", ""],
  ["话术资产", "team_scripts", ""],
  ["团队话术", "team_scripts", ""],
])("understands “%s”", (words, intent, rest) => {
  const understood = understand(words);
  expect([understood?.intent, understood?.rest.trim()]).toEqual([intent, rest]);
});
