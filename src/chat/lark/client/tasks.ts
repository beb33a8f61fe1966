// Calls of Lark's task lists (task.v2): one task for one person, made and kept up by the app.
import type { Client } from "@larksuiteoapi/node-sdk";
import { RetryLater } from "../../../core/errors.ts";
import type { LarkClient } from "../client.ts";
import type { Call } from "./call.ts";

/** A task as we write it; `doneAt` and `dueAt` in milliseconds, 0 and null for none. */
export type TaskFields = { title: string; dueAt: number | null; doneAt: number };
/** A task of one person. `extra` comes back with it; the same `token` makes it once. */
export type NewTask = TaskFields & {
  openId: string;
  description: string;
  extra: string;
  token: string;
  /** Where the task came from: a link that opens there. */
  link: { url: string; title: string };
};
/** A task as it stands. */
export type ReadTask = TaskFields & { extra: string };

type TaskCalls = Pick<LarkClient, "addTask" | "readTask" | "changeTask" | "removeTask">;

export function createTaskCalls(sdk: Client, call: Call): TaskCalls {
  const { task } = sdk.task.v2;
  const params = { user_id_type: "open_id" };
  return {
    async addTask({ openId, description, extra, token, link, ...fields }) {
      const data = {
        ...{ ...toWire(fields), description, extra, client_token: token },
        members: [{ id: openId, type: "user", role: "assignee" }],
        origin: { platform_i18n_name: { en_us: "Ringside", zh_cn: "Ringside" }, href: link },
      };
      const answer = await call(() => task.create({ params, data }));
      const id = answer.data?.task?.guid;
      if (!id) throw new RetryLater("Lark gave no task.", { afterMs: 5_000, ambiguous: true });
      return id;
    },
    async readTask(id) {
      const { data } = await call(() => task.get({ params, path: { task_guid: id } }));
      const { summary = "", due, completed_at, extra = "" } = data?.task ?? {};
      const dueAt = due?.timestamp ? Number(due.timestamp) : null;
      return { title: summary, dueAt, doneAt: Number(completed_at ?? 0), extra };
    },
    async changeTask(id, { fields, changed }) {
      const update_fields = changed.map((name) => wireNames[name]);
      const data = { task: toWire(fields), update_fields };
      await call(() => task.patch({ params, path: { task_guid: id }, data }));
    },
    async removeTask(id) {
      await call(() => task.delete({ path: { task_guid: id } }));
    },
  };
}

const wireNames = { title: "summary", dueAt: "due", doneAt: "completed_at" } as const;

function toWire({ title, dueAt, doneAt }: TaskFields) {
  return {
    summary: title,
    completed_at: String(doneAt),
    ...(dueAt === null ? {} : { due: { timestamp: String(dueAt), is_all_day: false } }),
  };
}
