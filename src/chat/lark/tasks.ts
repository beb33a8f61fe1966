// People's own task lists in Lark, as the rest of Ringside sees them.
import { Refused } from "../../core/errors.ts";
import type { TaskContent } from "../../core/journey/actions/tasks/platform-tasks.ts";
import type { Clock } from "../../core/ports.ts";
import { textsFor } from "../../core/text/texts.ts";
import type { TaskBook } from "../adapter.ts";
import { asErrors, isTaskGone, isUngranted, LarkFault } from "./client/failures.ts";
import type { TaskFields } from "./client/tasks.ts";
import { toUuid } from "./client/uuid.ts";
import type { LarkClient } from "./client.ts";
import { clientOf } from "./clients.ts";
import type { LarkOptions } from "./connection.ts";
import { limits } from "./limits.ts";
import { shorten } from "./render/text.ts";

/** What the app needs for it (manifest.ts). */
const scopes = "task:task:write, task:task:read";

type Options = Pick<LarkOptions, "connections" | "languageOf" | "clock"> & {
  clients: ReadonlyMap<string, LarkClient>;
};

export function createTaskBook({ clients, connections, languageOf, clock }: Options): TaskBook {
  const chatOf = (connection: string) =>
    toChat(connections.find((one) => one.connection === connection)?.domain, connection);
  return {
    async add({ connection, externalId }, content, key) {
      const client = clientOf(clients, connection);
      const { lark } = textsFor(await languageOf({ connection, externalId }));
      return asTaskErrors(() =>
        client.addTask({
          ...{ ...toFields(content, clock), openId: externalId, extra: content.actionId },
          ...{ description: shorten(content.why, limits.title), token: toUuid(key) },
          link: { url: chatOf(connection), title: lark.task },
        }),
      );
    },
    async change({ connection, taskId }, content) {
      const client = clientOf(clients, connection);
      return unlessGone(async () => {
        // Lark refuses to complete what is complete, and a completed task keeps the moment its person completed it.
        const now = await client.readTask(taskId);
        const fields = toFields(content, clock);
        const changed = differences(now, fields);
        if (changed.length > 0) await client.changeTask(taskId, { fields, changed });
        return true;
      }, false);
    },
    remove: ({ connection, taskId }) =>
      unlessGone(() => clientOf(clients, connection).removeTask(taskId), undefined),
    read: ({ connection, taskId }) =>
      unlessGone(async () => {
        const { extra, doneAt } = await clientOf(clients, connection).readTask(taskId);
        return { actionId: extra, isDone: doneAt > 0 };
      }, undefined),
  };
}

function toFields({ title, dueAt, isDone }: TaskContent, clock: Clock): TaskFields {
  return { title: shorten(title, limits.title), dueAt, doneAt: isDone ? clock() : 0 };
}

function differences(now: TaskFields, wanted: TaskFields): (keyof TaskFields)[] {
  return [
    ...(now.title === wanted.title ? [] : ["title" as const]),
    ...(now.dueAt === wanted.dueAt ? [] : ["dueAt" as const]),
    ...(now.doneAt > 0 === wanted.doneAt > 0 ? [] : ["doneAt" as const]),
  ];
}

/** A link that opens the bot's chat (applink, "open a bot"). */
function toChat(domain = "feishu", appId: string): string {
  const host = domain === "lark" ? "applink.larksuite.com" : "applink.feishu.cn";
  return `https://${host}/client/bot/open?appId=${appId}`;
}

async function unlessGone<Result, None>(
  work: () => Promise<Result>,
  none: None,
): Promise<Result | None> {
  return asTaskErrors(async () => {
    try {
      return await work();
    } catch (error) {
      if (error instanceof LarkFault && isTaskGone(error)) return none;
      throw error;
    }
  });
}

/** What only the app's administrator can change is told apart from the rest. */
async function asTaskErrors<Result>(work: () => Promise<Result>): Promise<Result> {
  return asErrors(() =>
    work().catch((error: unknown) => {
      if (!(error instanceof LarkFault) || !isUngranted(error)) throw error;
      throw new Refused("tasks.no-permission", error.message, { scopes });
    }),
  );
}
