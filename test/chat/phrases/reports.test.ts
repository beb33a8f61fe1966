import { describe, expect, it } from "vitest";
import { understand } from "../../../src/chat/intents.ts";

describe("asking for reports and the morning brief", () => {
  it.each([
    ["daily report", "daily_report", ""],
    ["Write my daily report, please on", "daily_report", "please on"],
    ["daily report yesterday", "daily_report", "yesterday"],
    ["daily report at 17:00", "daily_report", "at 17:00"],
    ["日报", "daily_report", ""],
    ["写日报", "daily_report", ""],
    ["日报 昨天", "daily_report", "昨天"],
    ["昨天的日报", "daily_report", "昨天"],
    ["日报 关", "daily_report", "关"],
    ["weekly report", "weekly_report", ""],
    ["weekly report last week", "weekly_report", "last week"],
    ["周报", "weekly_report", ""],
    ["上周的周报", "weekly_report", "上周"],
    ["reports", "reports", ""],
    ["show me the team reports", "reports", ""],
    ["reports from Ana", "reports", "Ana"],
    ["团队日报", "reports", ""],
    ["团队周报 李雷", "reports", "李雷"],
    ["morning brief", "morning_brief", ""],
    ["morning brief at 8:30", "morning_brief", "at 8:30"],
    ["晨报", "morning_brief", ""],
    ["晨报 8:30", "morning_brief", "8:30"],
    ["看看晨报。", "morning_brief", ""],
  ])("is understood: %s", (sentence, intent, rest) => {
    expect(understand(sentence)).toEqual({ intent, rest });
  });

  it("leaves other reports and briefs alone", () => {
    expect(understand("practice reports")?.intent).toBe("practice_history");
    expect(understand("data health report")?.intent).toBe("health");
    expect(understand("mute morning brief")?.intent).toBe("mute");
    expect(understand("更新 华信：日报已发")?.intent).toBe("update");
    expect(understand("brief Acme")?.intent).not.toBe("morning_brief");
  });
});
